import { spawn } from "node:child_process";

const endings = ["SIGTERM", "SIGINT", "SIGHUP"];
const watchEvery = 500;

/**
 * Starts a program in its own process group, so that Ctrl-C in a terminal reaches this process only, which decides the
 * order of ending.
 */
export function start(words, options = {}) {
  const [program, ...rest] = words;
  return spawn(program, rest, { stdio: "inherit", detached: true, ...options });
}

/** Settles with how a child ended. */
export function ended(child) {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done({ code: child.exitCode, signal: child.signalCode });
    child.once("error", (error) => done({ code: 1, error }));
    child.once("close", (code, signal) => done({ code, signal }));
  });
}

/** Asks a child to end, and insists after a while; what it started itself and left behind is ended with it. */
export async function stop(child, patience = 20_000) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = ended(child);
    child.kill("SIGTERM");
    const insist = setTimeout(() => child.kill("SIGKILL"), patience);
    await gone;
    clearTimeout(insist);
  }
  signalGroup(child.pid, "SIGKILL");
}

/** Calls back once: when this process is asked to end, or when the process that started it is gone. */
export function onEnding(react) {
  const parent = process.ppid;
  let asked = false;
  const once = (signal) => {
    if (asked) return;
    asked = true;
    clearInterval(watch);
    react(signal);
  };
  const watch = setInterval(() => process.ppid !== parent && once("SIGHUP"), watchEvery);
  watch.unref();
  for (const signal of endings) process.on(signal, () => once(signal));
}

/** Ends what still runs in this process's own group: runners and builds in the middle of their work. */
export function endGroup() {
  signalGroup(process.pid, "SIGTERM");
}

function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody is left in that group, or it is somebody else's.
  }
}
