import { and, asc, eq, inArray, lte, ne, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { RUNNING_STATES } from "./loan.states.js";
import { type InstalmentRow, instalments, type LoanRow, loans, type NewInstalmentRow } from "./loan.tables.js";

const UNSEEN = "00000000-0000-0000-0000-000000000000";

function within(scope: Scope) {
  if (scope === "all") return undefined;
  if (scope === "none" || "channelId" in scope) return eq(loans.id, UNSEEN);
  return "borrowerId" in scope ? eq(loans.borrowerId, scope.borrowerId) : eq(loans.institutionId, scope.institutionId);
}

export async function insert(tx: Tx, row: typeof loans.$inferInsert): Promise<LoanRow> {
  const [loan] = await tx.insert(loans).values(row).returning();
  if (!loan) throw new Error("the loan was not written");
  return loan;
}

export async function insertInstalments(tx: Tx, rows: readonly NewInstalmentRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(instalments).values([...rows]);
}

const byIdStatement = statement<{ id: string }, LoanRow>(
  "loan_by_id",
  build
    .select()
    .from(loans)
    .where(eq(loans.id, sql.placeholder("id"))),
);

const isWithin = (scope: Scope, row: LoanRow): boolean => {
  if (scope === "all") return true;
  if (scope === "none" || "channelId" in scope) return false;
  return "borrowerId" in scope ? row.borrowerId === scope.borrowerId : row.institutionId === scope.institutionId;
};

export async function find(reader: Reader | Tx, scope: Scope, id: string): Promise<LoanRow | undefined> {
  if (!isId(id)) return undefined;
  const row = await byIdStatement.first(reader, { id });
  return row && isWithin(scope, row) ? row : undefined;
}

/** Holds the loan against other writers until the transaction ends; readers and foreign keys pass. */
export async function lock(tx: Tx, id: string): Promise<LoanRow | undefined> {
  return (await tx.select().from(loans).where(eq(loans.id, id)).for("no key update"))[0];
}

export async function byIds(reader: Reader, scope: Scope, ids: readonly string[]): Promise<LoanRow[]> {
  return reader
    .select()
    .from(loans)
    .where(and(inArray(loans.id, [...ids]), within(scope)));
}

export async function ofApplications(reader: Reader, scope: Scope, ids: readonly string[]): Promise<LoanRow[]> {
  return reader
    .select()
    .from(loans)
    .where(and(inArray(loans.applicationId, [...ids]), within(scope)));
}

const instalmentsStatement = statement<{ ids: string[] }, InstalmentRow>(
  "instalments_of_loans",
  build
    .select()
    .from(instalments)
    .where(sql`${instalments.loanId} = any(${sql.placeholder("ids")}::uuid[])`)
    .orderBy(asc(instalments.loanId), asc(instalments.number)),
);

export const instalmentsOf = (reader: Reader | Tx, loanIds: readonly string[]): Promise<InstalmentRow[]> =>
  instalmentsStatement.all(reader, { ids: [...loanIds] });

const nextStatement = statement<{ ids: string[] }, InstalmentRow>(
  "next_instalments",
  build
    .selectDistinctOn([instalments.loanId])
    .from(instalments)
    .where(and(sql`${instalments.loanId} = any(${sql.placeholder("ids")}::uuid[])`, ne(instalments.state, "PAID")))
    .orderBy(asc(instalments.loanId), asc(instalments.number)),
);

/** The oldest unpaid instalment of each loan. */
export const nextInstalmentsOf = (reader: Reader, loanIds: readonly string[]): Promise<InstalmentRow[]> =>
  nextStatement.all(reader, { ids: [...loanIds] });

type LoanChange = Pick<LoanRow, "state" | "outstandingPrincipal" | "outstandingTotal" | "totalPaid" | "daysPastDue">;

export async function change(
  tx: Tx,
  seen: Pick<LoanRow, "id" | "version">,
  values: LoanChange,
): Promise<LoanRow | undefined> {
  const rows = await tx
    .update(loans)
    .set({ ...values, updatedAt: sql`clock_timestamp()`, version: seen.version + 1 })
    .where(and(eq(loans.id, seen.id), eq(loans.version, seen.version)))
    .returning();
  return rows[0];
}

type InstalmentChange = Partial<
  Pick<
    InstalmentRow,
    "state" | "daysPastDue" | "paidPrincipal" | "paidInterest" | "paidFee" | "paidOn" | "dueOn" | "isCalendarKnown"
  >
>;

export async function changeInstalment(tx: Tx, id: string, values: InstalmentChange): Promise<void> {
  await tx.update(instalments).set(values).where(eq(instalments.id, id));
}

/** Running loans with an unpaid instalment that is due on that day or before it. */
export async function withSomethingDue(reader: Reader | Tx, day: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: instalments.loanId })
    .from(instalments)
    .innerJoin(loans, eq(loans.id, instalments.loanId))
    .where(and(lte(instalments.dueOn, day), ne(instalments.state, "PAID"), inArray(loans.state, [...RUNNING_STATES])))
    .orderBy(asc(instalments.loanId));
  return rows.map((row) => row.id);
}

/** Loans with unpaid instalments whose year had no published holidays when they were made. */
export async function withUnknownDays(reader: Reader | Tx): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: instalments.loanId })
    .from(instalments)
    .where(and(eq(instalments.isCalendarKnown, false), ne(instalments.state, "PAID")));
  return rows.map((row) => row.id);
}
