import { and, between, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { figureDays } from "./figure-day.tables.js";

export interface Figures {
  readonly applicationCount: number;
  readonly approvedCount: number;
  readonly rejectedCount: number;
  readonly disbursedCount: number;
  readonly disbursedAmount: bigint;
  readonly repaidAmount: bigint;
}

export interface DayFigures extends Figures {
  readonly day: string;
}

export const NO_FIGURES: Figures = {
  applicationCount: 0,
  approvedCount: 0,
  rejectedCount: 0,
  disbursedCount: 0,
  disbursedAmount: 0n,
  repaidAmount: 0n,
};

/** How each figure is counted from the append-only events of a day. */
const FROM_EVENTS = sql`
  count(*) filter (where name = 'application.submitted')::int as application_count,
  count(distinct subject_id) filter (where name = 'application.statusChanged' and facts ->> 'to' = 'APPROVED')::int as approved_count,
  count(distinct subject_id) filter (where name = 'application.statusChanged' and facts ->> 'to' = 'REJECTED')::int as rejected_count,
  count(*) filter (where name = 'loan.opened')::int as disbursed_count,
  coalesce(sum((facts ->> 'principal')::bigint) filter (where name = 'loan.opened'), 0)::bigint as disbursed_amount,
  coalesce(sum((facts ->> 'amount')::bigint) filter (where name = 'payment.settled'), 0)::bigint as repaid_amount`;
const COUNTED = sql`name in ('application.submitted', 'application.statusChanged', 'loan.opened', 'payment.settled')`;

/** Recounts the roll-ups of one institution's day, or of all of a span, from events. */
export async function recount(tx: Tx, span: { from: string; to: string; institutionId?: string }): Promise<void> {
  const mine = span.institutionId ? sql`and institution_id = ${span.institutionId}` : sql``;
  await tx.execute(sql`
    insert into figure_days (day, institution_id, application_count, approved_count, rejected_count, disbursed_count, disbursed_amount, repaid_amount)
    select business_day, institution_id, ${FROM_EVENTS} from events
    where ${COUNTED} and business_day between ${span.from} and ${span.to} and institution_id is not null ${mine}
    group by business_day, institution_id
    on conflict (institution_id, day) do update set application_count = excluded.application_count, approved_count = excluded.approved_count,
      rejected_count = excluded.rejected_count, disbursed_count = excluded.disbursed_count, disbursed_amount = excluded.disbursed_amount,
      repaid_amount = excluded.repaid_amount, updated_at = clock_timestamp()`);
}

const mineOnly = (scope: Scope) => {
  if (scope === "all") return undefined;
  return typeof scope === "object" && "institutionId" in scope
    ? eq(figureDays.institutionId, scope.institutionId)
    : sql`false`;
};

/** Roll-ups per day of a span, oldest first; only days with business have a row. */
export async function daysOf(
  reader: Reader,
  scope: Scope,
  from: string,
  to: string,
  institutionId?: string | null,
): Promise<DayFigures[]> {
  return reader
    .select({
      day: figureDays.day,
      applicationCount: sql<number>`sum(${figureDays.applicationCount})::int`,
      approvedCount: sql<number>`sum(${figureDays.approvedCount})::int`,
      rejectedCount: sql<number>`sum(${figureDays.rejectedCount})::int`,
      disbursedCount: sql<number>`sum(${figureDays.disbursedCount})::int`,
      disbursedAmount: sql<bigint>`sum(${figureDays.disbursedAmount})::bigint`.mapWith(BigInt),
      repaidAmount: sql<bigint>`sum(${figureDays.repaidAmount})::bigint`.mapWith(BigInt),
    })
    .from(figureDays)
    .where(
      and(
        mineOnly(scope),
        between(figureDays.day, from, to),
        institutionId ? eq(figureDays.institutionId, institutionId) : undefined,
      ),
    )
    .groupBy(figureDays.day)
    .orderBy(figureDays.day);
}

/** The platform's day counted anew from events, roll-ups left aside. */
export async function recountedDay(reader: Reader, day: string): Promise<Figures> {
  const rows = await reader.execute<Record<string, string | number>>(
    sql`select ${FROM_EVENTS} from events where ${COUNTED} and business_day = ${day}`,
  );
  const row = rows[0];
  if (!row) return NO_FIGURES;
  return {
    applicationCount: Number(row.application_count),
    approvedCount: Number(row.approved_count),
    rejectedCount: Number(row.rejected_count),
    disbursedCount: Number(row.disbursed_count),
    disbursedAmount: BigInt(row.disbursed_amount ?? 0),
    repaidAmount: BigInt(row.repaid_amount ?? 0),
  };
}

/** Outstanding principal of running loans, and the part whose oldest unpaid instalment is past due. */
export async function portfolioOf(
  reader: Reader,
  scope: Scope,
  institutionId?: string | null,
): Promise<{ outstanding: bigint; overdue: bigint }> {
  const mine =
    scope === "all"
      ? institutionId
        ? sql`institution_id = ${institutionId}`
        : sql`true`
      : typeof scope === "object" && "institutionId" in scope
        ? sql`institution_id = ${scope.institutionId}`
        : sql`false`;
  const rows = await reader.execute<{ outstanding: string; overdue: string }>(sql`
    select coalesce(sum(outstanding_principal), 0)::text as outstanding,
      coalesce(sum(outstanding_principal) filter (where days_past_due > 0), 0)::text as overdue
    from loans where ${mine}`);
  return { outstanding: BigInt(rows[0]?.outstanding ?? 0), overdue: BigInt(rows[0]?.overdue ?? 0) };
}
