import {
  type AnnualisationMethod,
  annualCost,
  type CostOfCredit,
  costOfCredit,
  type Day,
  type Fen,
  FinanceError,
  formatRate,
  type Ppm,
  type RepaymentMethod,
} from "@daichao/finance";
import type { DomainError } from "../../kernel/errors/index.js";
import { catalogErrors } from "./catalog.errors.js";
import { CARD_METHOD, type PricedTerms, unshiftedTermsOf } from "./quote.rules.js";

/** A ceiling on the annual cost with the way it is measured. */
export interface CostCap {
  readonly method: AnnualisationMethod;
  readonly value: Ppm;
}

export interface CaseAsk {
  readonly amount: Fen;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  readonly annualRate: Ppm;
  readonly startOn: Day;
}

/** The cheapest and the dearest loan of a product, and the dearest cost under each way of measuring. */
export interface CostRange {
  readonly min: Ppm;
  readonly max: Ppm;
  readonly method: AnnualisationMethod;
  readonly cheapest: CaseAsk;
  readonly dearest: CaseAsk;
  readonly dearestBy: Readonly<Record<AnnualisationMethod, Ppm>>;
}

/**
 * The first and the last stretch of a year that counts most days and fewest: conventions that count days cost
 * most from July (31, 31, 30, 31 days, and the leap day of 2028) and least from February (28, 31, 30).
 */
const DEAREST_START: Day = "2027-07-01";
const CHEAPEST_START: Day = "2027-02-01";

const METHODS: readonly AnnualisationMethod[] = ["IRR_NOMINAL_SIMPLE", "IRR_COMPOUND", "XIRR"];

/**
 * Annual cost from the cheapest case (lowest rate) to the dearest (highest rate), over every term and method at both
 * ends of the amount range: between those ends a cost only falls or only rises. Parts per million, fees included.
 * @throws FinanceError where a case cannot be scheduled or its fees eat the loan.
 */
export function costRangeOf(product: PricedTerms): CostRange {
  const cheap = casesOf(product, product.rateMin, CHEAPEST_START).map(costed);
  const dear = casesOf(product, product.rateMax, DEAREST_START).map(costed);
  const cheapest = cheap.reduce((best, next) => (next.cost.aprNominal < best.cost.aprNominal ? next : best));
  const dearest = dear.reduce((worst, next) => (next.cost.aprNominal > worst.cost.aprNominal ? next : worst));
  const dearestBy = Object.fromEntries(
    METHODS.map((method) => [method, Math.max(...dear.map(({ cost }) => annualCost(cost, method)))]),
  );
  return {
    min: annualCost(cheapest.cost, CARD_METHOD),
    max: annualCost(dearest.cost, CARD_METHOD),
    method: CARD_METHOD,
    cheapest: cheapest.ask,
    dearest: dearest.ask,
    dearestBy: dearestBy as Record<AnnualisationMethod, Ppm>,
  };

  function costed(ask: CaseAsk): { ask: CaseAsk; cost: CostOfCredit } {
    return { ask, cost: costOfCredit(unshiftedTermsOf(product, ask)) };
  }
}

function casesOf(product: PricedTerms, annualRate: Ppm, startOn: Day): CaseAsk[] {
  const amounts = [...new Set([product.amountMin, product.amountMax])];
  return product.repaymentMethods.flatMap((method) =>
    product.termOptions.flatMap((termCount) =>
      amounts.map((amount) => ({ amount, termCount, method, annualRate, startOn })),
    ),
  );
}

/** The refusal of the first cap that the dearest costs break, each cap measured its own way; undefined within all. */
export function capBreachOf(
  dearestBy: Readonly<Record<AnnualisationMethod, Ppm>>,
  caps: readonly CostCap[],
  field: string,
): DomainError | undefined {
  const broken = caps.find((cap) => dearestBy[cap.method] > cap.value);
  if (!broken) return undefined;
  const { method, value } = broken;
  return catalogErrors.rateOverCap({ actual: formatRate(dearestBy[method]), cap: formatRate(value), method }, field);
}

/** The refusal of terms that the arithmetic cannot schedule; anything that is not the arithmetic's is thrown on. */
export function notSchedulable(error: unknown, field: string): DomainError {
  if (!(error instanceof FinanceError)) throw error;
  return catalogErrors.notSchedulable({ reason: error.code, ...error.params }, field);
}
