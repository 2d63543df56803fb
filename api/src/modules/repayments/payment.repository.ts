import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { type PaymentState, PENDING_STATES } from "./payment.states.js";
import { type PaymentLineRow, type PaymentRow, paymentLines, payments } from "./payment.tables.js";

function within(scope: Scope): SQL | undefined {
  if (scope === "all") return undefined;
  if (scope === "none" || "channelId" in scope) return sql`false`;
  return "borrowerId" in scope
    ? eq(payments.borrowerId, scope.borrowerId)
    : eq(payments.institutionId, scope.institutionId);
}

export async function insert(tx: Tx, row: typeof payments.$inferInsert): Promise<PaymentRow> {
  const [payment] = await tx.insert(payments).values(row).returning();
  if (!payment) throw new Error("the payment was not written");
  return payment;
}

export async function find(reader: Reader | Tx, scope: Scope, id: string): Promise<PaymentRow | undefined> {
  if (!isId(id)) return undefined;
  return (
    await reader
      .select()
      .from(payments)
      .where(and(eq(payments.id, id), within(scope)))
  )[0];
}

export async function lock(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  return (await tx.select().from(payments).where(eq(payments.id, id)).for("no key update"))[0];
}

export async function ofLoans(reader: Reader, scope: Scope, loanIds: readonly string[]): Promise<PaymentRow[]> {
  return reader
    .select()
    .from(payments)
    .where(and(inArray(payments.loanId, [...loanIds]), within(scope)))
    .orderBy(desc(payments.createdAt), desc(payments.id));
}

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

export async function linesOf(reader: Reader | Tx, paymentIds: readonly string[]): Promise<PaymentLineRow[]> {
  return reader
    .select()
    .from(paymentLines)
    .where(inArray(paymentLines.paymentId, [...paymentIds]))
    .orderBy(asc(paymentLines.paymentId), asc(paymentLines.instalmentNumber));
}
