import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type RunningPostgres, startPostgres } from "./index.mjs";

const folder = mkdtempSync(join(tmpdir(), "daichao-restart-"));
const dataDir = join(folder, "postgres");
const loadScript = fileURLToPath(new URL("./load.mjs", import.meta.url));
let server: RunningPostgres | undefined;

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a client under load survives three restarts of the server: no hang, no lost receipt, no half transaction", {
  timeout: 120_000,
}, async () => {
  server = await startPostgres({ dataDir, durable: true });
  const child = fork(loadScript, { env: { ...process.env, LOAD_URL: server.url } });
  for (const ending of ["stop", "crash", "stop"] as const) {
    // Told by the client itself: work is under way when the server goes, and goes on once it is back.
    await written(child, 60);
    if (ending === "stop") await server.stop();
    else process.kill(server.pid, "SIGQUIT");
    await server.ended;
    server = await startPostgres({ dataDir, durable: true, port: server.port });
  }
  await written(child, 60);
  child.send("stop");
  const report = await message(child, ({ report: isReport }) => isReport === true);
  expect(report).toMatchObject({ lost: 0, halves: 0 });
  expect(Number(report.failures)).toBeGreaterThan(0);
  expect(await exitCode(child)).toBe(0);
});

test("a data folder in use is refused, and is free again once its server has stopped", async () => {
  const own = join(folder, "own");
  const first = await startPostgres({ dataDir: own, durable: false });
  await expect(startPostgres({ dataDir: own, durable: false })).rejects.toThrow(/already served/);
  await first.stop();
  const second = await startPostgres({ dataDir: own, durable: false });
  await second.stop();
  expect(await second.ended).toBe(0);
});

type Message = Record<string, unknown>;

/** The next message of the client that is wanted. */
function message(child: ChildProcess, isWanted: (message: Message) => boolean): Promise<Message> {
  return new Promise((done, failed) => {
    const died = (code: number | null) => failed(new Error(`the client died with ${code}`));
    const hear = (value: unknown) => {
      const said: Message = Object.fromEntries(Object.entries(Object(value)));
      if (!isWanted(said)) return;
      child.off("exit", died);
      child.off("message", hear);
      done(said);
    };
    child.once("exit", died);
    child.on("message", hear);
  });
}

/** Waits until the client has had so many more rows acknowledged. */
async function written(child: ChildProcess, more: number): Promise<void> {
  const first = await message(child, ({ written: rows }) => typeof rows === "number");
  await message(child, ({ written: rows }) => Number(rows) >= Number(first.written) + more);
}

function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once("exit", done));
}
