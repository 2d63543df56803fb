/**
 * Live updates across processes. The relay numbers events in commit order under one lock and sends one coalesced
 * NOTIFY (or a Redis message); every process then reads what is new and wakes its own listeners. A poll is the safety
 * net. Listeners get ids and the sequence number only, and re-read the row as themselves.
 */
import { createPubSub } from "@graphql-yoga/subscription";
import { asc, gt, sql } from "drizzle-orm";
import { Redis } from "ioredis";
import type { Sql } from "postgres";
import type { Database } from "../database/index.js";
import { events } from "../events/event.tables.js";
import { type Log, stackOf } from "../log/index.js";
import { system } from "../viewer/index.js";

export interface LiveEvent {
  readonly seq: number;
  readonly eventId: string;
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: Record<string, unknown>;
}

/** `borrower:<id>`, `institution:<id>`, `channel:<id>` or `platform`. */
export type Audience = string;

export interface Live {
  /** Events of one audience from now on. Its `return()` works: a closed socket leaves nothing behind. */
  listen(audience: Audience): AsyncIterableIterator<LiveEvent>;
  /** Every event of every audience, in order, in this process: for caches. Answers how to stop. */
  onEvent(hear: (event: LiveEvent) => void): () => void;
  /** Numbers and announces what this process has just committed. */
  wakeRelay(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const CHANNEL = "daichao_live";
const RELAY_LOCK = 7_140_002;
const POLL_MS = 1_000;
const COALESCE_MS = 15;
const BATCH = 500;

export interface LiveOptions {
  readonly db: Database;
  /** A pool whose connection may be held for LISTEN. */
  readonly listener: Sql;
  readonly redisUrl: string | undefined;
  readonly log: Log;
}

type Topics = Record<string, [LiveEvent]>;

export function createLive({ db, listener, redisUrl, log }: LiveOptions): Live {
  const pubSub = createPubSub<Topics>();
  const hearers = new Set<(event: LiveEvent) => void>();
  let lastSeq = 0;
  let isStarted = false;
  let isReading = false;
  let wantsRead = false;
  let relayTimer: NodeJS.Timeout | undefined;
  let pollTimer: NodeJS.Timeout | undefined;
  let redis: { publisher: Redis; subscriber: Redis } | undefined;
  let unlisten: (() => Promise<void>) | undefined;

  async function number(): Promise<number> {
    return db.write(system, async (tx) => {
      const [lock] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as held`);
      if (!lock?.held) return -1;
      const rows = await tx.execute<{ id: string }>(sql`
        update events set seq = numbered.seq from (
          select id, nextval('event_seq') as seq from (select id from events where seq is null order by occurred_at, id limit ${BATCH}) waiting
        ) numbered where events.id = numbered.id returning events.id`);
      if (rows.length > 0 && !redis) await tx.execute(sql`select pg_notify(${CHANNEL}, '')`);
      return rows.length;
    });
  }

  async function relay(): Promise<void> {
    const count = await number();
    if (count > 0 && redis) await redis.publisher.publish(CHANNEL, "").catch(() => read());
    // Somebody else holds the lock: what we committed may have missed its look.
    if (count === -1 || count === BATCH) wakeRelay();
  }

  function wakeRelay(): void {
    if (!isStarted) return;
    relayTimer ??= setTimeout(() => {
      relayTimer = undefined;
      relay().catch((error) => log.warn({ stack: stackOf(error) }, "relay failed"));
    }, COALESCE_MS);
  }

  function announce(event: LiveEvent, audiences: readonly string[]): void {
    for (const hear of hearers) hear(event);
    for (const audience of audiences) pubSub.publish(audience, event);
  }

  async function readOnce(): Promise<number> {
    const rows = await db.read(system, (reader) =>
      reader.select().from(events).where(gt(events.seq, lastSeq)).orderBy(asc(events.seq)).limit(BATCH),
    );
    for (const row of rows) {
      if (row.seq === null) continue;
      lastSeq = row.seq;
      const { id: eventId, seq, name, subjectType, subjectId, facts } = row;
      const audiences = ["platform"];
      if (row.borrowerId) audiences.push(`borrower:${row.borrowerId}`);
      if (row.institutionId) audiences.push(`institution:${row.institutionId}`);
      if (row.channelId) audiences.push(`channel:${row.channelId}`);
      announce({ eventId, seq, name, subjectType, subjectId, facts }, audiences);
    }
    return rows.length;
  }

  async function read(): Promise<void> {
    wantsRead = true;
    if (isReading) return;
    isReading = true;
    try {
      while (wantsRead) {
        wantsRead = false;
        while ((await readOnce()) === BATCH);
      }
    } finally {
      isReading = false;
    }
  }

  const safely = (work: Promise<unknown>) => void work.catch(() => undefined);

  return {
    listen: (audience) => pubSub.subscribe(audience),
    onEvent(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    wakeRelay,
    async start() {
      isStarted = true;
      const [row] = await db.read(system, (reader) =>
        reader.select({ seq: sql<string>`coalesce(max(${events.seq}), 0)::text` }).from(events),
      );
      lastSeq = Number(row?.seq ?? 0);
      if (redisUrl) {
        const open = () =>
          new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => 500 });
        redis = { publisher: open(), subscriber: open() };
        for (const client of Object.values(redis)) client.on("error", () => undefined);
        redis.subscriber.on("message", () => safely(read()));
        safely(redis.publisher.connect());
        safely(redis.subscriber.connect().then(() => redis?.subscriber.subscribe(CHANNEL)));
      }
      const subscription = await listener.listen(CHANNEL, () => safely(read()));
      unlisten = () => subscription.unlisten();
      pollTimer = setInterval(() => {
        wakeRelay();
        safely(read());
      }, POLL_MS);
      pollTimer.unref();
    },
    async stop() {
      isStarted = false;
      clearInterval(pollTimer);
      clearTimeout(relayTimer);
      await unlisten?.().catch(() => undefined);
      redis?.publisher.disconnect();
      redis?.subscriber.disconnect();
    },
  };
}
