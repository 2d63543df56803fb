import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { findBinaries } from "./binaries.mjs";
import { identityFor } from "./identity.mjs";
import { claim, clearStaleServer, release } from "./lock.mjs";

const superuser = "postgres";
const readyLine = "database system is ready to accept connections";
const startLimit = 60_000;
const stopLimit = 20_000;

/**
 * Starts a PostgreSQL server on loopback for this process, creating its data folder first when there is none.
 * The server belongs to this process: it ends with `stop()`, with this process, or when this process is killed.
 */
export async function startPostgres(options) {
  const { port = await freePort(), durable, maxConnections = 100, settings = {}, log = () => {} } = options;
  const wanted = resolve(options.dataDir);
  const { prefix, bin, dataDir } = identityFor({ bin: findBinaries(), dataDir: wanted });
  mkdirSync(dirname(dataDir), { recursive: true });
  await clearStaleServer(dataDir);
  if (!existsSync(join(dataDir, "PG_VERSION"))) await createCluster({ prefix, bin, dataDir, log });
  claim(dataDir);
  const words = [
    ...["-D", dataDir, "-p", String(port), "-h", "127.0.0.1", "-c", "unix_socket_directories="],
    ...asFlags({ ...serverSettings({ durable, maxConnections }), ...settings }),
  ];
  const server = launch(prefix, join(bin, "postgres"), words);
  await ready(server, { dataDir, log });
  return handleOf(server, { port, dataDir, log });
}

/** A TCP port of the loopback interface that was free a moment ago. */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function serverSettings({ durable, maxConnections }) {
  const common = {
    max_connections: maxConnections,
    shared_buffers: "192MB",
    max_wal_size: "1GB",
    // Queries here are short; compiling them costs more than it saves.
    jit: "off",
    TimeZone: "UTC",
    lc_messages: "C",
    log_min_messages: "warning",
    log_checkpoints: "off",
  };
  return durable ? common : { ...common, fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
}

function asFlags(settings) {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

// An own process group: Ctrl-C in a terminal reaches the supervisor, which stops the database last.
function launch(prefix, program, words) {
  const [first, ...rest] = [...prefix, program, ...words];
  const env = { ...process.env, LC_ALL: "C", PGDATA: undefined, PGPORT: undefined };
  return spawn(first, rest, { detached: true, stdio: ["ignore", "pipe", "pipe"], env, cwd: "/" });
}

// Built beside its place and renamed: a crash in between leaves no half cluster.
async function createCluster({ prefix, bin, dataDir, log }) {
  const draft = `${dataDir}.new`;
  emptyFolder(draft);
  const flags = ["-U", superuser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"];
  const initdb = launch(prefix, join(bin, "initdb"), ["-D", draft, ...flags]);
  const output = collect(initdb);
  const code = await exitOf(initdb);
  if (code !== 0) throw new Error(`initdb failed (${code}):\n${output()}`);
  renameSync(draft, dataDir);
  log(`created a database cluster in ${dataDir}`);
}

// Its owner was chosen with the identity, so the folder itself stays.
function emptyFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

function collect(child) {
  let text = "";
  const add = (chunk) => {
    text = (text + chunk).slice(-4000);
  };
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  return () => text;
}

function exitOf(child) {
  return new Promise((done) => {
    child.once("error", (error) => done(error.message));
    child.once("close", (code, signal) => done(code ?? signal));
  });
}

function ready(server, { dataDir, log }) {
  const output = collect(server);
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      server.kill("SIGINT");
      failed(new Error(`PostgreSQL did not start within ${startLimit / 1000} s:\n${output()}`));
    }, startLimit);
    const refuse = (reason) => {
      clearTimeout(timer);
      release(dataDir);
      failed(new Error(`PostgreSQL did not start (${reason}):\n${output()}${versionHint(dataDir, output())}`));
    };
    server.once("error", (error) => refuse(error.message));
    server.once("exit", refuse);
    const look = () => {
      if (!output().includes(readyLine)) return;
      clearTimeout(timer);
      server.stderr.off("data", look);
      server.off("exit", refuse);
      server.stderr.on("data", (chunk) => log(String(chunk).trimEnd()));
      done();
    };
    server.stderr.on("data", look);
  });
}

function versionHint(dataDir, output) {
  if (!output.includes("database files are incompatible")) return "";
  const version = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  return `\nThe data in ${dataDir} is of version ${version}; \`npm run db:reset\` makes a new one.`;
}

function handleOf(server, { port, dataDir, log }) {
  const ended = exitOf(server);
  const onExit = () => server.kill("SIGINT");
  process.once("exit", onExit);
  void ended.then((reason) => {
    process.off("exit", onExit);
    release(dataDir);
    log(`PostgreSQL ended (${reason})`);
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGINT");
    const insist = setTimeout(() => server.kill("SIGQUIT"), stopLimit);
    await ended;
    clearTimeout(insist);
  };
  const url = `postgres://${superuser}@127.0.0.1:${port}/postgres`;
  return { url, port, pid: server.pid, dataDir, ended, stop };
}
