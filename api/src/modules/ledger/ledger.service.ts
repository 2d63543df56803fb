import type { Clock } from "../../kernel/clock/index.js";
import { type Reader, type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { type AccountKey, keyText, TransferKind } from "./account.states.js";
import { ledgerErrors } from "./ledger.errors.js";
import * as ledger from "./ledger.repository.js";
import { balanceChanges, checkEntries, type Entry } from "./ledger.rules.js";
import type { TransferRow } from "./ledger.tables.js";

/** Movements that happened together because of one event. */
export interface Posting {
  readonly eventId: string;
  /** Who may see the movements beside the platform. */
  readonly borrowerId?: string | null;
  readonly institutionId?: string | null;
  /** The business day; today unless history is written. */
  readonly on?: string;
  readonly entries: readonly Entry[];
}

const refusals: Readonly<Record<string, () => Error>> = {
  transfers_kind_ref: () => ledgerErrors.alreadyPosted(),
  transfers_reverses: () => ledgerErrors.alreadyReversed(),
  account_balances_not_negative: () => ledgerErrors.balanceTooLow(),
};

export class LedgerService {
  constructor(private readonly clock: Clock) {}

  /**
   * Writes movements and keeps the balances they change. The transaction must be the system's.
   * @throws LEDGER_ALREADY_POSTED when a movement of that kind and ref exists, LEDGER_BALANCE_TOO_LOW when a kept
   * balance would fall below zero; either way nothing of the caller's transaction remains.
   */
  async post(tx: Tx, posting: Posting): Promise<TransferRow[]> {
    return this.write(tx, posting);
  }

  /** Moves the same amount back as a new row; a movement can be reversed once. */
  async reverse(tx: Tx, transferId: string, posting: Omit<Posting, "entries">): Promise<TransferRow> {
    const original = await ledger.transferById(tx, transferId);
    if (!original) throw new Error(`transfer ${transferId} is missing`);
    const accounts = await ledger.accountsById(tx, [original.debitAccountId, original.creditAccountId]);
    const debit = accounts.find((account) => account.id === original.creditAccountId);
    const credit = accounts.find((account) => account.id === original.debitAccountId);
    if (!debit || !credit) throw new Error(`transfer ${transferId} names an account that is missing`);
    const entry: Entry = { kind: TransferKind.REVERSAL, ref: transferId, debit, credit, amount: original.amount };
    const [row] = await this.write(tx, { ...posting, entries: [entry] }, transferId);
    if (!row) throw new Error("the reversal was not written");
    return row;
  }

  /** Debits less credits in fen, summed from the movements. */
  balanceOf(reader: Reader | Tx, key: AccountKey): Promise<bigint> {
    return ledger.balanceOf(reader, key);
  }

  /** The kept balance in fen, or undefined where none is kept. */
  keptBalanceOf(reader: Reader | Tx, key: AccountKey): Promise<bigint | undefined> {
    return ledger.keptBalanceOf(reader, key);
  }

  private async write(tx: Tx, posting: Posting, reverses: string | null = null): Promise<TransferRow[]> {
    const { entries } = posting;
    if (entries.length === 0) return [];
    checkEntries(entries);
    const ids = await ledger.accountIds(
      tx,
      entries.flatMap(({ debit, credit }) => [debit, credit]),
    );
    const idOf = (key: AccountKey): string => {
      const id = ids.get(keyText(key));
      if (!id) throw new Error(`account ${keyText(key)} was not opened`);
      return id;
    };
    const changes = balanceChanges(entries);
    const rows = entries.map(({ kind, ref, debit, credit, amount }) => ({
      eventId: posting.eventId,
      kind,
      ref,
      debitAccountId: idOf(debit),
      creditAccountId: idOf(credit),
      amount,
      reverses,
      businessDay: posting.on ?? this.clock.today(),
      borrowerId: posting.borrowerId ?? null,
      institutionId: posting.institutionId ?? null,
    }));
    try {
      const locked = [...changes].map(([key, change]) => ({ id: ids.get(key) ?? key, change }));
      locked.sort((a, b) => (a.id < b.id ? -1 : 1));
      if (locked.length > 0)
        await ledger.lockBalances(
          tx,
          locked.map(({ id }) => id),
        );
      const written = await ledger.insertTransfers(tx, rows);
      for (const { id, change } of locked) await ledger.addToBalance(tx, id, change);
      return written;
    } catch (error) {
      throw refusals[violatedConstraint(error) ?? ""]?.() ?? error;
    }
  }
}
