import type { Tx } from "../../kernel/database/index.js";
import { keyText } from "./account.states.js";
import * as bankOrders from "./bank-order.repository.js";
import type { BankOrderRow } from "./bank-order.tables.js";
import * as ledger from "./ledger.repository.js";
import { balanceChanges, checkEntries } from "./ledger.rules.js";
import type { Posting } from "./ledger.service.js";

const ROWS_AT_ONCE = 1_000;

/** History written in one go, with the same checks as `post`: for the demo market and for benches. */
export class LedgerBulk {
  /** Movements of many events; each must carry its business day. Nobody else may be posting to the same accounts. */
  async post(tx: Tx, postings: readonly (Posting & { readonly on: string })[]): Promise<void> {
    const entries = postings.flatMap((posting) => posting.entries);
    checkEntries(entries);
    for (let at = 0; at < postings.length; at += ROWS_AT_ONCE)
      await this.postSome(tx, postings.slice(at, at + ROWS_AT_ONCE));
  }

  /** Orders that the bank has answered. */
  async insertOrders(
    tx: Tx,
    rows: readonly Omit<BankOrderRow, "updatedAt" | "hasContradiction" | "disputeReason" | "askedCount">[],
  ): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await bankOrders.insertMany(tx, rows.slice(at, at + ROWS_AT_ONCE));
  }

  private async postSome(tx: Tx, postings: readonly (Posting & { readonly on: string })[]): Promise<void> {
    const entries = postings.flatMap((posting) => posting.entries);
    if (entries.length === 0) return;
    const ids = await ledger.accountIds(
      tx,
      entries.flatMap(({ debit, credit }) => [debit, credit]),
    );
    const idOf = (key: string): string => ids.get(key) ?? key;
    const rows = postings.flatMap(({ eventId, borrowerId, institutionId, on, entries: moved }) =>
      moved.map(({ kind, ref, debit, credit, amount }) => ({
        eventId,
        kind,
        ref,
        amount,
        businessDay: on,
        borrowerId: borrowerId ?? null,
        institutionId: institutionId ?? null,
        debitAccountId: idOf(keyText(debit)),
        creditAccountId: idOf(keyText(credit)),
      })),
    );
    const changes = [...balanceChanges(entries)].map(([key, change]) => ({ accountId: idOf(key), change }));
    await ledger.lockBalances(
      tx,
      changes.map(({ accountId }) => accountId),
    );
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await ledger.insertTransfers(tx, rows.slice(at, at + ROWS_AT_ONCE));
    await ledger.addToBalances(tx, changes);
  }
}
