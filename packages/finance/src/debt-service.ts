/** What debts take from a person's month, and how much more would fit. */
import { FinanceError } from "./finance-error.ts";
import { type Fen, maxFen, sumFen } from "./money.ts";
import { MAX_COST_RATE, PPM, type Ppm } from "./rate.ts";
import { RoundingMode, roundQuotient } from "./rounding.ts";

/**
 * What the payments still to come take from an ordinary month: the next one, or their mean where that is more, so that
 * neither a falling plan nor one with everything at its end looks lighter than it is. Nothing to come is 0.
 */
export function monthlyBurden(payments: readonly Fen[]): Fen {
  const [next] = payments;
  if (next === undefined) return 0n;
  return maxFen(next, roundQuotient(sumFen(payments), BigInt(payments.length), RoundingMode.UP));
}

/** Monthly debt service over monthly income, rounded up. Without income any debt is the largest rate there is. */
export function debtServiceShare(monthly: Fen, income: Fen): Ppm {
  if (monthly < 0n || income < 0n) throw new FinanceError("MONEY_INVALID", { monthly: String(monthly) });
  if (monthly === 0n) return 0;
  if (income === 0n) return MAX_COST_RATE;
  const share = roundQuotient(monthly * BigInt(PPM), income, RoundingMode.UP);
  return share > BigInt(MAX_COST_RATE) ? MAX_COST_RATE : Number(share);
}

/** What is left of a month's income for new debts under a limit, rounded down; never below 0. */
export function debtServiceRoom(income: Fen, present: Fen, limit: Ppm): Fen {
  return maxFen(0n, roundQuotient(income * BigInt(limit), BigInt(PPM), RoundingMode.DOWN) - present);
}

/**
 * The largest amount from `min` to `max` in steps of `step` (from `min`) that fits, or undefined when not even `min`
 * does. What fits must not stop fitting when it gets smaller.
 */
export function largestFitting(
  range: { readonly min: Fen; readonly max: Fen; readonly step: Fen },
  fits: (amount: Fen) => boolean,
): Fen | undefined {
  const { min, max, step } = range;
  if (step <= 0n || min > max) throw new FinanceError("MONEY_INVALID", { step: String(step) });
  if (!fits(min)) return undefined;
  let [low, high] = [0n, (max - min) / step];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (fits(min + middle * step)) low = middle;
    else high = middle - 1n;
  }
  return min + low * step;
}
