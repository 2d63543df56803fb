/** What the order looks at, from a product, a wish and a person, and whether what was kept gives it again. */
import { type RankCandidate, type RankWeights, rank } from "@daichao/scoring";
import type { PricedProduct, ProductCategory } from "../catalog/index.js";
import { debtBurdenOf } from "./burden.rules.js";
import type { PersonFacts } from "./match.rules.js";
import type { AgeSpan } from "./match.states.js";
import type { StoredItem } from "./ranking.tables.js";

export interface RankWish {
  readonly amount: bigint;
  readonly termCount: number;
  readonly purpose: ProductCategory | null;
}

/** A person's facts as an order keeps them. Money in fen as text. */
export interface StoredFacts {
  readonly employment: string | null;
  readonly monthlyIncome: string | null;
  readonly monthlyDebtPayment: string | null;
  readonly province: string | null;
  readonly employedMonths: number | null;
  readonly age: AgeSpan | null;
  readonly profileVersion: number;
}

export interface Entry extends RankCandidate {
  readonly priced: PricedProduct;
}

/** Above it a loan counts as dear as can be: no line any rule has drawn lies higher. Parts per million. */
const DEAREST = 360_000;

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Parts of the order that hold for everybody. */
export function everybodysValues(
  { product, ask, cost }: PricedProduct,
  wish: RankWish,
): Pick<RankCandidate, "cost" | "purpose" | "term" | "limit"> {
  const longer = Math.max(ask.termCount, wish.termCount);
  return {
    cost: within(1 - cost.annualCost / DEAREST),
    purpose: wish.purpose !== null && product.category === wish.purpose ? 1 : 0,
    term: 1 - Math.abs(ask.termCount - wish.termCount) / longer,
    // Up to half of what a product lends at most is ample; the very limit is seldom granted whole.
    limit: within(1.5 - Number(wish.amount) / Number(product.amountMax)),
  };
}

export const lendsAmount = ({ product }: PricedProduct, amount: bigint): boolean =>
  amount >= product.amountMin && amount <= product.amountMax;

export const storedFacts = (facts: PersonFacts, profileVersion: number): StoredFacts => ({
  employment: facts.employment,
  monthlyIncome: facts.monthlyIncome?.toString() ?? null,
  monthlyDebtPayment: facts.monthlyDebtPayment?.toString() ?? null,
  province: facts.province,
  employedMonths: facts.employedMonths,
  age: facts.age,
  profileVersion,
});

export const factsFrom = (stored: StoredFacts): PersonFacts => ({
  employment: stored.employment,
  monthlyIncome: stored.monthlyIncome === null ? null : BigInt(stored.monthlyIncome),
  monthlyDebtPayment: stored.monthlyDebtPayment === null ? null : BigInt(stored.monthlyDebtPayment),
  province: stored.province,
  employedMonths: stored.employedMonths,
  age: stored.age,
});

export const loanOf = ({ ask, cost }: PricedProduct): { amount: string; monthlyBurden: string } => ({
  amount: String(ask.amount),
  monthlyBurden: String(debtBurdenOf(ask, cost)),
});

/** Whether what was kept of an order gives that order again, scores included. */
export function isRebuilt(items: readonly StoredItem[], weights: RankWeights): boolean {
  const again = rank(
    items.map((item) => ({ ...item, id: item.productId })),
    weights,
  );
  return again.every(({ candidate, score }, place) => {
    const shown = items[place];
    return shown !== undefined && candidate.productId === shown.productId && score === shown.score;
  });
}
