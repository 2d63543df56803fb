// Says what this machine has and lacks. Needs nothing but Node.
import { spawnSync } from "node:child_process";
import { existsSync, statfsSync } from "node:fs";
import { freemem, totalmem } from "node:os";
import { findBinaries } from "../postgres/binaries.mjs";
import { isInstalled } from "./install.mjs";
import { isFree as isPortFree } from "./ports.mjs";
import { say } from "./report.mjs";
import { root } from "./root.mjs";
import { findNode } from "./runtime.mjs";

const gigabyte = 1024 ** 3;
let failures = 0;

check(
  "Node",
  `${process.version} (20 or newer starts; the product runs on 24)`,
  Number(process.versions.node.split(".")[0]) >= 20,
);
check("packages", isInstalled() ? "as the lockfile names them" : "not installed yet: npm start does it", true);
attempt("runtime", findNode);
attempt("PostgreSQL", () => (process.env.DATABASE_URL ? "DATABASE_URL is set" : findBinaries()));
check("root", process.getuid?.() === 0 ? rootAdvice() : "not root", true);
const port = Number(process.env.PORT ?? 4000);
const isFree = await isPortFree(port);
check(`port ${port}`, isFree ? "free" : "in use: set PORT to another", isFree);
const { bavail, bsize } = statfsSync(root);
check("disk", `${((bavail * bsize) / gigabyte).toFixed(1)} GB free (3 GB wanted)`, bavail * bsize > 3 * gigabyte);
check(
  "memory",
  `${(freemem() / gigabyte).toFixed(1)} of ${(totalmem() / gigabyte).toFixed(1)} GB free`,
  totalmem() > 1.5 * gigabyte,
);
check("browser for stories", browser() ?? "none: the one that comes with the packages is used", true);
check("Chinese fonts", fonts() ? "found" : "none: screenshots show boxes (apt-get install fonts-noto-cjk)", true);
process.exitCode = failures === 0 ? 0 : 1;

function check(name, text, isFine) {
  if (!isFine) failures += 1;
  say(`  ${isFine ? "✓" : "✗"} ${name.padEnd(20)} ${text}`);
}

function attempt(name, find) {
  try {
    check(name, find(), true);
  } catch (error) {
    check(name, error.message, false);
  }
}

function rootAdvice() {
  const words = ["--user", "--map-user=65534", "--map-group=65534", "true"];
  const isMapped = spawnSync("unshare", words, { stdio: "ignore" }).status === 0;
  return isMapped ? "root; the database runs in a user namespace" : "root; the database runs as uid 65534";
}

function browser() {
  return [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path && existsSync(path));
}

function fonts() {
  const list = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
}
