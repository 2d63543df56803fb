/** The product while something breaks: its database restarts, its sockets are cut, a second process works beside it. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type RunningPostgres, startPostgres } from "@daichao/config/postgres";
import { Redis } from "ioredis";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refused, until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { DraftView, SubmissionView, WorldBorrower } from "./kit/world-borrower.js";

const folder = mkdtempSync(join(tmpdir(), "daichao-faults-"));
const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
const quiet = { LOG_LEVEL: "silent" };

let port: number;
let server: RunningPostgres;
let world: World;
let li: WorldBorrower;
let productId: string;

const startServer = () =>
  startPostgres({ dataDir: join(folder, "postgres"), port, durable: true, maxConnections: 120 });

beforeAll(async () => {
  port = await freePort();
  server = await startServer();
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe("create database daichao template template0 lc_ctype 'C.UTF-8' lc_collate 'C.UTF-8'");
  await admin.end();
  const databaseUrl = server.url.replace(/\/[^/]*$/, "/daichao");
  world = await openWorld({ databaseUrl, env: quiet });
  productId = await world.publishes("A");
  li = await world.borrower().isReady();
  await until(
    () => li.drafts([productId]),
    ({ missing }) => missing.length === 0,
  );
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const statusOf = async (path: string): Promise<number> => (await fetch(`${world.url}${path}`)).status;
const countOf = async (table: string): Promise<number> =>
  Number((await world.owner.unsafe<{ count: string }[]>(`select count(*) from ${table}`))[0]?.count);

/** Presses until it is answered, as a client with a key may; what came between is kept. */
async function pressUntilAnswered(draft: DraftView, key: string): Promise<{ answer: SubmissionView; met: unknown[] }> {
  const met: unknown[] = [];
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      return { answer: await li.presses(li.submissionOf(draft, key)), met };
    } catch (error) {
      met.push(error);
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe("when PostgreSQL restarts in the middle of submissions", () => {
  it("callers get UNAVAILABLE and may repeat, each intent becomes one application, and the process stays up", async () => {
    const draft = await li.drafts([productId]);
    const lock = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
    // Holds the submission in the middle of its transaction: its rows wait for this lock.
    const held = Promise.withResolvers<void>();
    const holding = lock
      .begin(async (sql) => {
        await sql`lock table consents in access exclusive mode`;
        held.resolve();
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      })
      .catch(() => undefined);
    await held.promise;
    const key = crypto.randomUUID();
    const pressing = pressUntilAnswered(draft, key);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const stoppedAt = performance.now();
    const stopping = server.stop();
    await until(
      () => statusOf("/readyz"),
      (status) => status === 503,
      2_000,
    );
    expect(performance.now() - stoppedAt).toBeLessThan(2_000);
    expect(await statusOf("/healthz")).toBe(200);
    await stopping;
    const asked = performance.now();
    const away = await li.caller.ask("{ applications { edges { node { id } } } }");
    expect(away.refusals[0]?.extensions).toMatchObject({ code: "UNAVAILABLE", retryable: true });
    expect(performance.now() - asked).toBeLessThan(5_000);
    server = await startServer();
    const backAt = performance.now();
    await until(
      () => statusOf("/readyz"),
      (status) => status === 200,
      3_000,
    );
    const { answer, met } = await pressing;
    expect(performance.now() - backAt).toBeLessThan(3_000);
    await Promise.race([lock.end({ timeout: 0 }), holding]);
    expect(met.length).toBeGreaterThan(0);
    for (const refusal of met)
      expect(refusal).toMatchObject({ code: expect.stringMatching(/^(UNAVAILABLE|OVERLOADED)$/), retryable: true });
    expect(met.every((refusal) => refusal instanceof Refused)).toBe(true);
    expect(answer.applications).toHaveLength(1);
    expect(await countOf("applications")).toBe(1);
    const again = await li.presses(li.submissionOf(draft, key));
    expect(again.applications.map(({ id }) => id)).toEqual(answer.applications.map(({ id }) => id));
  }, 60_000);

  it("work that was queued before goes on after: the application is screened", async () => {
    const reviewer = await world.reviewer("A");
    await until(
      () => reviewer.seesQueue(),
      (queue) => queue.some(({ state }) => state === "UNDER_REVIEW"),
      20_000,
    );
  }, 30_000);

  it("live updates go on after", async () => {
    const reviewer = await world.reviewer("A");
    const [application] = await reviewer.seesQueue();
    if (!application) throw new Error("nothing stands in review");
    const heard = await reviewer.watchesQueue();
    const { version } = await reviewer.putsBack(await reviewer.takes(application));
    await heard.next((event) => event.version === version, 3_000);
    heard.end();
  }, 20_000);
});

describe("a socket that is cut", () => {
  it("comes back by itself, hears what follows, and asking again shows what was missed", async () => {
    const reviewer = await world.reviewer("A");
    const [application] = await reviewer.seesQueue();
    if (!application) throw new Error("nothing stands in review");
    const heard = await li.watches(application.id);
    heard.cut();
    const current = await reviewer.application(application.id);
    const asked = await reviewer.requestsDocument(current, "INCOME_PROOF", "请补充收入证明");
    expect((await li.application(application.id)).state).toBe("NEED_MORE_INFO");
    const known = heard.heard.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const document = await li.uploadsDocument("INCOME_PROOF");
    const [request] = asked.documentRequests;
    const supply = () => li.suppliesDocument(request?.id ?? "", document.id).catch((refusal: Error) => refusal);
    await until(supply, (answer) => !(answer instanceof Error));
    await heard.next(({ state }) => state === "UNDER_REVIEW");
    expect(heard.heard.length).toBeGreaterThan(known);
    heard.end();
  }, 30_000);
});

describe("two processes over one database", () => {
  /** Neither needs the bank or the bureau here. */
  const process = (env: Record<string, string>) =>
    openWorld({
      databaseUrl: world.databaseUrl,
      hasWorker: false,
      env: { ...quiet, BANK_URL: "http://127.0.0.1:9", BUREAU_URL: "http://127.0.0.1:9", ...env },
    });

  /** Somebody acts at one, somebody else listens at the other; milliseconds until it is heard. */
  async function hearsAcross(here: World, there: World): Promise<number> {
    const reviewer = await here.reviewer("A");
    const [application] = await reviewer.seesQueue();
    if (!application) throw new Error("nothing stands in review");
    const heard = await (await there.reviewer("A", "reviewer-2")).watchesQueue();
    const began = performance.now();
    const { version } = await reviewer.putsBack(await reviewer.takes(application));
    await heard.next((event) => event.version === version);
    const took = performance.now() - began;
    heard.end();
    return took;
  }

  it("one hears what happened in the other by NOTIFY, within two seconds", async () => {
    const second = await process({});
    expect(await hearsAcross(world, second)).toBeLessThan(2_000);
    expect(await hearsAcross(second, world)).toBeLessThan(2_000);
    await second.close();
  }, 60_000);

  if (hasRedis)
    it("through Redis where there is one, and by NOTIFY again when it dies", async () => {
      const redisPort = await freePort();
      const options = ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
      const redis = spawn("redis-server", options, { stdio: "ignore" });
      const REDIS_URL = `redis://127.0.0.1:${redisPort}`;
      const ear = new Redis(REDIS_URL, { retryStrategy: () => 200 });
      ear.on("error", () => undefined);
      let signals = 0;
      ear.on("message", () => {
        signals += 1;
      });
      await ear.subscribe("daichao_live");
      const [here, there] = [await process({ REDIS_URL }), await process({ REDIS_URL })];
      try {
        expect(await hearsAcross(here, there)).toBeLessThan(2_000);
        expect(signals).toBeGreaterThan(0);
        redis.kill("SIGKILL");
        await new Promise((resolve) => setTimeout(resolve, 300));
        expect(await hearsAcross(here, there)).toBeLessThan(2_000);
      } finally {
        ear.disconnect();
        redis.kill("SIGKILL");
        await here.close();
        await there.close();
      }
    }, 90_000);
  else
    it("would use Redis, but there is no redis-server on this machine: NOTIFY alone was shown", () =>
      expect(hasRedis).toBe(false));
});
