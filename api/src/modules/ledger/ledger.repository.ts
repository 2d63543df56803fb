import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type AccountKey, keyText } from "./account.states.js";
import { accountBalances, ledgerAccounts, type TransferRow, transfers } from "./ledger.tables.js";

type NewTransfer = typeof transfers.$inferInsert;

/** Opens what is missing and answers the id of each account by its `keyText`. */
export async function accountIds(tx: Tx, keys: readonly AccountKey[]): Promise<Map<string, string>> {
  const wanted = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  // In one order everywhere: two postings that open the same accounts wait for each other, never in a circle.
  wanted.sort((a, b) => (keyText(a) < keyText(b) ? -1 : 1));
  await tx.insert(ledgerAccounts).values(wanted).onConflictDoNothing();
  const rows = await tx
    .select()
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.ownerId, [...new Set(wanted.map((key) => key.ownerId))]));
  return new Map(rows.map((row) => [keyText(row), row.id]));
}

/** Locks kept balances against each other's writers, in id order; a foreign-key check passes. */
export async function lockBalances(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .insert(accountBalances)
    .values([...ids].sort().map((accountId) => ({ accountId })))
    .onConflictDoNothing();
  await tx
    .select({ id: accountBalances.accountId })
    .from(accountBalances)
    .where(inArray(accountBalances.accountId, [...ids]))
    .orderBy(asc(accountBalances.accountId))
    .for("no key update");
}

export async function addToBalance(tx: Tx, accountId: string, change: bigint): Promise<void> {
  await tx
    .update(accountBalances)
    .set({ balance: sql`${accountBalances.balance} + ${change}` })
    .where(eq(accountBalances.accountId, accountId));
}

/** Many balances in one statement, for bulk postings. */
export async function addToBalances(tx: Tx, changes: readonly { accountId: string; change: bigint }[]): Promise<void> {
  const ids = changes.map(({ accountId }) => accountId);
  const amounts = changes.map(({ change }) => change.toString());
  await tx.execute(sql`
    update account_balances set balance = balance + changed.amount
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(amounts)}::bigint[]) as changed (id, amount)
    where account_balances.account_id = changed.id`);
}

export async function insertTransfers(tx: Tx, rows: readonly NewTransfer[]): Promise<TransferRow[]> {
  return tx
    .insert(transfers)
    .values([...rows])
    .returning();
}

export async function transferById(reader: Reader | Tx, id: string): Promise<TransferRow | undefined> {
  return (await reader.select().from(transfers).where(eq(transfers.id, id)))[0];
}

export async function accountsById(reader: Reader | Tx, ids: readonly string[]) {
  return reader
    .select()
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.id, [...ids]));
}

/** Debits less credits of one account, summed from its transfers; zero for an account nobody has used. */
export async function balanceOf(reader: Reader | Tx, key: AccountKey): Promise<bigint> {
  const rows = await reader.execute<{ balance: string }>(sql`
    select (coalesce(sum(t.amount) filter (where t.debit_account_id = a.id), 0)
      - coalesce(sum(t.amount) filter (where t.credit_account_id = a.id), 0))::text as balance
    from ledger_accounts a left join transfers t on a.id in (t.debit_account_id, t.credit_account_id)
    where a.owner_kind = ${key.ownerKind} and a.owner_id = ${key.ownerId} and a.kind = ${key.kind}`);
  return BigInt(rows[0]?.balance ?? "0");
}

export async function keptBalanceOf(reader: Reader | Tx, key: AccountKey): Promise<bigint | undefined> {
  const [row] = await reader
    .select({ balance: accountBalances.balance })
    .from(accountBalances)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, accountBalances.accountId))
    .where(
      and(
        eq(ledgerAccounts.ownerKind, key.ownerKind),
        eq(ledgerAccounts.ownerId, key.ownerId),
        eq(ledgerAccounts.kind, key.kind),
      ),
    );
  return row?.balance;
}
