/**
 * Live updates across processes. The relay numbers events in commit order under one lock and sends one coalesced
 * signal; every process then reads what is new and wakes its own listeners. A poll is the safety net. Listeners get
 * ids and the sequence number only, and re-read the row as themselves.
 */
import { createPubSub, type PubSub } from "@graphql-yoga/subscription";
import { asc, gt, sql } from "drizzle-orm";
import type { Sql } from "postgres";
import type { Database } from "../database/index.js";
import { type EventRow, events } from "../events/event.tables.js";
import type { Log } from "../log/index.js";
import { system, type Viewer } from "../viewer/index.js";
import { Relay } from "./relay.js";
import { createSignal, type Signal } from "./signal.js";

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

/** The audience whose events a viewer may hear: their own, their institution's, their channel's, or all. */
export function audienceOf(viewer: Viewer): Audience {
  switch (viewer.kind) {
    case "BORROWER":
      return `borrower:${viewer.borrowerId}`;
    case "INSTITUTION":
      return `institution:${viewer.institutionId}`;
    case "CHANNEL":
      return `channel:${viewer.channelId}`;
    case "PLATFORM":
    case "SYSTEM":
      return "platform";
    case "ANONYMOUS":
      return "nobody";
  }
}

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

export interface LiveOptions {
  readonly db: Database;
  /** A pool whose connection may be held for LISTEN. */
  readonly listener: Sql;
  readonly redisUrl: string | undefined;
  readonly log: Log;
}

const POLL_MS = 1_000;
const BATCH = 500;

function audiencesOf(row: EventRow): Audience[] {
  const audiences = ["platform"];
  if (row.borrowerId) audiences.push(`borrower:${row.borrowerId}`);
  if (row.institutionId) audiences.push(`institution:${row.institutionId}`);
  if (row.channelId) audiences.push(`channel:${row.channelId}`);
  return audiences;
}

class LiveHub implements Live {
  readonly #pubSub: PubSub<Record<Audience, [LiveEvent]>> = createPubSub();
  readonly #hearers = new Set<(event: LiveEvent) => void>();
  readonly #signal: Signal;
  readonly #relay: Relay;
  #lastSeq = 0;
  #isReading = false;
  #wantsRead = false;
  #poll: NodeJS.Timeout | undefined;

  constructor(private readonly options: LiveOptions) {
    this.#signal = createSignal(options.listener, options.redisUrl);
    this.#relay = new Relay(options.db, options.log, () => this.#signal.send());
  }

  readonly wakeRelay = (): void => this.#relay.wake();

  listen(audience: Audience): AsyncIterableIterator<LiveEvent> {
    return this.#pubSub.subscribe(audience);
  }

  onEvent(hear: (event: LiveEvent) => void): () => void {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  }

  async start(): Promise<void> {
    const newest = sql<string>`coalesce(max(${events.seq}), 0)::text`;
    const [row] = await this.options.db.read(system, (reader) => reader.select({ seq: newest }).from(events));
    this.#lastSeq = Number(row?.seq ?? 0);
    this.#relay.start();
    await this.#signal.start(() => this.#readSafely());
    this.#poll = setInterval(() => {
      this.wakeRelay();
      this.#readSafely();
    }, POLL_MS);
    this.#poll.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#poll);
    this.#relay.stop();
    await this.#signal.stop();
  }

  #readSafely(): void {
    this.#read().catch(() => undefined);
  }

  /** One reading at a time, and once more when a signal came meanwhile: order is kept and nothing is missed. */
  async #read(): Promise<void> {
    this.#wantsRead = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#wantsRead) {
        this.#wantsRead = false;
        while ((await this.#readBatch()) === BATCH);
      }
    } finally {
      this.#isReading = false;
    }
  }

  async #readBatch(): Promise<number> {
    const rows = await this.options.db.read(system, (reader) =>
      reader.select().from(events).where(gt(events.seq, this.#lastSeq)).orderBy(asc(events.seq)).limit(BATCH),
    );
    for (const row of rows) this.#announce(row);
    return rows.length;
  }

  #announce(row: EventRow): void {
    if (row.seq === null) return;
    this.#lastSeq = row.seq;
    const { id: eventId, seq, name, subjectType, subjectId, facts } = row;
    const event: LiveEvent = { eventId, seq, name, subjectType, subjectId, facts };
    for (const hear of this.#hearers) hear(event);
    for (const audience of audiencesOf(row)) this.#pubSub.publish(audience, event);
  }
}

export const createLive = (options: LiveOptions): Live => new LiveHub(options);
