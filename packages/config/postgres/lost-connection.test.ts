import { connect as dial, type Socket } from "node:net";
import postgres, { type Options, type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";

const database = `lost_connection_${process.pid}`;
const admin = postgres(inject("postgresUrl"), { max: 2, onnotice: () => {} });
let sql: Sql;

beforeAll(async () => {
  await admin.unsafe(`create database ${database}`);
});

beforeEach(async () => {
  sql = connect(1);
  await sql`create table if not exists entries (label text primary key)`;
  await sql`truncate entries`;
});

afterEach(() => sql.end({ timeout: 5 }));

afterAll(async () => {
  await admin.unsafe(`drop database ${database} with (force)`);
  await admin.end();
});

test("a transaction whose backend was killed writes nothing into the transaction that follows on the connection", async () => {
  const written = signal();
  const dead = sql.begin(async (tx) => {
    await tx`insert into entries values ('before')`;
    await kill(tx);
    await sql.begin(async (next) => {
      await next`insert into entries values ('following')`;
      await expect(tx`insert into entries values ('ghost')`).rejects.toThrow(/CONNECTION_CLOSED/);
      const labels = await next`select label from entries`;
      expect(labels.map(({ label }) => label)).toEqual(["following"]);
    });
    written.open();
  });
  await expect(dead).rejects.toThrow(/CONNECTION_CLOSED/);
  await written.opened;
  expect(await labelsLeft()).toEqual(["following"]);
});

test("the commit of a killed transaction commits nobody else's work, and its caller is told", async () => {
  const gate = signal();
  let following: Promise<unknown> = Promise.resolve();
  const dead = sql.begin(async (tx) => {
    await tx`insert into entries values ('before')`;
    await kill(tx);
    const begun = signal();
    following = sql.begin(async (next) => {
      await next`insert into entries values ('undecided')`;
      begun.open();
      await gate.opened;
      throw new Error("changed my mind");
    });
    following.catch(() => {});
    await begun.opened;
  });
  await expect(dead).rejects.toThrow(/CONNECTION_CLOSED/);
  await pause(100);
  gate.open();
  await expect(following).rejects.toThrow("changed my mind");
  expect(await labelsLeft()).toEqual([]);
});

test("the rollback of a killed transaction undoes nobody else's work", async () => {
  const dead = sql.begin(async (tx) => {
    await tx`insert into entries values ('before')`;
    await kill(tx);
    const done = signal();
    void sql.begin(async (next) => {
      await next`insert into entries values ('first half')`;
      done.open();
      await pause(200);
      await next`insert into entries values ('second half')`;
    });
    await done.opened;
    throw new Error("the dead one fails too");
  });
  await expect(dead).rejects.toThrow();
  await pause(500);
  expect(await labelsLeft()).toEqual(["first half", "second half"]);
});

test("a savepoint of a killed transaction is refused, also when the caller swallows the failure", async () => {
  const dead = sql.begin(async (tx) => {
    await kill(tx);
    await tx.savepoint((point) => point`insert into entries values ('ghost')`).catch(() => {});
    await tx`insert into entries values ('ghost')`.catch(() => {});
    return "fine";
  });
  await expect(dead).rejects.toThrow(/CONNECTION_CLOSED/);
  expect(await labelsLeft()).toEqual([]);
});

test("statements waiting behind a killed backend are refused and do not hang", async () => {
  const dead = sql.begin(async (tx) => {
    const long = tx`select pg_sleep(30)`;
    const waiting = Array.from({ length: 150 }, (_, at) => tx`insert into entries values (${`w${at}`})`);
    const outcomes = Promise.allSettled([long, ...waiting]);
    await pause(200);
    await killAll();
    const settled = await outcomes;
    expect(settled.filter(({ status }) => status === "fulfilled")).toEqual([]);
  });
  await expect(dead).rejects.toThrow();
  expect(await labelsLeft()).toEqual([]);
});

test("a reserved connection that was lost refuses its holder and leaves the pool usable", async () => {
  const held = await sql.reserve();
  await held`insert into entries values ('reserved')`;
  await killAll();
  await pause(50);
  await expect(held`insert into entries values ('ghost')`).rejects.toThrow(/CONNECTION_CLOSED/);
  held.release();
  held.release();
  expect(await labelsLeft()).toEqual(["reserved"]);
});

test("a statement after an idle connection was killed is answered, not refused with the old connection's error", async () => {
  await Promise.allSettled([sql`select pg_sleep(5)`, pause(100).then(killAll)]);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a statement between a connection's error and its close is refused, and the next connection answers its own", async () => {
  const { hostname, port } = new URL(inject("postgresUrl"));
  let socket: Socket | undefined;
  const opened = (): Promise<Socket> =>
    new Promise((done) => {
      socket = dial(Number(port), hostname, () => done(socket as Socket));
    });
  const pool = connect(1, { socket: opened } as object);
  const dead = pool.begin(async (tx) => {
    const long = tx`select pg_sleep(5)`;
    setTimeout(() => socket?.destroy(Object.assign(new Error("reset by peer"), { code: "ECONNRESET" })), 50);
    await expect(long).rejects.toThrow("reset by peer");
    await expect(tx`insert into entries values ('ghost')`).rejects.toThrow(/CONNECTION_CLOSED/);
  });
  await expect(dead).rejects.toThrow(/CONNECTION_CLOSED/);
  const answers = [1, 2, 3].map((n) => pool.begin((tx) => tx`select ${n}::int as n`));
  expect((await Promise.all(answers)).map(([row]) => row?.n)).toEqual([1, 2, 3]);
  await pool.end({ timeout: 5 });
  expect(await labelsLeft()).toEqual([]);
});

test("a transaction begun at the end of a full pipeline is still a transaction of its own", async () => {
  const pool = connect(2);
  await Promise.all([pool`select pg_sleep(0.05)`, pool`select pg_sleep(0.05)`]);
  const lengths = Array.from({ length: 16 }, (_, at) => 194 + at);
  for (const length of lengths) {
    const statements = Array.from({ length }, (_, at) => pool`select ${at}::int as n`.execute());
    const begun = pool.begin((tx) => tx`insert into entries values (${`after ${length}`})`);
    await Promise.all([...statements, begun]);
  }
  await pool.end({ timeout: 5 });
  expect(await labelsLeft()).toHaveLength(lengths.length);
});

function connect(max: number, more: Options<Record<string, never>> = {}): Sql {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return postgres(url.href, {
    max,
    backoff: () => 0.05,
    connect_timeout: 2,
    fetch_types: false,
    onnotice: () => {},
    ...more,
  });
}

async function labelsLeft(): Promise<string[]> {
  const rows = await sql<{ label: string }[]>`select label from entries order by label`;
  return rows.map(({ label }) => label);
}

/** Kills the backend of a transaction and waits until this process has noticed. */
async function kill(tx: Pick<Sql, "unsafe">): Promise<void> {
  const [row] = await tx.unsafe<{ pid: number }[]>("select pg_backend_pid() as pid");
  await admin`select pg_terminate_backend(${row?.pid ?? 0})`;
  await pause(100);
}

async function killAll(): Promise<void> {
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${database}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function signal(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { opened, open };
}
