import { type AccountKey, isRunning, keyText, type TransferKind } from "./account.states.js";
import { ledgerErrors } from "./ledger.errors.js";

/** One movement of money in fen, from the credited account to the debited one. */
export interface Entry {
  readonly kind: TransferKind;
  /** What it was for; unique together with the kind. */
  readonly ref: string;
  readonly debit: AccountKey;
  readonly credit: AccountKey;
  readonly amount: bigint;
}

/**
 * Checks entries before they are written.
 * @throws LEDGER_AMOUNT_NOT_POSITIVE and LEDGER_SAME_ACCOUNT, naming the entry by its ref.
 */
export function checkEntries(entries: readonly Entry[]): void {
  for (const { amount, ref, debit, credit } of entries) {
    if (amount <= 0n) throw ledgerErrors.amountNotPositive({ ref });
    if (keyText(debit) === keyText(credit)) throw ledgerErrors.sameAccount({ ref });
  }
}

/** By how much each running account changes: debits raise it, credits lower it. Fen, keyed by `keyText`. */
export function balanceChanges(entries: readonly Entry[]): Map<string, bigint> {
  const changes = new Map<string, bigint>();
  const add = (key: AccountKey, amount: bigint) => {
    if (isRunning(key.kind)) changes.set(keyText(key), (changes.get(keyText(key)) ?? 0n) + amount);
  };
  for (const { debit, credit, amount } of entries) {
    add(debit, amount);
    add(credit, -amount);
  }
  return changes;
}
