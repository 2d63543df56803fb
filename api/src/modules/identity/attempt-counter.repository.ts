import { eq, lt, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/database/index.js";
import { attemptCounters } from "./attempt-counter.tables.js";

export interface Budget {
  readonly limit: number;
  readonly seconds: number;
}

export interface Claim {
  readonly isGranted: boolean;
  readonly left: number;
  /** Seconds until the window ends. */
  readonly seconds: number;
}

/**
 * Takes one of the tries of a window; racing claims wait for one another, so no more than `limit` are granted.
 * The window begins anew with the try that uses it up: a lock then lasts its whole length.
 */
export async function claim(tx: Tx, key: string, { limit, seconds }: Budget): Promise<Claim> {
  const over = sql`attempt_counters.window_from < clock_timestamp() - make_interval(secs => ${seconds})`;
  const count = sql`case when ${over} then 1 else least(attempt_counters.count, ${limit}::int) + 1 end`;
  const windowFrom = sql`case when ${over} or attempt_counters.count + 1 = ${limit}::int then clock_timestamp() else attempt_counters.window_from end`;
  const [row] = await tx
    .insert(attemptCounters)
    .values({ key, count: 1 })
    .onConflictDoUpdate({ target: attemptCounters.key, set: { count, windowFrom } })
    .returning({
      count: attemptCounters.count,
      left: sql<string>`ceil(extract(epoch from ${attemptCounters.windowFrom} - clock_timestamp()) + ${seconds})::text`,
    });
  const used = row?.count ?? limit + 1;
  return {
    isGranted: used <= limit,
    left: Math.max(0, limit - used),
    seconds: Math.max(1, Number(row?.left ?? seconds)),
  };
}

export async function forget(tx: Tx, key: string): Promise<void> {
  await tx.delete(attemptCounters).where(eq(attemptCounters.key, key));
}

/** Windows are a day at most. */
export async function deleteOld(tx: Tx): Promise<void> {
  await tx.delete(attemptCounters).where(lt(attemptCounters.windowFrom, sql`clock_timestamp() - interval '2 days'`));
}
