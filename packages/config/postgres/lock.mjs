import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const patience = 15_000;

/**
 * Makes sure nobody serves this data folder. A server whose supervisor is gone is stopped; one whose supervisor still
 * lives is left alone and refused; a lock file that names a stranger's process (pids are reused) is removed.
 */
export async function clearStaleServer(dataDir) {
  const lockFile = join(dataDir, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, "utf8").split("\n")[0]);
  if (!isServerOf(pid, dataDir)) {
    rmSync(lockFile, { force: true });
    return;
  }
  const owner = readOwner(dataDir);
  if (owner && isSameProcess(owner)) {
    throw new Error(
      `${dataDir} is already served by process ${pid} (started by ${owner.pid}). Stop that one, or set DATA_DIR.`,
    );
  }
  await stopProcess(pid);
  rmSync(lockFile, { force: true });
}

/** Notes this process as the supervisor of the data folder. */
export function claim(dataDir) {
  const owner = { pid: process.pid, startedAt: startOf(process.pid) };
  writeFileSync(ownerFile(dataDir), JSON.stringify(owner));
}

/** Takes the note back. */
export function release(dataDir) {
  rmSync(ownerFile(dataDir), { force: true });
}

/** Asks for a fast shutdown, then insists. */
export async function stopProcess(pid) {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    if (!alive(pid)) return;
    process.kill(pid, signal);
    if (await gone(pid, patience)) return;
  }
}

async function gone(pid, milliseconds) {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!alive(pid)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return !alive(pid);
}

function ownerFile(dataDir) {
  return `${dataDir}.owner`;
}

function readOwner(dataDir) {
  try {
    return JSON.parse(readFileSync(ownerFile(dataDir), "utf8"));
  } catch {
    return undefined;
  }
}

function isSameProcess({ pid, startedAt }) {
  return alive(pid) && (startedAt === undefined || startOf(pid) === startedAt);
}

function isServerOf(pid, dataDir) {
  if (!alive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(dataDir);
  } catch {
    return false;
  }
}

// Clock ticks since boot: with the pid it names one process for good.
function startOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\)\s/s, "")
      .split(" ");
    return fields[19];
  } catch {
    return undefined;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === "EPERM";
  }
}

function isZombie(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\)\s/s, "")
      .startsWith("Z");
  } catch {
    return false;
  }
}

/** Superuser url of the server that serves this data folder now, or undefined when nobody does. */
export function servedUrl(dataDir) {
  const lockFile = join(dataDir, "postmaster.pid");
  if (!existsSync(lockFile)) return undefined;
  const [pid, , , port] = readFileSync(lockFile, "utf8").split("\n");
  return isServerOf(Number(pid), dataDir) ? `postgres://postgres@127.0.0.1:${port}/postgres` : undefined;
}
