/** The five answers of a pre-check, and what somebody could change to suit more products. */

import { formatYuan } from "@daichao/finance";
import { regions } from "../../kernel/regions/index.js";
import type { EmploymentKind } from "../borrowers/index.js";
import type { PersonFacts } from "./match.rules.js";
import { type AgeBand, ageBands } from "./match.states.js";
import { precheckErrors } from "./recommendation.errors.js";

/** Money in fen. */
export interface PrecheckAnswers {
  readonly amount: bigint;
  readonly termCount: number;
  readonly employment: EmploymentKind;
  readonly monthlyIncome: bigint;
  readonly monthlyDebtPayment: bigint;
  readonly ageBand: AgeBand;
  /** Two digits, GB/T 2260. */
  readonly provinceCode: string;
}

const LEAST = 10_000n;
const MOST = 500_000_000n;
const MOST_MONTHLY = 1_000_000_000n;
const TERMS = { min: 1, max: 360 } as const;

/** @throws the refusal of the first answer that cannot be true, on its field. */
export function checkAnswers(answers: PrecheckAnswers): void {
  const { amount, termCount, monthlyIncome, monthlyDebtPayment, provinceCode } = answers;
  if (amount < LEAST || amount > MOST)
    throw precheckErrors.amountOutOfRange({ min: formatYuan(LEAST), max: formatYuan(MOST) });
  if (termCount < TERMS.min || termCount > TERMS.max) throw precheckErrors.termOutOfRange({ ...TERMS });
  if (monthlyIncome < 0n || monthlyIncome > MOST_MONTHLY)
    throw precheckErrors.incomeInvalid({ max: formatYuan(MOST_MONTHLY) });
  if (monthlyDebtPayment < 0n || monthlyDebtPayment > MOST_MONTHLY)
    throw precheckErrors.debtInvalid({ max: formatYuan(MOST_MONTHLY) });
  if (!Object.hasOwn(regions, provinceCode)) throw precheckErrors.provinceUnknown();
}

/** As they are kept: the kind of work as text, checked when it was given. */
export type StoredAnswers = Omit<PrecheckAnswers, "amount" | "termCount" | "employment"> & {
  readonly employment: string;
};

/** What the answers say for matching; how long somebody has worked is not asked. */
export const factsOfAnswers = (answers: StoredAnswers): PersonFacts => ({
  age: ageBands[answers.ageBand],
  employment: answers.employment,
  monthlyIncome: answers.monthlyIncome,
  monthlyDebtPayment: answers.monthlyDebtPayment,
  province: regions[answers.provinceCode]?.zh ?? null,
  employedMonths: null,
});

export interface AdviceWish {
  readonly amount: bigint;
  readonly termCount: number;
}

/** A changed wish and how many products it then suits; each was counted anew, none is reckoned. */
export interface Advice extends AdviceWish {
  readonly matchCount: number;
}

const THOUSAND = 100_000n;
const SHARES = [9n, 8n, 7n, 6n, 5n, 4n, 3n, 2n, 1n] as const;
const MOST_ADVICE = 3;

/** Round amounts that people borrow, in thousands of yuan: a wish far beyond its limit comes down to these. */
const COMMON = [500n, 300n, 200n, 100n, 80n, 50n, 30n, 20n, 10n, 5n, 3n, 1n].map((thousands) => thousands * THOUSAND);

/** Smaller amounts in whole thousands of yuan, largest first. */
function smallerAmounts(amount: bigint): bigint[] {
  const shares = SHARES.map((tenths) => ((amount * tenths) / 10n / THOUSAND) * THOUSAND);
  return [...new Set([...shares, ...COMMON])]
    .filter((smaller) => smaller >= THOUSAND && smaller < amount)
    .sort((a, b) => (a > b ? -1 : 1));
}

/**
 * Smallest changes of the wish that suit more products than it does: the amount alone, the term alone, both. At most
 * one each; the most products first. `count` must be exact: what it says is what people are told.
 */
export function adviceFor(
  wish: AdviceWish,
  termOptions: readonly number[],
  count: (wish: AdviceWish) => number,
): Advice[] {
  const now = count(wish);
  const amounts = smallerAmounts(wish.amount);
  const nearest = termOptions
    .filter((term) => term !== wish.termCount)
    .sort((a, b) => Math.abs(a - wish.termCount) - Math.abs(b - wish.termCount) || a - b);
  const lessOnly = best(
    amounts.map((amount) => ({ ...wish, amount })),
    count,
  );
  const termOnly = best(
    nearest.map((termCount) => ({ ...wish, termCount })),
    count,
  );
  const pairs = amounts
    .filter((_, index) => index % 2 === 1)
    .flatMap((amount) => nearest.slice(0, 4).map((termCount) => ({ amount, termCount })));
  const both = best(pairs, count);
  const single = Math.max(lessOnly?.matchCount ?? 0, termOnly?.matchCount ?? 0);
  return [lessOnly, termOnly, both && both.matchCount > single ? both : undefined]
    .filter((advice) => advice !== undefined)
    .filter(({ matchCount }) => matchCount > now)
    .sort((a, b) => b.matchCount - a.matchCount)
    .slice(0, MOST_ADVICE);
}

/** The most products; of equals the one nearest to the wish, which stands first. */
function best(wishes: readonly AdviceWish[], count: (wish: AdviceWish) => number): Advice | undefined {
  let found: Advice | undefined;
  for (const wish of wishes) {
    const matchCount = count(wish);
    if (!found || matchCount > found.matchCount) found = { ...wish, matchCount };
  }
  return found;
}
