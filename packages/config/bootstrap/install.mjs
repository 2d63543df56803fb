import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./report.mjs";
import { readJson, root } from "./root.mjs";

/** Installs exactly what the lockfile names, when what lies in node_modules is something else. Needs npm only. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await step("installing packages (the first time this downloads a few hundred MB)", install);
}

/** True when node_modules holds what the lockfile names. */
export function isInstalled() {
  const held = join(root, "node_modules", ".pnpm", "lock.yaml");
  if (!existsSync(held)) return false;
  return readFileSync(held, "utf8") === readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
}

function install() {
  const { packageManager } = readJson(join(root, "package.json"));
  const words = ["-y", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  // npm hands its own settings down; pnpm warns about each of them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_/i.test(name)));
  return new Promise((done, failed) => {
    let output = "";
    const child = spawn("npx", words, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const collect = (chunk) => {
      output = (output + chunk).slice(-6000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", failed);
    child.once("close", (code) => (code === 0 ? done() : failed(new Error(`${packageManager} failed:\n${output}`))));
  });
}
