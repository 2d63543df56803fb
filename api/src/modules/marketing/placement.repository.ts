import { and, desc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import type { PlacementPlace, PlacementState } from "./placement.states.js";
import { type PlacementRow, placements } from "./placement.tables.js";

export interface PlacementFilter {
  readonly states?: readonly PlacementState[] | null;
  readonly place?: PlacementPlace | null;
}

const booked = statement<{ place: string; day: string }, PlacementRow>(
  "placements_booked",
  build
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.place, sql.placeholder("place")),
        sql`${placements.state} = 'BOOKED'`,
        lte(placements.startsOn, sql.placeholder("day")),
        gte(placements.endsOn, sql.placeholder("day")),
      ),
    )
    .orderBy(placements.startsOn, placements.id),
);

/** Booked for that place and day, whoever has booked first standing first: what is paid orders nothing. */
export const bookedOn = (reader: Reader, place: PlacementPlace, day: string): Promise<PlacementRow[]> =>
  booked.all(reader, { place, day });

export async function page(
  reader: Reader,
  { states, place }: PlacementFilter,
  { first, after }: PageRequest,
): Promise<Page<PlacementRow>> {
  const cursor = decodeCursor(after, 2);
  const rows = await reader
    .select()
    .from(placements)
    .where(
      and(
        states && states.length > 0 ? inArray(placements.state, [...states]) : undefined,
        place ? eq(placements.place, place) : undefined,
        cursor
          ? sql`(${placements.createdAt}, ${placements.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(placements.createdAt), desc(placements.id))
    .limit(first + 1);
  return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id]);
}

export async function find(reader: Reader | Tx, id: string): Promise<PlacementRow | undefined> {
  const rows = await reader.select().from(placements).where(eq(placements.id, id));
  return rows[0];
}

/** One booking of a place at a time, so that two cannot take the last slot. */
export const lockPlace = (tx: Tx, place: PlacementPlace): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(7140032, hashtext(${place}))`);

/** Most slots taken on any one day of a span, proposed ones included. */
export async function mostTaken(
  tx: Tx,
  { place, startsOn, endsOn, exceptId }: { place: PlacementPlace; startsOn: string; endsOn: string; exceptId: string },
): Promise<number> {
  const [row] = await tx.execute<{ most: number }>(sql`
    select coalesce(max(taken), 0)::int as most from (
      select count(p.id) as taken
      from generate_series(${startsOn}::date, ${endsOn}::date, interval '1 day') as span(day)
      join placements p on p.place = ${place} and p.state in ('PROPOSED', 'BOOKED') and p.id <> ${exceptId}::uuid
        and p.starts_on <= span.day::date and p.ends_on >= span.day::date
      group by span.day
    ) days`);
  return row?.most ?? 0;
}

export async function insert(tx: Tx, row: typeof placements.$inferInsert): Promise<PlacementRow | undefined> {
  const rows = await tx.insert(placements).values(row).returning();
  return rows[0];
}

/** Compare-and-set; undefined when it stands elsewhere by now. */
export async function change(
  tx: Tx,
  id: string,
  from: readonly PlacementState[],
  set: Partial<Pick<PlacementRow, "state" | "endedReason" | "endedNote">>,
  expected?: number,
): Promise<PlacementRow | undefined> {
  const rows = await tx
    .update(placements)
    .set({ ...set, version: sql`${placements.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(placements.id, id),
        inArray(placements.state, [...from]),
        expected === undefined ? undefined : eq(placements.version, expected),
      ),
    )
    .returning();
  return rows[0];
}

/** Charges a day to every slot that runs on it and was not charged for it; a budget is never overdrawn. */
export async function charge(tx: Tx, day: string, productIds: readonly string[]): Promise<PlacementRow[]> {
  return tx
    .update(placements)
    .set({ spent: sql`${placements.spent} + ${placements.dailyPrice}`, chargedOn: day })
    .where(
      and(
        eq(placements.state, "BOOKED"),
        inArray(placements.productId, [...productIds]),
        lte(placements.startsOn, day),
        gte(placements.endsOn, day),
        sql`(${placements.chargedOn} is null or ${placements.chargedOn} < ${day}::date)`,
        sql`${placements.spent} + ${placements.dailyPrice} <= ${placements.budget}`,
      ),
    )
    .returning();
}

/** Booked slots that no later day can come for: their last day is past, or the budget pays for none. */
export const finished = (tx: Tx, day: string): Promise<PlacementRow[]> =>
  tx
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.state, "BOOKED"),
        sql`(${placements.endsOn} < ${day}::date or (${placements.spent} + ${placements.dailyPrice} > ${placements.budget} and ${placements.chargedOn} is distinct from ${day}::date))`,
      ),
    );
