import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { events, reactionMarks } from "../events/event.tables.js";
import { defineEvent, markReaction } from "../events/index.js";
import { newId } from "../ids/index.js";
import { once } from "../once/index.js";
import { anonymous, type BorrowerViewer, system } from "../viewer/index.js";
import { build, type Reader, refusalOf, statement } from "./index.js";

let world: TestKernel;
beforeAll(async () => {
  world = await testKernel();
});
afterAll(() => world.close());

const borrower = (borrowerId = newId()): BorrowerViewer => ({
  kind: "BORROWER",
  accountId: borrowerId,
  borrowerId,
  sessionId: newId(),
  permissions: new Set(),
  displayName: "林",
  isFrozen: false,
});

const noted = defineEvent<{ note: string }>("test.noted");
const note = (viewer: BorrowerViewer, text: string) =>
  world.kernel.db.write(viewer, (tx) =>
    world.kernel.events.record(tx, viewer, noted, {
      subject: { type: "Test", id: viewer.borrowerId },
      borrowerId: viewer.borrowerId,
      facts: { note: text },
    }),
  );

const eventById = statement(
  "test_event_by_id",
  build
    .select()
    .from(events)
    .where(eq(events.id, sql.placeholder("id"))),
);

describe("the walls", () => {
  test("a borrower reads their own events and nobody else's, even with no where clause", async () => {
    const [lin, wang] = [borrower(), borrower()];
    await note(lin, "one");
    await note(wang, "two");
    const seen = await world.kernel.db.read(lin, (reader) => reader.select().from(events));
    expect(seen.map((row) => row.borrowerId)).toEqual([lin.borrowerId]);
    expect(await world.kernel.db.read(anonymous, (reader) => reader.select().from(events))).toEqual([]);
    expect(
      (await world.kernel.db.read(system, (reader) => reader.select().from(events))).length,
    ).toBeGreaterThanOrEqual(2);
  });

  test("an operation's reads share one read-only transaction and refuse after its end", async () => {
    const operation = world.kernel.db.operation(system);
    const first = await operation.reader.execute<{ id: string }>(
      sql`select txid_current_if_assigned() as none, pg_backend_pid() as id`,
    );
    const second = await operation.reader.execute<{ id: string }>(sql`select pg_backend_pid() as id`);
    expect(first[0]?.id).toBe(second[0]?.id);
    await expect(operation.reader.execute(sql`delete from idempotency_keys`)).rejects.toThrow();
    await operation.end();
    const late = await operation.reader.execute(sql`select 1`).catch(refusalOf);
    expect(late).toMatchObject({ code: "UNAVAILABLE" });
  });

  test("a connection lost in the middle of a page's reads ends that page and harms no other", async () => {
    const [lin, wang] = [borrower(), borrower()];
    await note(lin, "one");
    await note(wang, "two");
    const operation = world.kernel.db.operation(lin);
    const [{ pid } = { pid: 0 }] = await operation.reader.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await world.owner`select pg_terminate_backend(${pid})`;
    expect(await operation.reader.execute(sql`select 1`).catch(refusalOf)).toMatchObject({ code: "UNAVAILABLE" });
    await operation.end();
    const pages = Array.from({ length: 30 }, () =>
      world.kernel.db.read(wang, (reader) => reader.select().from(events)),
    );
    for (const seen of await Promise.all(pages)) expect(seen.map((row) => row.borrowerId)).toEqual([wang.borrowerId]);
  });

  test("a statement refused by the database ends its own page only", async () => {
    const lin = borrower();
    await note(lin, "kept");
    const operation = world.kernel.db.operation(lin);
    await expect(operation.reader.execute(sql`select 1 / 0`)).rejects.toThrow();
    await expect(operation.reader.select().from(events)).rejects.toThrow();
    await operation.end();
    const seen = await world.kernel.db.read(lin, (reader) => reader.select().from(events));
    expect(seen.map((row) => row.borrowerId)).toEqual([lin.borrowerId]);
  });

  test("history is append-only for everybody", async () => {
    const lin = borrower();
    await note(lin, "kept");
    await expect(world.owner`update events set name = 'forged' where borrower_id = ${lin.borrowerId}`).rejects.toThrow(
      "append-only",
    );
    await expect(world.owner`delete from events`).rejects.toThrow("append-only");
  });

  test("every table with an owner's column has a forced wall", async () => {
    const rows = await world.owner<{ name: string }[]>`
      select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('borrower_id', 'institution_id', 'channel_id') and not a.attisdropped
      where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`;
    expect(rows.map((row) => row.name)).toEqual([]);
  });
});

