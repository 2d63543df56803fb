import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, startPostgres } from "../postgres/index.mjs";

const api = fileURLToPath(new URL("../../../api/", import.meta.url));
const patience = 600_000;

export interface Product {
  /** Where the three apps and the api answer. */
  url: string;
  /** What the server wrote so far, for a failure's report. */
  log: () => string;
  stop: () => Promise<void>;
}

export interface ProductOptions {
  /** Day 0 of the demo data and of the business clock: 2026-11-22. */
  sandboxStart?: string;
  env?: Record<string, string>;
}

/** Starts the built product on a free port, on an empty database and an empty data folder of its own. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const entry = join(api, "dist", "main.mjs");
  if (!existsSync(entry)) throw new Error("The product is not built: npm run build");
  const dataDir = mkdtempSync(join(tmpdir(), "daichao-story-"));
  const database = await startPostgres({ dataDir: join(dataDir, "postgres"), durable: false });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ["--max-semi-space-size=64", entry], {
    cwd: api,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.url,
      DAICHAO_MODE: "sandbox",
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: url,
      ...(options.sandboxStart ? { SANDBOX_START: options.sandboxStart } : {}),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = collect(server);
  const stop = async () => {
    await end(server);
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await answering(url, server, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, log, stop };
}

async function answering(url: string, server: ChildProcess, log: () => string): Promise<void> {
  for (let waited = 0; waited < patience; waited += 250) {
    if (server.exitCode !== null) throw new Error(`The product ended with ${server.exitCode}:\n${log()}`);
    const isUp = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`The product did not answer within ${patience / 1000} s:\n${log()}`);
}

function collect(server: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000);
  };
  server.stdout?.on("data", add);
  server.stderr?.on("data", add);
  return () => text;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once("close", done));
  server.kill("SIGTERM");
  const insist = setTimeout(() => server.kill("SIGKILL"), 15_000);
  await gone;
  clearTimeout(insist);
}
