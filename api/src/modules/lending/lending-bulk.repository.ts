import { asc, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/database/index.js";
import { type EventRow, events } from "../../kernel/events/event.tables.js";
import { disbursements } from "./contract.tables.js";
import { type InstalmentRow, instalments, type LoanRow, loans, type NewInstalmentRow } from "./loan.tables.js";

export type PastEvent = Pick<
  EventRow,
  "id" | "name" | "occurredAt" | "businessDay" | "subjectId" | "borrowerId" | "institutionId" | "facts"
>;

export interface PastLoanRows {
  readonly disbursement: typeof disbursements.$inferInsert;
  readonly loan: typeof loans.$inferInsert;
  readonly instalments: readonly NewInstalmentRow[];
  readonly event: PastEvent;
}

type LateLoan = Pick<LoanRow, "id" | "borrowerId" | "institutionId" | "daysPastDue">;

const ROWS_AT_ONCE = 1_000;

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insert(rows.slice(at, at + ROWS_AT_ONCE));
}

export async function insertAll(tx: Tx, past: readonly PastLoanRows[]): Promise<void> {
  await inParts(past, (part) => tx.insert(disbursements).values(part.map((row) => row.disbursement)));
  await inParts(past, (part) => tx.insert(loans).values(part.map((row) => row.loan)));
  await inParts(
    past.flatMap((row) => row.instalments),
    (part) => tx.insert(instalments).values(part),
  );
  await insertEvents(
    tx,
    past.map(({ event }) => event),
  );
}

/** What happened to loans in the past; nobody reacts to it any more. */
export async function insertEvents(tx: Tx, past: readonly PastEvent[]): Promise<void> {
  const happened = past.map((event) => ({ ...event, actorKind: "SYSTEM", subjectType: "Loan" }));
  await inParts(happened, (part) => tx.insert(events).values(part));
}

export async function loansWith(tx: Tx, loanIds: readonly string[]) {
  const ids = sql.param([...loanIds]);
  const found = await tx.select().from(loans).where(sql`${loans.id} = any(${ids}::uuid[])`).orderBy(asc(loans.id));
  const rows = await tx
    .select()
    .from(instalments)
    .where(sql`${instalments.loanId} = any(${ids}::uuid[])`)
    .orderBy(asc(instalments.number));
  const byLoan = Map.groupBy(rows, (row) => row.loanId);
  return found.map((loan) => ({ loan, instalments: byLoan.get(loan.id) ?? [] }));
}

interface Paid {
  readonly loan: LoanRow;
  readonly instalments: readonly InstalmentRow[];
}

/** Writes what is paid by now, one statement for instalments and one for loans per part. */
export async function storePaid(tx: Tx, paid: readonly Paid[]): Promise<void> {
  const texts = (values: readonly (bigint | string | null)[]) =>
    sql.param(values.map((value) => value?.toString() ?? null));
  const touched = paid.flatMap(({ instalments: rows }) =>
    rows.filter((row) => row.paidPrincipal + row.paidInterest + row.paidFee > 0n),
  );
  await inParts(touched, (part) =>
    tx.execute(sql`
      update instalments set paid_principal = now.principal, paid_interest = now.interest, paid_fee = now.fee,
        state = now.state, paid_on = now.paid_on::date
      from unnest(${texts(part.map((row) => row.id))}::uuid[], ${texts(part.map((row) => row.paidPrincipal))}::bigint[],
        ${texts(part.map((row) => row.paidInterest))}::bigint[], ${texts(part.map((row) => row.paidFee))}::bigint[],
        ${texts(part.map((row) => row.state))}::text[], ${texts(part.map((row) => row.paidOn))}::text[])
        as now (id, principal, interest, fee, state, paid_on)
      where instalments.id = now.id`),
  );
  const rows = paid.map(({ loan }) => loan);
  await inParts(rows, (part) =>
    tx.execute(sql`
      update loans set state = now.state, outstanding_principal = now.principal, outstanding_total = now.total,
        total_paid = now.paid, version = version + 1
      from unnest(${texts(part.map((row) => row.id))}::uuid[], ${texts(part.map((row) => row.state))}::text[],
        ${texts(part.map((row) => row.outstandingPrincipal))}::bigint[], ${texts(part.map((row) => row.outstandingTotal))}::bigint[],
        ${texts(part.map((row) => row.totalPaid))}::bigint[]) as now (id, state, principal, total, paid)
      where loans.id = now.id`),
  );
}

/**
 * States and days past due of instalments and loans on a day, from the amounts alone: the rules of
 * `instalmentStanding` and `loanStanding` in one statement each. Answers the loans that became overdue.
 */
export async function bringTo(tx: Tx, day: string, loanIds: readonly string[]): Promise<LateLoan[]> {
  const ids = sql.param([...loanIds]);
  await tx.execute(sql`
    update instalments set
      state = case when due_on < ${day}::date then 'OVERDUE'
        when paid_principal + paid_interest + paid_fee > 0 then 'PARTLY_PAID'
        when due_on = ${day}::date then 'DUE' else 'UPCOMING' end,
      days_past_due = greatest(0, ${day}::date - due_on)
    where loan_id = any(${ids}::uuid[]) and state <> 'PAID'`);
  const rows = await tx.execute<{ id: string; borrower_id: string; institution_id: string; days: number }>(sql`
    with standing as (select loan_id, max(days_past_due) as days from instalments
      where loan_id = any(${ids}::uuid[]) and state <> 'PAID' group by loan_id),
    before as (select id, state from loans where id = any(${ids}::uuid[])),
    changed as (update loans set days_past_due = standing.days, version = version + 1,
      state = case when standing.days > 0 then 'OVERDUE' else 'ACTIVE' end
      from standing where loans.id = standing.loan_id and loans.state in ('ACTIVE', 'OVERDUE') returning loans.*)
    select changed.id, changed.borrower_id, changed.institution_id, changed.days_past_due as days
    from changed join before on before.id = changed.id where changed.state = 'OVERDUE' and before.state = 'ACTIVE'`);
  return rows.map(({ id, borrower_id: borrowerId, institution_id: institutionId, days: daysPastDue }) => ({
    id,
    borrowerId,
    institutionId,
    daysPastDue,
  }));
}
