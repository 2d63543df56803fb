import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { command } from "./binaries.mjs";

const nobody = 65534;
const closedBase = "/var/tmp";

/**
 * PostgreSQL refuses to run as root. Answers how its programs must be started on this machine: the words to put before
 * the command, and the folders to use (they change only when another uid cannot reach the wanted ones).
 */
export function identityFor({ bin, dataDir }) {
  const setpriv = command("setpriv");
  // The kernel tells the server when its parent is gone, whatever ended it.
  const guard = setpriv ? [setpriv, "--pdeathsig", "INT"] : [];
  if (process.getuid?.() !== 0) return { prefix: guard, bin, dataDir };
  if (userNamespacesWork()) {
    const asNobody = [`--map-user=${nobody}`, `--map-group=${nobody}`];
    return { prefix: [...guard, command("unshare"), "--user", ...asNobody], bin, dataDir };
  }
  if (!setpriv) throw new Error("PostgreSQL refuses to run as root and this machine has no setpriv (util-linux).");
  return otherUser({ setpriv, bin, dataDir });
}

function userNamespacesWork() {
  const unshare = command("unshare");
  if (!unshare || !command("setpriv") || process.env.DAICHAO_POSTGRES_IDENTITY === "uid") return false;
  const words = ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`, "true"];
  return spawnSync(unshare, words, { stdio: "ignore" }).status === 0;
}

function otherUser({ setpriv, bin, dataDir }) {
  const reachableBin = reachable(bin) ? bin : copyOfBinaries(bin);
  const reachableData = reachable(dirname(dataDir)) ? dataDir : substituteFor(dataDir);
  for (const folder of [reachableData, `${reachableData}.new`]) giveTo(folder, nobody);
  const identity = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"];
  return {
    prefix: [setpriv, ...identity, "--pdeathsig", "INT"],
    bin: reachableBin,
    dataDir: reachableData,
    owner: nobody,
  };
}

/** True when everyone may walk down to this folder. */
function reachable(path) {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

function copyOfBinaries(bin) {
  const source = dirname(bin);
  const target = join(closedBase, `daichao-postgres-${fingerprint(source)}`);
  if (!existsSync(join(target, "bin", "postgres"))) {
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    chmodSync(target, 0o755);
  }
  return join(target, "bin");
}

function substituteFor(dataDir) {
  const target = join(closedBase, `daichao-data-${fingerprint(dataDir)}`);
  mkdirSync(target, { recursive: true, mode: 0o711 });
  chmodSync(target, 0o711);
  return join(target, "postgres");
}

function giveTo(folder, uid) {
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(folder).uid === uid) return;
  const pending = [folder];
  for (let at = pending.pop(); at; at = pending.pop()) {
    chownSync(at, uid, uid);
    if (statSync(at).isDirectory()) pending.push(...readdirSync(at).map((name) => join(at, name)));
  }
}

function fingerprint(text) {
  return createHash("sha256").update(resolve(text)).digest("hex").slice(0, 12);
}
