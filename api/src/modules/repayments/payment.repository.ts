import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { among, build, owner, type Reader, scopedStatement, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { type PaymentState, PENDING_STATES } from "./payment.states.js";
import { type PaymentLineRow, type PaymentRow, paymentLines, payments } from "./payment.tables.js";

const owners = { borrower: eq(payments.borrowerId, owner), institution: eq(payments.institutionId, owner) };

export async function insert(tx: Tx, row: typeof payments.$inferInsert): Promise<PaymentRow> {
  const [payment] = await tx.insert(payments).values(row).returning();
  if (!payment) throw new Error("the payment was not written");
  return payment;
}

const byId = scopedStatement<{ id: string }, PaymentRow>("payment_by_id", owners, (isOwned) =>
  build
    .select()
    .from(payments)
    .where(and(eq(payments.id, sql.placeholder("id")), isOwned)),
);

export const find = async (reader: Reader | Tx, scope: Scope, id: string): Promise<PaymentRow | undefined> =>
  isId(id) ? byId.first(reader, scope, { id }) : undefined;

export async function lock(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  return (await tx.select().from(payments).where(eq(payments.id, id)).for("no key update"))[0];
}

const paymentsOfLoans = scopedStatement<{ ids: readonly string[] }, PaymentRow>(
  "payments_of_loans",
  owners,
  (isOwned) =>
    build
      .select()
      .from(payments)
      .where(and(among(payments.loanId), isOwned))
      .orderBy(desc(payments.createdAt), desc(payments.id)),
);

export const ofLoans = (reader: Reader, scope: Scope, loanIds: readonly string[]): Promise<PaymentRow[]> =>
  paymentsOfLoans.all(reader, scope, { ids: loanIds });

/** Fen that payments under way may still take from a loan. */
export async function pendingOf(reader: Reader | Tx, loanId: string): Promise<bigint> {
  const [row] = await reader
    .select({ amount: sql<string>`coalesce(sum(${payments.amount}), 0)::text` })
    .from(payments)
    .where(and(eq(payments.loanId, loanId), inArray(payments.state, [...PENDING_STATES])));
  return BigInt(row?.amount ?? "0");
}

type Outcome = Partial<Pick<PaymentRow, "bankReference" | "failure" | "receiptNumber" | "paidOn">>;

/** Compare-and-set on the state; undefined when it stands elsewhere. `settledNow` stamps the outcome. */
export async function move(
  tx: Tx,
  id: string,
  from: readonly PaymentState[],
  change: Outcome & { readonly state: PaymentState },
  settledNow: boolean,
): Promise<PaymentRow | undefined> {
  const rows = await tx
    .update(payments)
    .set({
      ...change,
      ...(settledNow ? { settledAt: sql`clock_timestamp()` } : {}),
      version: sql`${payments.version} + 1`,
    })
    .where(and(eq(payments.id, id), inArray(payments.state, [...from])))
    .returning();
  return rows[0];
}

export async function insertLines(tx: Tx, rows: readonly (typeof paymentLines.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(paymentLines).values([...rows]);
}

const linesStatement = statement<{ ids: readonly string[] }, PaymentLineRow>(
  "payment_lines",
  build
    .select()
    .from(paymentLines)
    .where(among(paymentLines.paymentId))
    .orderBy(asc(paymentLines.paymentId), asc(paymentLines.instalmentNumber)),
);

export const linesOf = (reader: Reader | Tx, paymentIds: readonly string[]): Promise<PaymentLineRow[]> =>
  linesStatement.all(reader, { ids: paymentIds });
