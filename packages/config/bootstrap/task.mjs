// node run.mjs <task>: the small commands of daily work.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { servedUrl } from "../postgres/lock.mjs";
import { codegen, ensureBuilt, run } from "./build.mjs";
import { ended } from "./child.mjs";
import { openDatabase } from "./database.mjs";
import { say, step } from "./report.mjs";
import { apps, dataDir, root } from "./root.mjs";

const api = join(root, "api");
const tsx = join(api, "node_modules/tsx/dist/cli.mjs");
const tasks = {
  check: () => forward([join(root, "packages/config/bootstrap/verify.mjs")], root, { STAGES: "check" }),
  build: ensureBuilt,
  contract: () => step("contract", () => run([tsx, "src/app/contract.ts", ...rest], api)),
  codegen: generate,
  tokens: () => step("tokens", () => run([tsx, "src/theme/write-tokens.ts"], join(root, "packages/ui"))),
  books: () => withDatabase((env) => forward([tsx, "src/app/books/cli.ts", ...rest], api, env)),
  staff: () => withDatabase((env) => forward([tsx, "src/app/staff/cli.ts", ...rest], api, env)),
  bench: async () => {
    await ensureBuilt();
    await withDatabase((env) => forward([tsx, "src/main.ts", ...rest], join(root, "packages/bench"), env));
  },
  "db:reset": reset,
};

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`There is no task "${name ?? ""}"; there are ${Object.keys(tasks).join(", ")}.`);
  process.exit(1);
}
try {
  await task();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

async function generate() {
  await step("client", () => codegen(join(root, "packages/client")));
  for (const app of apps) await step(app, () => codegen(join(root, "apps", app)));
}

// A product that runs already holds the data folder: its server is asked instead of starting another.
async function withDatabase(work) {
  const running = process.env.DATABASE_URL ? undefined : servedUrl(join(dataDir(), "postgres"));
  const database = running ? { url: running, stop: async () => {} } : await openDatabase();
  const url = process.env.DATABASE_OWNER_URL ?? database.url;
  try {
    await work({ DATABASE_URL: database.url, DATABASE_OWNER_URL: url, DATA_DIR: dataDir() });
  } finally {
    await database.stop();
  }
}

async function forward(words, cwd, env) {
  const child = spawn(process.execPath, words, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
  const { code } = await ended(child);
  process.exitCode = code ?? 1;
}

function reset() {
  const folder = join(dataDir(), "postgres");
  if (servedUrl(folder)) throw new Error("The product is running on this data: stop it first.");
  for (const place of ["postgres", "postgres.new", "postgres.owner", "files", "outbox"]) {
    rmSync(join(dataDir(), place), { recursive: true, force: true });
  }
  say(`  removed the database and files in ${dataDir()}; the next start makes them again`);
}
