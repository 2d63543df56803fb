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
  // Three restarts beside everything else of a run: a machine that stalls once is given a second try.
  retry: 1,
  timeout: 45_000,
}, async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
  server = await startPostgres({ dataDir, durable: true });
  const child = fork(loadScript, { env: { ...process.env, LOAD_URL: server.url } });
  await message(child);
  for (const ending of ["stop", "crash", "stop"] as const) {
    await pause(700);
    if (ending === "stop") await server.stop();
    else process.kill(server.pid, "SIGQUIT");
    await server.ended;
    server = await startPostgres({ dataDir, durable: true, port: server.port });
  }
  await pause(1500);
  child.send("stop");
  const report = await message(child);
  expect(report).toMatchObject({ lost: 0, halves: 0 });
  expect(Number(report.acknowledged)).toBeGreaterThan(100);
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

function message(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((done, failed) => {
    child.once("exit", (code) => failed(new Error(`the client died with ${code}`)));
    child.once("message", (value) => done(Object.fromEntries(Object.entries(Object(value)))));
  });
}

function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once("exit", done));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
