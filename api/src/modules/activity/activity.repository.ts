import { and, eq, gte, lt, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type ActivityRecordRow, activityQuotas, activityRecords } from "./activity.tables.js";

/** Whose trail: an account's, or that of a browser nobody has signed in with. */
export type ActivityActor = { readonly borrowerId: string } | { readonly visitorId: string };

const isOf = (actor: ActivityActor) =>
  "borrowerId" in actor
    ? eq(activityRecords.borrowerId, actor.borrowerId)
    : eq(activityRecords.visitorId, actor.visitorId);

/** Answers how many were new. */
export async function insert(tx: Tx, rows: readonly (typeof activityRecords.$inferInsert)[]): Promise<number> {
  if (rows.length === 0) return 0;
  const inserted = await tx
    .insert(activityRecords)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: activityRecords.id });
  return inserted.length;
}

/** Takes room for `count` events in the running hour. @returns null when it is given, otherwise the seconds left of that hour. */
export async function takeQuota(tx: Tx, actorId: string, count: number, max: number): Promise<number | null> {
  const taken = await tx
    .insert(activityQuotas)
    .values({ actorId, hour: sql`date_trunc('hour', clock_timestamp())`, eventCount: count })
    .onConflictDoUpdate({
      target: [activityQuotas.actorId, activityQuotas.hour],
      set: { eventCount: sql`${activityQuotas.eventCount} + ${count}` },
      setWhere: sql`${activityQuotas.eventCount} + ${count} <= ${max}`,
    })
    .returning({ eventCount: activityQuotas.eventCount });
  if (taken.length === 1) return null;
  const [left] = await tx.execute<{ seconds: number }>(
    sql`select ceil(extract(epoch from date_trunc('hour', clock_timestamp()) + interval '1 hour' - clock_timestamp()))::int as seconds`,
  );
  return left?.seconds ?? 0;
}

export type TrailRow = Pick<ActivityRecordRow, "productId" | "kind" | "seconds" | "occurredAt">;

const trailFields = {
  productId: activityRecords.productId,
  kind: activityRecords.kind,
  seconds: activityRecords.seconds,
  occurredAt: activityRecords.occurredAt,
};
const TRAIL_ROWS = 500;

const trailOfBorrower = statement<{ who: string; since: string }, TrailRow>(
  "activity_trail_of_borrower",
  build
    .select(trailFields)
    .from(activityRecords)
    .where(
      and(
        eq(activityRecords.borrowerId, sql.placeholder("who")),
        gte(activityRecords.occurredOn, sql.placeholder("since")),
        sql`${activityRecords.productId} is not null`,
      ),
    )
    .orderBy(sql`${activityRecords.occurredAt} desc`, activityRecords.id)
    .limit(TRAIL_ROWS),
);

const trailOfVisitor = statement<{ who: string; since: string }, TrailRow>(
  "activity_trail_of_visitor",
  build
    .select(trailFields)
    .from(activityRecords)
    .where(
      and(
        eq(activityRecords.visitorId, sql.placeholder("who")),
        gte(activityRecords.occurredOn, sql.placeholder("since")),
        sql`${activityRecords.productId} is not null`,
      ),
    )
    .orderBy(sql`${activityRecords.occurredAt} desc`, activityRecords.id)
    .limit(TRAIL_ROWS),
);

/** The latest events about products, newest first, at most 500. */
export const trailOf = (reader: Reader | Tx, actor: ActivityActor, since: string): Promise<TrailRow[]> =>
  "borrowerId" in actor
    ? trailOfBorrower.all(reader, { who: actor.borrowerId, since })
    : trailOfVisitor.all(reader, { who: actor.visitorId, since });

export async function countOf(reader: Reader | Tx, actor: ActivityActor): Promise<number> {
  const [row] = await reader.select({ count: sql<number>`count(*)::int` }).from(activityRecords).where(isOf(actor));
  return row?.count ?? 0;
}

export async function eraseOf(tx: Tx, actor: ActivityActor): Promise<number> {
  return (await tx.delete(activityRecords).where(isOf(actor)).returning({ id: activityRecords.id })).length;
}

/** Gives a guest's events to an account. */
export async function join(tx: Tx, visitorId: string, borrowerId: string): Promise<number> {
  const rows = await tx
    .update(activityRecords)
    .set({ borrowerId, visitorId: null })
    .where(eq(activityRecords.visitorId, visitorId))
    .returning({ id: activityRecords.id });
  return rows.length;
}

/** Deletes what is older than the two days, and the counters of hours past. */
export async function forgetBefore(tx: Tx, day: { account: string; visitor: string }): Promise<number> {
  const old = await tx
    .delete(activityRecords)
    .where(
      sql`${activityRecords.occurredOn} < ${day.account}::date or (${activityRecords.borrowerId} is null and ${activityRecords.occurredOn} < ${day.visitor}::date)`,
    )
    .returning({ id: activityRecords.id });
  await tx.delete(activityQuotas).where(lt(activityQuotas.hour, sql`clock_timestamp() - interval '2 hours'`));
  return old.length;
}

export interface CoOccurrence {
  readonly productId: string;
  readonly otherProductId: string;
  /** Different people whose trails hold both. */
  readonly personCount: number;
  /** Different people whose trails hold the first; and those whose trails hold the other. */
  readonly productPersonCount: number;
  readonly otherPersonCount: number;
  readonly [column: string]: unknown;
}

/** Pairs of products that the same people took an interest in, each pair once, only where enough people did. */
export function coOccurrences(reader: Reader | Tx, since: string, fewest: number): Promise<CoOccurrence[]> {
  return reader.execute<CoOccurrence>(sql`
    with liked as (
      select distinct coalesce(borrower_id, visitor_id) as person, product_id
      from activity_records where occurred_on >= ${since}::date and product_id is not null
    ),
    people as (select product_id, count(*)::int as n from liked group by 1),
    pairs as (
      select a.product_id as one, b.product_id as other, count(*)::int as n
      from liked a join liked b on a.person = b.person and a.product_id < b.product_id
      group by 1, 2 having count(*) >= ${fewest}
    )
    select one as "productId", other as "otherProductId", pairs.n as "personCount",
      o.n as "productPersonCount", t.n as "otherPersonCount"
    from pairs join people o on o.product_id = one join people t on t.product_id = other order by 1, 2`);
}
