/** The bank and the bureau of sandbox mode: a process of their own on loopback, so that they can be slow, lie or die. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Config } from "../kernel/config/index.js";
import { isBundle, repositoryRoot } from "./paths.js";

export interface SandboxWorld {
  /** The configuration with the addresses of what was started. */
  readonly config: Config;
  stop(): Promise<void>;
}

const START_MS = 20_000;
const STOP_MS = 3_000;

/** Which file runs them, and what Node needs to read it. */
function entry(): string[] {
  const api = join(repositoryRoot(), "api");
  return isBundle ? [join(api, "dist", "sandbox.mjs")] : ["--import", "tsx", join(api, "src", "sandbox", "main.ts")];
}

interface Addresses {
  readonly bankUrl: string;
  readonly bureauUrl: string;
}

/** The service prints one line of JSON with its addresses when it listens. */
function addressesOf(child: ChildProcess): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error("the sandbox services did not start")), START_MS);
    child.once("exit", (code) => reject(new Error(`the sandbox services ended at once (${code})`)));
    child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      const line = text.split("\n").find((candidate) => candidate.startsWith("{"));
      if (!line || !text.includes("\n")) return;
      clearTimeout(timer);
      resolve(JSON.parse(line) as Addresses);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(timer);
}

/** Starts what the configuration does not name already. */
export async function openSandboxWorld(config: Config): Promise<SandboxWorld> {
  if (!config.isSandbox || (config.bankUrl && config.bureauUrl)) return { config, stop: async () => undefined };
  const child = spawn(process.execPath, [...entry(), "--until-stdin-ends"], {
    stdio: ["pipe", "pipe", "inherit"],
    cwd: join(repositoryRoot(), "api"),
    env: {
      DAICHAO_MODE: config.mode,
      DATABASE_URL: config.ownerUrl,
      DATA_DIR: config.dataDir,
      BANK_CALLBACK_SECRETS: config.bankSecrets.join(","),
      PUBLIC_URL: config.publicUrl,
    },
  });
  const { bankUrl, bureauUrl } = await addressesOf(child);
  return { config: { ...config, bankUrl, bureauUrl }, stop: () => end(child) };
}
