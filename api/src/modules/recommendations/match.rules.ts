/** Whether a person and a wish fit a product, criterion by criterion. Three-valued: what is not known is not held against anybody. */

import { type AgeSpan, MatchCriterion, MatchVerdict } from "./match.states.js";
import {
  amountWords,
  debtWords,
  type EligibilityWords,
  eligibilityWords,
  refusalWords,
  termWords,
  type Words,
} from "./match-word.rules.js";

/** What is known of a person, from their profile or a pre-check. Money in fen. */
export interface PersonFacts {
  readonly age: AgeSpan | null;
  readonly employment: string | null;
  readonly monthlyIncome: bigint | null;
  readonly monthlyDebtPayment: bigint | null;
  readonly province: string | null;
  readonly employedMonths: number | null;
  /** By product, what its lender refused this person a short time ago; nothing of somebody who has no account. */
  readonly refusals?: ReadonlyMap<string, RecentRefusal>;
}

export interface RecentRefusal {
  /** The least that was refused, fen. */
  readonly amount: bigint;
  /** Business day. */
  readonly day: string;
  /** For how many days it counts. */
  readonly days: number;
}

/** The part of a product that a match looks at. */
export interface MatchedProduct {
  readonly amountMin: bigint;
  readonly amountMax: bigint;
  readonly termOptions: readonly number[];
  readonly eligibility: {
    readonly minAge: number;
    readonly maxAge: number;
    readonly minMonthlyIncome?: bigint | null;
    readonly employments: readonly string[];
    readonly provinces: readonly string[];
    readonly minEmploymentMonths?: number | null;
  };
}

export interface MatchWish {
  readonly amount: bigint;
  readonly termCount: number;
  /** What the loan takes from a month on average, fen: principal and every cost over the term. */
  readonly monthlyBurden: bigint;
  /** Largest share of the income that debts may take, parts per million. */
  readonly maxDebtShare: number;
}

/** One criterion; its words are made when somebody reads them, because an order holds thousands. */
export class MatchLine {
  constructor(
    readonly criterion: MatchCriterion,
    readonly verdict: MatchVerdict,
    private readonly words: () => Words,
  ) {}

  /** What is asked and what is known, in both languages. */
  get text(): Words {
    return this.words();
  }
}

/** The line of a refusal that speaks against asking for as much again; none where nothing was refused, or less is asked. */
export function refusalLines({ refusals }: PersonFacts, productId: string, amount: bigint): MatchLine[] {
  const refused = refusals?.get(productId);
  if (!refused || amount < refused.amount) return [];
  const { day, days } = refused;
  return [new MatchLine(MatchCriterion.REFUSAL, MatchVerdict.NOT_MET, () => refusalWords(day, days))];
}

/** Completed months between two days. */
export function monthsBetween(from: string, to: string): number {
  const [years, months] = [
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)),
    Number(to.slice(5, 7)) - Number(from.slice(5, 7)),
  ];
  const whole = years * 12 + months;
  return Math.max(0, to.slice(8) < from.slice(8) ? whole - 1 : whole);
}

const { MET, NOT_MET, UNKNOWN } = MatchVerdict;
const verdictOf = (isMet: boolean): MatchVerdict => (isMet ? MET : NOT_MET);

function ageVerdict(age: AgeSpan | null, minAge: number, maxAge: number): MatchVerdict {
  if (age === null) return UNKNOWN;
  if (age.from >= minAge && age.to <= maxAge) return MET;
  return age.to < minAge || age.from > maxAge ? NOT_MET : UNKNOWN;
}

const known = <T>(value: T | null, isMet: (value: T) => boolean): MatchVerdict =>
  value === null ? UNKNOWN : verdictOf(isMet(value));

/** Parts per million of the income that debts take with this loan; null while income or debts are unknown. */
export function debtShareOf({ monthlyIncome, monthlyDebtPayment }: PersonFacts, burden: bigint): number | null {
  if (monthlyIncome === null || monthlyDebtPayment === null) return null;
  if (monthlyIncome <= 0n) return Number.MAX_SAFE_INTEGER;
  return Number(((monthlyDebtPayment + burden) * 1_000_000n) / monthlyIncome);
}

function wishLines(product: MatchedProduct, { amount, termCount }: MatchWish): MatchLine[] {
  const { amountMin, amountMax, termOptions } = product;
  return [
    new MatchLine(MatchCriterion.AMOUNT, verdictOf(amount >= amountMin && amount <= amountMax), () =>
      amountWords(product),
    ),
    new MatchLine(MatchCriterion.TERM, verdictOf(termOptions.includes(termCount)), () => termWords(product)),
  ];
}

function personLines(facts: PersonFacts, { eligibility }: MatchedProduct): MatchLine[] {
  const { minAge, maxAge, minMonthlyIncome, employments, provinces, minEmploymentMonths } = eligibility;
  const lines: MatchLine[] = [];
  const ask = (criterion: MatchCriterion, verdict: MatchVerdict, name: keyof EligibilityWords) =>
    lines.push(new MatchLine(criterion, verdict, () => eligibilityWords(eligibility)[name]));
  ask(MatchCriterion.AGE, ageVerdict(facts.age, minAge, maxAge), "age");
  if (minMonthlyIncome) {
    const verdict = known(facts.monthlyIncome, (income) => income >= minMonthlyIncome);
    ask(MatchCriterion.INCOME, verdict, "income");
  }
  if (employments.length > 0) {
    const verdict = known(facts.employment, (kind) => employments.includes(kind));
    ask(MatchCriterion.EMPLOYMENT, verdict, "employment");
  }
  if (minEmploymentMonths) {
    const verdict = known(facts.employedMonths, (months) => months >= minEmploymentMonths);
    ask(MatchCriterion.EMPLOYED_MONTHS, verdict, "employedMonths");
  }
  if (provinces.length > 0) {
    const verdict = known(facts.province, (province) => provinces.includes(province));
    ask(MatchCriterion.PROVINCE, verdict, "province");
  }
  return lines;
}

function debtLine(facts: PersonFacts, { monthlyBurden, maxDebtShare }: MatchWish): MatchLine {
  const share = debtShareOf(facts, monthlyBurden);
  return new MatchLine(
    MatchCriterion.DEBT_SHARE,
    known(share, (value) => value <= maxDebtShare),
    () => debtWords(maxDebtShare, share),
  );
}

/** Every criterion the product has, in the order people are told them. */
export const matchLines = (facts: PersonFacts, product: MatchedProduct, wish: MatchWish): MatchLine[] => [
  ...wishLines(product, wish),
  ...personLines(facts, product),
  debtLine(facts, wish),
];

export const isMatch = (lines: readonly MatchLine[]): boolean => lines.every(({ verdict }) => verdict !== NOT_MET);
