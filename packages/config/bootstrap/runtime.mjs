import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const oldest = [22, 12];

/** The Node 24 that was installed with the packages; elsewhere this machine's own, when it is new enough. */
export function findNode() {
  const bundled = join(root, "node_modules", `node-linux-${process.arch}`, "bin", "node");
  if (process.platform === "linux" && existsSync(bundled)) return bundled;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath;
  throw new Error(
    `Daichao needs Node ${oldest.join(".")} or newer here; this is ${process.version}. See https://nodejs.org.`,
  );
}

/** Words to put before a command so that the kernel stops it when its parent is killed (Linux only). */
export function endWithParent(signal) {
  if (process.platform !== "linux") return [];
  const hasSetpriv = spawnSync("setpriv", ["--version"], { stdio: "ignore" }).status === 0;
  return hasSetpriv ? ["setpriv", "--pdeathsig", signal] : [];
}
