import type { Day } from "./day.ts";
import { DayCount, dayCountFraction } from "./day-count.ts";
import { FinanceError } from "./finance-error.ts";
import { rateAt, xirr } from "./internal-rate.ts";
import { nominalFirst, rowLength } from "./loan-period.ts";
import { type CompleteTerms, type LoanTerms, PeriodUnit } from "./loan-terms.ts";
import { type Fen, formatYuan, maxFen, sumFen } from "./money.ts";
import { type Ppm, ppmOf } from "./rate.ts";
import { type Schedule, schedule } from "./schedule.ts";

/**
 * How a cost becomes a yearly figure. A cap or a card must name it: the same loan may pass one and break the other.
 * IRR_NOMINAL_SIMPLE: period rate × periods a year. IRR_COMPOUND: (1 + period rate)^periods − 1.
 * XIRR: by the real days, compounded over 365.
 */
export const AnnualisationMethod = {
  IRR_NOMINAL_SIMPLE: "IRR_NOMINAL_SIMPLE",
  IRR_COMPOUND: "IRR_COMPOUND",
  XIRR: "XIRR",
} as const;
export type AnnualisationMethod = (typeof AnnualisationMethod)[keyof typeof AnnualisationMethod];

/** Money as the borrower sees it: received positive, paid negative. */
export interface CashFlow {
  readonly on: Day;
  /** Time from the start in periods; whole numbers unless the first period is short or long. */
  readonly time: number;
  readonly amount: Fen;
}

/** What a loan costs when everyone does what the contract says. */
export interface CostOfCredit {
  /** The internal rate of one period, as a share (0.01 is 1 %). */
  readonly irrPerPeriod: number;
  readonly aprNominal: Ppm;
  readonly aprEffective: Ppm;
  readonly aprXirr: Ppm;
  /** Interest and every fee. */
  readonly totalFinancingCost: Fen;
  readonly firstPayment: Fen;
  readonly lastPayment: Fen;
  readonly highestPayment: Fen;
  readonly cashFlows: readonly CashFlow[];
}

/** The cost of terms, or of a schedule already made, with every fee in it. Refuses fees that eat the whole loan. */
export function costOfCredit(loan: LoanTerms | Schedule): CostOfCredit {
  const made = "rows" in loan ? loan : schedule(loan);
  const cashFlows = cashFlowsOf(made);
  const received = cashFlows[0]?.amount ?? 0n;
  if (received <= 0n) throw new FinanceError("COST_UNDEFINED", { received: formatYuan(received) });
  const perPeriod = rateAt(
    cashFlows.map((flow) => Number(flow.amount)),
    cashFlows.map((flow) => flow.time),
  );
  const periods = periodsPerYear(made.terms);
  const payments = made.rows.map((row) => row.payment);
  return {
    irrPerPeriod: Math.round(perPeriod * 1e12) / 1e12,
    aprNominal: ppmOf(perPeriod * periods),
    aprEffective: ppmOf(Math.expm1(Math.log1p(perPeriod) * periods)),
    aprXirr: ppmOf(xirr(cashFlows)),
    totalFinancingCost: made.totals.interest + made.totals.fees,
    firstPayment: payments[0] ?? 0n,
    lastPayment: payments.at(-1) ?? 0n,
    highestPayment: payments.reduce(maxFen, 0n),
    cashFlows,
  };
}

/** The yearly figure of a cost under one method; refuses one it does not know. */
export function annualCost(cost: CostOfCredit, method: AnnualisationMethod): Ppm {
  switch (method) {
    case AnnualisationMethod.IRR_NOMINAL_SIMPLE:
      return cost.aprNominal;
    case AnnualisationMethod.IRR_COMPOUND:
      return cost.aprEffective;
    case AnnualisationMethod.XIRR:
      return cost.aprXirr;
    default:
      throw new FinanceError("TERMS_INVALID", { field: "method" });
  }
}

/** Twelve months, 52 weeks or 365 days over the length of one period. */
export function periodsPerYear(terms: CompleteTerms): number {
  const units = { [PeriodUnit.MONTH]: 12, [PeriodUnit.WEEK]: 52, [PeriodUnit.DAY]: 365 };
  return units[terms.period.unit] / rowLength(terms);
}

/** The principal less every upfront fee on the first day, then each instalment on its due day. */
function cashFlowsOf({ terms, rows, upfrontFees }: Schedule): CashFlow[] {
  const first = nominalFirst(terms);
  const delay = first.isRegular ? 0 : firstPeriodTime(terms, first.on) - 1;
  const received = terms.principal - sumFen(upfrontFees.map((fee) => fee.amount));
  return [
    { on: terms.startOn, time: 0, amount: received },
    ...rows.map((row) => ({ on: row.dueOn, time: row.number + delay, amount: -row.payment })),
  ];
}

// Counting a short first period as a whole one would make a loan look cheaper than it is, and slip under a cap.
function firstPeriodTime(terms: CompleteTerms, firstEndOn: Day): number {
  const inMonths = terms.period.unit === PeriodUnit.MONTH;
  const years = dayCountFraction(inMonths ? DayCount.THIRTY_360 : DayCount.ACT_365, terms.startOn, firstEndOn);
  const unitsPerYear = inMonths ? 12 : terms.period.unit === PeriodUnit.WEEK ? 365 / 7 : 365;
  return (Number(years.numerator) / Number(years.denominator)) * (unitsPerYear / rowLength(terms));
}
