// Runs under Node 24: database, builds, then the product as one child process; ends them in the opposite order.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ended, endGroup, onEnding, start, stop } from "./child.mjs";
import { openDatabase } from "./database.mjs";
import { isFree } from "./ports.mjs";
import { say, seconds, step } from "./report.mjs";
import { dataDir, root } from "./root.mjs";
import { endWithParent, findNode } from "./runtime.mjs";

const running = {};
let ending = false;

onEnding(() => {
  ending = true;
  void endAll(0);
});

try {
  await refuseBusyPort();
  mkdirSync(dataDir(), { recursive: true });
  const [database] = await Promise.all([step("database", openDatabase).then(remember), build()]);
  if (!ending) await serve(database.url);
} catch (error) {
  if (!ending) {
    console.error(`\n${error.message}`);
    await endAll(1);
  }
}

// Said before anything is built or filled: a market made for a port that somebody holds is a minute lost.
async function refuseBusyPort() {
  const port = Number(process.env.PORT ?? 4000);
  if (port !== 0 && !(await isFree(port, process.env.HOST || "127.0.0.1")))
    throw new Error(`Port ${port} is in use. Stop what holds it, or choose another: PORT=${port + 10} npm start`);
}

// Without the api there is nothing to serve; a screen that does not build is said, and the others are served.
async function build() {
  try {
    await ensureBuilt();
  } catch (error) {
    if (error.failed?.includes("api") ?? true) throw error;
    say(`\n${error.message}\n\n  going on without a new build of ${error.failed.join(", ")}`);
  }
}

function remember(database) {
  running.database = database;
  return database;
}

async function serve(url) {
  const entry = join(root, "api", "dist", "main.mjs");
  const env = {
    ...process.env,
    DATABASE_URL: url,
    DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL ?? url,
    DAICHAO_MODE: process.env.DAICHAO_MODE ?? "sandbox",
    DATA_DIR: dataDir(),
    PORT: process.env.PORT ?? "4000",
  };
  say(`  … server (${seconds()} s since start)`);
  const words = [...endWithParent("TERM"), findNode(), "--max-semi-space-size=64", entry];
  running.server = start(words, { cwd: join(root, "api"), env });
  const { code, signal } = await ended(running.server);
  if (ending) return;
  console.error(`\nThe server ended by itself (${signal ?? code}).`);
  await endAll(1);
}

async function endAll(code) {
  if (running.server) await stop(running.server);
  if (running.database) await running.database.stop();
  ending = true;
  endGroup();
  process.exit(code);
}
