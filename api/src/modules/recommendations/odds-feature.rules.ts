/** How a person, a wish and a product become the numbers that odds are reckoned from. Age, sex and region are not among them. */
import type { OddsFeature } from "@daichao/scoring";
import { debtShareOf, type PersonFacts } from "./match.rules.js";

/** More income and a longer job never hurt, more debts and a larger loan never help: a model that says otherwise fails. */
export const oddsFeatures: readonly OddsFeature[] = [
  { name: "income", direction: "UP" },
  { name: "debtShare", direction: "DOWN" },
  { name: "incomeMultiple", direction: "DOWN" },
  { name: "employedMonths", direction: "UP" },
  { name: "isPublicSector", direction: "FREE" },
  { name: "isSelfEmployed", direction: "FREE" },
  { name: "isFreelance", direction: "FREE" },
  { name: "isNotWorking", direction: "FREE" },
];

export interface OddsLoan {
  readonly amount: bigint;
  readonly monthlyBurden: bigint;
}

const NOT_WORKING: ReadonlySet<string> = new Set(["STUDENT", "RETIRED", "UNEMPLOYED"]);
const LARGEST_SHARE = 3;
const FEN = 100;

/** In the order of `oddsFeatures`; NaN where a fact is not known. Nobody at all knows nothing. */
export function oddsValues(facts: PersonFacts | null, loan: OddsLoan): number[] {
  if (facts === null) return oddsFeatures.map(() => Number.NaN);
  const { monthlyIncome, employment, employedMonths } = facts;
  const income = monthlyIncome === null ? Number.NaN : Math.max(1, Number(monthlyIncome) / FEN);
  const share = debtShareOf(facts, loan.monthlyBurden);
  const isJob = (holds: (kind: string) => boolean) => (employment === null ? Number.NaN : holds(employment) ? 1 : 0);
  return [
    Math.log(income),
    share === null ? Number.NaN : Math.min(LARGEST_SHARE, share / 1_000_000),
    Math.log(Number(loan.amount) / FEN / income),
    employedMonths === null ? Number.NaN : Math.log1p(Math.max(0, employedMonths)),
    isJob((kind) => kind === "PUBLIC_SECTOR"),
    isJob((kind) => kind === "SELF_EMPLOYED"),
    isJob((kind) => kind === "FREELANCE"),
    isJob((kind) => NOT_WORKING.has(kind)),
  ];
}

/** From wide to narrow: a product without decisions is taken for its institution's, that for its purpose's average. */
export const oddsGroups = (product: {
  readonly id: string;
  readonly institutionId: string;
  readonly category: string;
}): string[] => [product.category, product.institutionId, product.id];
