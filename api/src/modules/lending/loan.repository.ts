import { and, asc, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import { among, build, owner, type Reader, scopedStatement, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { RUNNING_STATES } from "./loan.states.js";
import { type InstalmentRow, instalments, type LoanRow, loans, type NewInstalmentRow } from "./loan.tables.js";

export async function insert(tx: Tx, row: typeof loans.$inferInsert): Promise<LoanRow> {
  const [loan] = await tx.insert(loans).values(row).returning();
  if (!loan) throw new Error("the loan was not written");
  return loan;
}

export async function insertInstalments(tx: Tx, rows: readonly NewInstalmentRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(instalments).values([...rows]);
}

const owners = { borrower: eq(loans.borrowerId, owner), institution: eq(loans.institutionId, owner) };
const loansBy = (name: string, column: typeof loans.id | typeof loans.applicationId) =>
  scopedStatement<{ ids: readonly string[] }, LoanRow>(name, owners, (isOwned) =>
    build
      .select()
      .from(loans)
      .where(and(among(column), isOwned)),
  );
const byIdsStatement = loansBy("loans_by_ids", loans.id);
const ofApplicationsStatement = loansBy("loans_of_applications", loans.applicationId);

export const find = async (reader: Reader | Tx, scope: Scope, id: string): Promise<LoanRow | undefined> =>
  isId(id) ? byIdsStatement.first(reader, scope, { ids: [id] }) : undefined;

/** How many running loans were paid out to a card and are repaid from it. */
export async function countRunningOn(reader: Reader | Tx, bankCardId: string): Promise<number> {
  const rows = await reader
    .select({ count: sql<number>`count(*)::int` })
    .from(loans)
    .where(and(eq(loans.bankCardId, bankCardId), inArray(loans.state, [...RUNNING_STATES])));
  return rows[0]?.count ?? 0;
}

/** Holds the loan against other writers until the transaction ends; readers and foreign keys pass. */
export async function lock(tx: Tx, id: string): Promise<LoanRow | undefined> {
  return (await tx.select().from(loans).where(eq(loans.id, id)).for("no key update"))[0];
}

/** Holds several at once, in the order of their ids, so that two who do so wait for each other and no more. */
export const lockAll = (tx: Tx, ids: readonly string[]): Promise<LoanRow[]> =>
  tx
    .select()
    .from(loans)
    .where(inArray(loans.id, [...ids]))
    .orderBy(asc(loans.id))
    .for("no key update");

export const byIds = (reader: Reader, scope: Scope, ids: readonly string[]): Promise<LoanRow[]> =>
  byIdsStatement.all(reader, scope, { ids });

export const ofApplications = (reader: Reader, scope: Scope, ids: readonly string[]): Promise<LoanRow[]> =>
  ofApplicationsStatement.all(reader, scope, { ids });

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

export const count = (reader: Reader | Tx): Promise<number> => reader.$count(loans);

/** Ids of all loans, a page at a time, in the order of the ids. */
export async function idsAfter(reader: Reader | Tx, after: string | null, limit: number): Promise<string[]> {
  const rows = await reader
    .select({ id: loans.id })
    .from(loans)
    .where(after === null ? undefined : gt(loans.id, after))
    .orderBy(asc(loans.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
