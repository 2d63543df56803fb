import { type Day, MonthEnd } from "./day.ts";
import type { DayCount } from "./day-count.ts";
import type { FeeTerm } from "./fee-term.ts";
import { type LoanTerms, PeriodUnit } from "./loan-terms.ts";
import type { Fen } from "./money.ts";
import type { Ppm } from "./rate.ts";
import type { RepaymentMethod } from "./repayment-method.ts";

/** What is agreed of a loan that is repaid month by month. */
export interface MonthlyLoan {
  readonly principal: Fen;
  readonly annualRate: Ppm;
  readonly method: RepaymentMethod;
  /** Months. */
  readonly termCount: number;
  readonly dayCount: DayCount;
  readonly startOn: Day;
  /** One month after the start unless it is said. */
  readonly firstDueOn?: Day;
  /** To the last day of a shorter month unless it is said. */
  readonly monthEnd?: MonthEnd;
  readonly fees: readonly FeeTerm[];
}

/**
 * The terms of a monthly loan before any holiday shift. Calculator, quote, disclosure sheet, contract and loan all begin
 * here, so they cannot mean different loans by the same figures.
 */
export function monthlyTerms(loan: MonthlyLoan): LoanTerms {
  const { principal, annualRate, method, termCount, dayCount, startOn, firstDueOn, monthEnd, fees } = loan;
  return {
    principal,
    annualRate,
    method,
    instalmentCount: termCount,
    period: { unit: PeriodUnit.MONTH, length: 1 },
    dayCount,
    startOn,
    monthEnd: monthEnd ?? MonthEnd.LAST_DAY,
    fees,
    ...(firstDueOn === undefined ? {} : { firstDueOn }),
  };
}
