import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import type { CallbackVerdict } from "./bank-order.states.js";
import { type BankCallbackRow, type BankOrderRow, bankCallbacks, bankOrders } from "./bank-order.tables.js";

export async function insert(tx: Tx, row: typeof bankOrders.$inferInsert): Promise<BankOrderRow> {
  const [order] = await tx.insert(bankOrders).values(row).returning();
  if (!order) throw new Error("the bank order was not written");
  return order;
}

export async function insertMany(tx: Tx, rows: readonly (typeof bankOrders.$inferInsert)[]): Promise<void> {
  await tx.insert(bankOrders).values([...rows]);
}

export async function byId(reader: Reader | Tx, id: string): Promise<BankOrderRow | undefined> {
  return (await reader.select().from(bankOrders).where(eq(bankOrders.id, id)))[0];
}

const byIdsStatement = statement<{ ids: readonly string[] }, BankOrderRow>(
  "bank_orders_by_ids",
  build.select().from(bankOrders).where(among(bankOrders.id)),
);

export const byIds = (reader: Reader, ids: readonly string[]): Promise<BankOrderRow[]> =>
  byIdsStatement.all(reader, { ids });

export async function lockById(tx: Tx, id: string): Promise<BankOrderRow | undefined> {
  return (await tx.select().from(bankOrders).where(eq(bankOrders.id, id)).for("no key update"))[0];
}

type Change = Partial<
  Pick<BankOrderRow, "state" | "bankReference" | "failure" | "disputeReason" | "hasContradiction" | "askedCount">
>;

/** `isSettled` stamps the moment of the outcome once. */
export async function change(tx: Tx, id: string, values: Change, isSettled: boolean): Promise<void> {
  await tx
    .update(bankOrders)
    .set({
      ...values,
      updatedAt: sql`clock_timestamp()`,
      ...(isSettled ? { settledAt: sql`coalesce(${bankOrders.settledAt}, clock_timestamp())` } : {}),
    })
    .where(eq(bankOrders.id, id));
}

/** Orders without an outcome that nobody has touched for a while, longest first. */
export async function stale(reader: Reader | Tx, olderThanSeconds: number, limit: number): Promise<BankOrderRow[]> {
  return reader
    .select()
    .from(bankOrders)
    .where(
      and(
        inArray(bankOrders.state, ["REQUESTED", "SENT", "UNKNOWN"]),
        lt(bankOrders.updatedAt, sql`clock_timestamp() - make_interval(secs => ${olderThanSeconds})`),
      ),
    )
    .orderBy(asc(bankOrders.updatedAt))
    .limit(limit);
}

export async function storeCallback(
  tx: Tx,
  provider: string,
  rawBody: string,
): Promise<Pick<BankCallbackRow, "id" | "receivedAt">> {
  const [row] = await tx
    .insert(bankCallbacks)
    .values({ provider, rawBody })
    .returning({ id: bankCallbacks.id, receivedAt: bankCallbacks.receivedAt });
  if (!row) throw new Error("the callback was not stored");
  return row;
}

export async function hasCallback(tx: Tx, provider: string, eventId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: bankCallbacks.id })
    .from(bankCallbacks)
    .where(and(eq(bankCallbacks.provider, provider), eq(bankCallbacks.eventId, eventId)));
  return rows.length > 0;
}

export interface CallbackDecision {
  readonly verdict: CallbackVerdict;
  readonly reason: string | null;
  readonly eventId?: string;
  readonly orderId?: string;
}

export async function decideCallback(tx: Tx, id: string, decision: CallbackDecision): Promise<void> {
  await tx
    .update(bankCallbacks)
    .set({ ...decision, decidedAt: sql`clock_timestamp()` })
    .where(eq(bankCallbacks.id, id));
}
