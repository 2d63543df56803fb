/**
 * PostgreSQL, entered by a viewer: every viewer-facing transaction carries the viewer's ids, and the roles used here
 * are neither owner nor superuser, so row-level security holds even where a `where` was forgotten.
 */
import postgres, { type Sql } from "postgres";
import type { Viewer } from "../viewer/index.js";
import { ConvoyTexts } from "./convoy.js";
import { isWorthRetrying, refusalOf } from "./faults.js";
import { type OperationReads, openReads } from "./operation.js";
import type { Reader, Tx } from "./reader.js";
import { drizzleOn } from "./session.js";
import { SET_VIEWER, settingsOf } from "./settings.js";

export { refusalOf, violatedConstraint } from "./faults.js";
export type { OperationReads } from "./operation.js";
export type { Reader, Tx } from "./reader.js";
export { among, owner, scopedStatement } from "./scoped.js";
export { build, type Statement, statement } from "./statement.js";

export interface Database {
  /** The reads of one query operation; nothing is sent before the first. End it, always. */
  operation(viewer: Viewer): OperationReads;
  /** A short read-only transaction of its own. */
  read<T>(viewer: Viewer, work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * One write transaction. Begun again (at most three times) on a deadlock or serialisation failure, so `work` must
   * have no effect outside it. Services and jobs only; never while holding another.
   */
  write<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

const TEXT_TYPES = ["1184", "1082", "1083", "1114", "1182", "1185", "1115", "1231"];

/** A pool whose dates stay text (drizzle maps them) and whose reconnects do not back off into minutes. */
export function openPool(url: string, options: { max: number; statementTimeoutMs: number }): Sql {
  const pool = postgres(url, {
    max: options.max,
    backoff: () => 0.2,
    connect_timeout: 2,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: "daichao",
      statement_timeout: options.statementTimeoutMs,
      idle_in_transaction_session_timeout: 15_000,
      timezone: "UTC",
    },
  });
  const asText = (value: unknown) => value as string;
  const { parsers, serializers } = pool.options as unknown as Record<
    "parsers" | "serializers",
    Record<string, (value: unknown) => string>
  >;
  for (const type of TEXT_TYPES) parsers[type] = serializers[type] = asText;
  serializers["114"] = serializers["3802"] = asText;
  return pool;
}

const MAX_TRIES = 3;

/** `max` connections for reads and as many again, at most 10, for writes: a read never waits for a writer of its own operation. */
export function connect(url: string, options: { max: number; statementTimeoutMs: number }): Database {
  const reads = openPool(url, options);
  const writes = openPool(url, { ...options, max: Math.min(options.max, 10) });

  const texts = new ConvoyTexts();

  async function transact<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const wakes: (() => void)[] = [];
    const result = await writes.begin(async (transaction) => {
      transaction.unsafe(SET_VIEWER, settingsOf(viewer), { prepare: true }).catch(() => undefined);
      const tx = Object.assign(drizzleOn(transaction), { afterCommit: (wake: () => void) => void wakes.push(wake) });
      return work(tx as unknown as Tx);
    });
    for (const wake of wakes) wake();
    return result as T;
  }

  const database: Database = {
    operation: (viewer) => openReads(reads, viewer, texts),
    async read(viewer, work) {
      const operation = openReads(reads, viewer, texts);
      try {
        return await work(operation.reader);
      } catch (error) {
        throw refusalOf(error);
      } finally {
        await operation.end();
      }
    },
    async write(viewer, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await transact(viewer, work);
        } catch (error) {
          if (attempt >= MAX_TRIES || !isWorthRetrying(error)) throw refusalOf(error);
        }
      }
    },
    async isReachable() {
      return reads`select 1`.then(
        () => true,
        () => false,
      );
    },
    async close() {
      await Promise.all([reads.end({ timeout: 5 }), writes.end({ timeout: 5 })]);
    },
  };
  return database;
}
