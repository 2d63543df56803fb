import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { startPostgres } from "./index.mjs";

const folder = mkdtempSync(join(tmpdir(), "daichao-supervisor-"));
const cli = fileURLToPath(new URL("./cli.mjs", import.meta.url));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a server whose supervisor was killed outright is gone, and its data is served again by the next", async () => {
  const dataDir = join(folder, "orphan");
  const { supervisor, url } = await supervise(dataDir, {});
  await ask(url, "create table kept (n int)");
  supervisor.kill("SIGKILL");
  const next = await startPostgres({ dataDir, durable: false });
  await expect(ask(next.url, "select n from kept")).resolves.toEqual([]);
  await expect(ask(url, "select 1")).rejects.toThrow();
  await next.stop();
});

test("a supervisor that is asked to end stops its server first", async () => {
  const { supervisor, url } = await supervise(join(folder, "asked"), {});
  const ended = new Promise((done) => supervisor.once("exit", done));
  supervisor.kill("SIGTERM");
  expect(await ended).toBe(0);
  await expect(ask(url, "select 1")).rejects.toThrow();
});

test.runIf(process.getuid?.() === 0)(
  "root serves through another uid where user namespaces are forbidden",
  async () => {
    const dataDir = join(folder, "closed", "postgres");
    const { supervisor, url } = await supervise(dataDir, { DAICHAO_POSTGRES_IDENTITY: "uid" });
    const [row] = await ask(url, "show data_directory");
    const ended = new Promise((done) => supervisor.once("exit", done));
    supervisor.kill("SIGTERM");
    await ended;
    // The folder of this test is closed to others (mode 700), so the data had to lie elsewhere.
    expect(String(row?.data_directory)).toMatch(/^\/var\/tmp\/daichao-data-/);
    rmSync(join(String(row?.data_directory), ".."), { recursive: true, force: true });
  },
);

test("Chinese text is indexed by trigrams: the cluster's locale keeps its characters", async () => {
  const server = await startPostgres({ dataDir: join(folder, "chinese"), durable: false });
  await ask(server.url, "create extension pg_trgm");
  const [row] = await ask(server.url, "select cardinality(show_trgm('装修贷款')) as count");
  await server.stop();
  expect(Number(row?.count)).toBeGreaterThan(0);
});

async function supervise(dataDir: string, env: Record<string, string>) {
  const options = {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"] as ["ignore", "pipe", "ignore"],
  };
  const supervisor: ChildProcess = spawn(process.execPath, [cli, "--data", dataDir], options);
  const url = await new Promise<string>((done, failed) => {
    supervisor.once("exit", (code) => failed(new Error(`the supervisor ended with ${code}`)));
    supervisor.stdout?.once("data", (line) => done(String(line).trim()));
  });
  return { supervisor, url };
}

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    return [...(await sql.unsafe<Record<string, unknown>[]>(statement))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}
