import type { Money } from "@daichao/client";
import { isMore, moneyTyped, sumOf } from "../../lib/lending/figures.ts";

export const payWays = ["instalment", "due", "custom"] as const;
export type PayWay = (typeof payWays)[number];

export interface Payable {
  readonly number: number;
  readonly remaining: Money;
  readonly state: string;
}

const isDue = ({ state }: Payable): boolean => state === "DUE" || state === "OVERDUE";

export interface PayableAmounts {
  /** The oldest unpaid instalment; null when nothing is owed. */
  readonly instalment: Money | null;
  /** Everything that is due by today; null when that is no more than the instalment. */
  readonly due: Money | null;
  readonly owed: Money;
}

/** What can be paid with one press, exact to the fen. */
export function payableAmounts(instalments: readonly Payable[]): PayableAmounts {
  const unpaid = instalments.filter(({ remaining }) => moneyTyped(remaining) !== null);
  const instalment = unpaid[0]?.remaining ?? null;
  const due = sumOf(unpaid.filter(isDue).map(({ remaining }) => remaining));
  return {
    instalment,
    due: instalment !== null && isMore(due, instalment) ? due : null,
    owed: sumOf(unpaid.map(({ remaining }) => remaining)),
  };
}

/** The number up to which paying is paying what is due or comes next; beyond it something is paid ahead of its day. */
export function lastOwnTurn(instalments: readonly Payable[]): number {
  const unpaid = instalments.filter(({ remaining }) => moneyTyped(remaining) !== null);
  const due = unpaid.filter(isDue).map(({ number }) => number);
  return Math.max(unpaid[0]?.number ?? 0, ...due);
}

/** The interest among what an amount clears that belongs to instalments whose turn has not come; null when none. */
export function interestAhead(
  lines: readonly { readonly instalmentNumber: number; readonly component: string; readonly amount: Money }[],
  lastTurn: number,
): Money | null {
  const ahead = lines.filter(
    ({ instalmentNumber, component }) => component === "INTEREST" && instalmentNumber > lastTurn,
  );
  return ahead.length === 0 ? null : sumOf(ahead.map(({ amount }) => amount));
}

/** The amount a choice stands for; null while it is none. */
export function amountFor(way: PayWay, typed: string, amounts: PayableAmounts): Money | null {
  if (way === "custom") return moneyTyped(typed);
  return way === "due" ? (amounts.due ?? amounts.instalment) : amounts.instalment;
}