describe("compiled statements", () => {
  test("answer what the ordinary path answers, with the same types", async () => {
    const lin = borrower();
    const id = await note(lin, "same");
    const [compiled, ordinary] = await world.kernel.db.read(lin, async (reader) => [
      await eventById.first(reader, { id }),
      (await reader.select().from(events).where(eq(events.id, id)))[0],
    ]);
    expect(compiled).toEqual(ordinary);
    expect(compiled?.occurredAt).toBeInstanceOf(Date);
  });

  test("a joined row that is missing is null, one that is there is whole, as on the ordinary path", async () => {
    const lin = borrower();
    const first = await note(lin, "first");
    const second = await note(lin, "second");
    await world.kernel.db.write(system, (tx) => markReaction(tx, "test.heard", second));
    const query = (from: Pick<Reader, "select">) =>
      from
        .select({
          id: events.id,
          event: events,
          mark: reactionMarks,
          twice: sql<string>`${events.name} || ${events.name}`,
        })
        .from(events)
        .leftJoin(reactionMarks, eq(reactionMarks.eventId, events.id))
        .where(eq(events.borrowerId, lin.borrowerId))
        .orderBy(events.id);
    const compiled = statement("test_joined", query(build));
    const [quick, ordinary] = await world.kernel.db.read(system, async (reader) => [
      await compiled.all(reader, {}),
      await query(reader),
    ]);
    expect(quick).toEqual(ordinary);
    expect(quick.map(({ id, mark }) => [id, mark?.reaction ?? null])).toEqual([
      [first, null],
      [second, "test.heard"],
    ]);
  });
});

describe("statements asked at the same moment", () => {
  const everyType = statement<{ from: number; word: string }, Record<string, unknown>>(
    "test_every_type",
    build
      .select({
        yes: sql`n = 2`,
        small: sql`n`,
        big: sql`9007199254740993 + n`,
        exact: sql`1.50::numeric`,
        rough: sql`0.1::float8 * n`,
        word: sql`${sql.placeholder("word")}::text || '$1 stays'`,
        words: sql`array['a "b"', null, 'c,d\\']`,
        flags: sql`array[n = 2, null]`,
        days: sql`array['2026-11-30'::date]`,
        json: sql`jsonb_build_object('a', '“b" \\', 'n', n)`,
        at: sql`'2026-11-30T08:00:00.123Z'::timestamptz`,
        bytes: sql`'\\xdeadbeef'::bytea`,
        nothing: sql`null::text`,
      })
      .from(sql`generate_series(3, ${sql.placeholder("from")}::int, -1) as n`)
      .orderBy(sql`n desc`) as never,
  );
  const asks: readonly ((reader: Reader) => Promise<Record<string, unknown>[]>)[] = [
    (reader) => everyType.all(reader, { from: 1, word: "一" }),
    (reader) => everyType.all(reader, { from: 3, word: "$2" }),
    (reader) => everyType.all(reader, { from: 4, word: "none" }),
    (reader) => eventById.all(reader, { id: newId() }),
  ];

  test("travel as one and answer what each answers alone", async () => {
    const alone = [];
    for (const ask of asks) alone.push(await world.kernel.db.read(system, ask));
    const operation = world.kernel.db.operation(system);
    const together = await Promise.all(asks.map((ask) => ask(operation.reader)));
    expect(operation.statementCount()).toBe(1);
    await operation.end();
    expect(together).toEqual(alone);
    expect(together.map((rows) => rows.length)).toEqual([3, 1, 0, 0]);
    expect(together[0]?.map(({ small }) => small)).toEqual([3, 2, 1]);
  });

  test("a statement the database refuses is refused to all that travelled with it", async () => {
    const broken = statement<{ by: number }, { n: number }>(
      "test_division",
      build.select({ n: sql<number>`1 / ${sql.placeholder("by")}::int` }).from(sql`(values (1)) as one`),
    );
    await world.kernel.db.read(system, (reader) => broken.all(reader, { by: 1 }));
    const operation = world.kernel.db.operation(system);
    const outcomes = await Promise.allSettled([
      broken.all(operation.reader, { by: 0 }),
      eventById.all(operation.reader, { id: newId() }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await operation.end();
  });

  test("keep their viewer's walls", async () => {
    const [lin, wang] = [borrower(), borrower()];
    const [mine, theirs] = [await note(lin, "mine"), await note(wang, "theirs")];
    const operation = world.kernel.db.operation(lin);
    const [seen, hidden] = await Promise.all([
      eventById.all(operation.reader, { id: mine }),
      eventById.all(operation.reader, { id: theirs }),
    ]);
    expect([seen?.length, hidden?.length, operation.statementCount()]).toEqual([1, 0, 1]);
    await operation.end();
  });
});

describe("once", () => {
  test("2-17 a repeated intent has one effect and one answer, also when five race", async () => {
    const lin = borrower();
    let effects = 0;
    const submit = () =>
      world.kernel.db.write(lin, (tx) =>
        once(tx, lin, { key: "intent-0001", operation: "test", request: { amount: 5n } }, async () => {
          effects += 1;
          return { id: newId() };
        }),
      );
    const answers = await Promise.all([submit(), submit(), submit(), submit(), submit()]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(effects).toBe(1);
  });

  test("the same key with other content is a conflict", async () => {
    const lin = borrower();
    const submit = (amount: bigint) =>
      world.kernel.db.write(lin, (tx) =>
        once(tx, lin, { key: "intent-0002", operation: "test", request: { amount } }, async () => null),
      );
    await submit(1n);
    await expect(submit(2n)).rejects.toMatchObject({ code: "KEY_REUSED" });
  });
});
