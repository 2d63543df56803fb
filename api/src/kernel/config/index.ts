/** What the process may be told from outside: read once from the environment, checked, and passed on as a value. */
import { join } from "node:path";

export const Mode = { SANDBOX: "sandbox", PRODUCTION: "production", TEST: "test" } as const;
export type Mode = (typeof Mode)[keyof typeof Mode];

export interface Config {
  readonly mode: Mode;
  /** Demo accounts, the outbox page, free GraphQL text and `advanceClock` exist only when this is true. */
  readonly isSandbox: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Owner of the schema: migrates, runs the job queue, and nothing else. */
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
  readonly redisUrl: string | undefined;
  /** 32 bytes: wraps every person's data key, derives one-time codes and role passwords. */
  readonly masterKey: Buffer;
  /** Secret shared with the bank for callbacks; the second is the one being rotated out. */
  readonly bankSecrets: readonly string[];
  readonly bankUrl: string | undefined;
  readonly bureauUrl: string | undefined;
  /** Day 0 of the demo data and of the business clock in sandbox mode. */
  readonly sandboxStart: string | undefined;
  readonly publicUrl: string;
  readonly poolSize: number;
  readonly logLevel: string;
}

export class ConfigError extends Error {}

const SANDBOX_MASTER_KEY = "c2FuZGJveC1tYXN0ZXIta2V5LW5vdC1mb3ItcHJvZHU=";
const SANDBOX_BANK_SECRET = "sandbox-bank-secret";

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new ConfigError(`${name} must be a whole number, got "${text}"`);
  return value;
}

function modeOf(env: NodeJS.ProcessEnv): Mode {
  const text = env.DAICHAO_MODE ?? Mode.SANDBOX;
  const mode = Object.values(Mode).find((known) => known === text);
  if (!mode) throw new ConfigError(`DAICHAO_MODE must be sandbox, production or test, got "${text}"`);
  return mode;
}

function masterKeyOf(env: NodeJS.ProcessEnv, mode: Mode): Buffer {
  const text = env.MASTER_KEY ?? (mode === Mode.PRODUCTION ? "" : SANDBOX_MASTER_KEY);
  const key = Buffer.from(text, "base64");
  if (key.length !== 32) throw new ConfigError("MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32)");
  if (mode === Mode.PRODUCTION && (text === SANDBOX_MASTER_KEY || new Set(key).size < 16))
    throw new ConfigError("MASTER_KEY is the sandbox's or too regular to be random: production refuses it");
  return key;
}

function bankSecretsOf(env: NodeJS.ProcessEnv, mode: Mode): string[] {
  const secrets = (env.BANK_CALLBACK_SECRETS ?? SANDBOX_BANK_SECRET).split(",").filter(Boolean);
  const weak = secrets.length === 0 || secrets.some((secret) => secret === SANDBOX_BANK_SECRET || secret.length < 32);
  if (mode === Mode.PRODUCTION && weak)
    throw new ConfigError("BANK_CALLBACK_SECRETS must be of 32 characters or more in production");
  return secrets;
}

/** The same server and database, asked as another role. */
function asRole(url: string, role: string, password: string): string {
  const other = new URL(url);
  other.username = role;
  other.password = password;
  return other.toString();
}

/**
 * Reads and checks the environment. Production refuses missing, default or short secrets; sandbox mode needs none.
 * @throws ConfigError with a sentence that names the variable.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const mode = modeOf(env);
  const ownerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
  if (!ownerUrl) throw new ConfigError("DATABASE_URL is not set (npm start sets it to the embedded server)");
  const masterKey = masterKeyOf(env, mode);
  const rolePassword = env.DATABASE_ROLE_PASSWORD ?? masterKey.toString("hex").slice(0, 32);
  const port = integer(env, "PORT", 4000);
  const host = env.HOST ?? (mode === Mode.PRODUCTION ? "0.0.0.0" : "127.0.0.1");
  return {
    mode,
    isSandbox: mode !== Mode.PRODUCTION,
    host,
    port,
    dataDir: env.DATA_DIR ?? join(process.cwd(), ".data"),
    ownerUrl,
    apiUrl: asRole(ownerUrl, "daichao_api", rolePassword),
    workerUrl: asRole(ownerUrl, "daichao_worker", rolePassword),
    redisUrl: env.REDIS_URL || undefined,
    masterKey,
    bankSecrets: bankSecretsOf(env, mode),
    bankUrl: env.BANK_URL || undefined,
    bureauUrl: env.BUREAU_URL || undefined,
    sandboxStart: env.SANDBOX_START || undefined,
    publicUrl: env.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    poolSize: integer(env, "DATABASE_POOL", 12),
    logLevel: env.LOG_LEVEL ?? (mode === Mode.TEST ? "silent" : "info"),
  };
}
