/**
 * Two clocks. Real time is the database's, for sessions, codes, signatures and reading time. Business time runs a stored
 * offset ahead of it, for due dates, interest, reminders and statements. A host whose own clock is wrong changes neither.
 */
import { sql } from "drizzle-orm";
import type { Database, Reader, Tx } from "../database/index.js";
import { system } from "../viewer/index.js";

export interface Clock {
  /** Real time, as the database tells it. */
  now(): Date;
  /** Business time. */
  businessNow(): Date;
  /** The business day in Asia/Shanghai. */
  today(): string;
  /** Fetches skew and offset anew; runs every two seconds once started. */
  refresh(): Promise<void>;
  /**
   * Sets day 0 of a database that has no clock yet: business time then stands at nine on `day`, ahead of real time or
   * behind it; without a day it is real time. A clock that stands is left alone. Answers day 0.
   */
  begin(tx: Tx, day: string | undefined, by: string): Promise<string>;
  /** Moves business time to the start of `day` plus `hour`, or refuses to go back: returns false then. */
  advanceTo(tx: Tx, day: string, hour: number, by: string): Promise<boolean>;
  start(): void;
  stop(): void;
}

const SHANGHAI_MS = 8 * 3_600_000;
const POLL_MS = 2_000;
const OPENING_HOUR = 9;

/** The calendar day of an instant in Asia/Shanghai, which has had no daylight saving since 1991. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
/** The instant at which `hour` strikes in Asia/Shanghai on that day. */
export const instantOf = (day: string, hour = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + hour * 3_600_000);

interface ClockRow {
  readonly now_ms: string;
  readonly offset_ms: string | null;
}

async function readRow(reader: Reader | Tx): Promise<ClockRow | undefined> {
  const rows = await reader.execute<Record<string, unknown> & ClockRow>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as now_ms, (select offset_ms::text from business_clock) as offset_ms`,
  );
  return rows[0];
}

export function createClock(db: Database): Clock {
  let skewMs = 0;
  let offsetMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const clock: Clock = {
    now: () => new Date(Date.now() + skewMs),
    businessNow: () => new Date(Date.now() + skewMs + offsetMs),
    today: () => dayOf(clock.businessNow()),
    async refresh() {
      const before = Date.now();
      const row = await db.read(system, readRow);
      if (!row) return;
      skewMs = Number(row.now_ms) - Math.round((before + Date.now()) / 2);
      offsetMs = Number(row.offset_ms ?? 0);
    },
    async begin(tx, day, by) {
      const row = await readRow(tx);
      const nowMs = Number(row?.now_ms ?? 0);
      const dayZero = day ?? dayOf(new Date(nowMs));
      const offset = day ? instantOf(day, OPENING_HOUR).getTime() - nowMs : 0;
      await tx.execute(sql`insert into business_clock (id, offset_ms, day_zero, changed_by) values (1, ${offset}, ${dayZero}, ${by})
        on conflict (id) do nothing`);
      const rows = await tx.execute<{ day: string }>(sql`select day_zero::text as day from business_clock`);
      tx.afterCommit(() => void clock.refresh().catch(() => undefined));
      return rows[0]?.day ?? dayZero;
    },
    async advanceTo(tx, day, hour, by) {
      const row = await readRow(tx);
      if (!row) return false;
      const wanted = instantOf(day, hour).getTime() - Number(row.now_ms);
      if (wanted < Number(row.offset_ms ?? 0)) return false;
      await tx.execute(sql`insert into business_clock (id, offset_ms, day_zero, changed_by) values (1, ${wanted}, ${day}, ${by})
        on conflict (id) do update set offset_ms = excluded.offset_ms, changed_at = clock_timestamp(), changed_by = excluded.changed_by`);
      tx.afterCommit(() => void clock.refresh().catch(() => undefined));
      return true;
    },
    start() {
      timer ??= setInterval(() => void clock.refresh().catch(() => undefined), POLL_MS);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
  return clock;
}
