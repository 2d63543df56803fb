import { and, desc, eq, gte, inArray, lt, lte, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { events } from "../../kernel/events/event.tables.js";
import { applicationEvents } from "./application.events.js";
import type { ApplicationState } from "./application.states.js";
import { type ExpectedTimeRow, expectedTimes } from "./expected-time.tables.js";

export interface Days {
  readonly from: string;
  readonly to: string;
}

const moved = ({ from, to }: Days) =>
  and(
    eq(events.name, applicationEvents.statusChanged.name),
    gte(events.businessDay, from),
    lte(events.businessDay, to),
  );

export const all = (reader: Reader | Tx): Promise<ExpectedTimeRow[]> => reader.select().from(expectedTimes);

/** Institutions whose applications moved on these business days. */
export async function institutionsOf(reader: Reader | Tx, days: Days): Promise<string[]> {
  const rows = await reader.selectDistinct({ id: events.institutionId }).from(events).where(moved(days));
  return rows.flatMap(({ id }) => id ?? []);
}

/** Applications of an institution that reached one of the states on these business days, the latest first. */
export async function applicationsThatReached(
  reader: Reader | Tx,
  institutionId: string,
  states: readonly ApplicationState[],
  days: Days,
  limit: number,
): Promise<string[]> {
  const reached = inArray(sql`${events.facts} ->> 'to'`, [...states]);
  const rows = await reader
    .select({ id: events.subjectId })
    .from(events)
    .where(and(moved(days), eq(events.institutionId, institutionId), reached))
    .orderBy(desc(events.occurredAt), desc(events.id))
    .limit(limit);
  return [...new Set(rows.map(({ id }) => id))];
}

/** Writes what was counted on a day and drops what no case stands behind any more. */
export async function replaceAll(
  tx: Tx,
  rows: readonly (typeof expectedTimes.$inferInsert)[],
  countedTo: string,
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(expectedTimes)
      .values([...rows])
      .onConflictDoUpdate({
        target: [expectedTimes.institutionId, expectedTimes.step],
        set: {
          countedTo: sql`excluded.counted_to`,
          caseCount: sql`excluded.case_count`,
          medianMinutes: sql`excluded.median_minutes`,
          ninetiethMinutes: sql`excluded.ninetieth_minutes`,
          updatedAt: sql`clock_timestamp()`,
        },
      });
  await tx.delete(expectedTimes).where(lt(expectedTimes.countedTo, countedTo));
}
