/**
 * Loan arithmetic: from terms to instalments, from instalments to what a loan costs, from a payment to what it clears.
 * Pure: no clock, no storage, no network, and no floating point where money is counted. Server and browser share it.
 */
export * from "./accrual.ts";
export * from "./allocation.ts";
export { canonicalTerms, parseCanonicalTerms } from "./canonical-terms.ts";
export * from "./cost-of-credit.ts";
export * from "./day.ts";
export * from "./day-count.ts";
export * from "./debt-service.ts";
export {
  FeeBasis,
  type FeeCharge,
  FeePayment,
  FeeRatePer,
  type FeeTerm,
  FeeTiming,
  type FixedFeeTerm,
  type RatedFeeTerm,
} from "./fee-term.ts";
export * from "./finance-error.ts";
export type { Fraction } from "./fraction.ts";
export * from "./identifiers/bank-card.ts";
export * from "./identifiers/identity-number.ts";
export * from "./identifiers/mobile.ts";
export * from "./identifiers/uscc.ts";
export { type DatedFlow, irr, xirr } from "./internal-rate.ts";
export { type LoanPeriod, loanPeriods } from "./loan-period.ts";
export * from "./loan-terms.ts";
export { type LoanKind, type LoanTotals, loanKind, loanTotals } from "./loan-totals.ts";
export * from "./money.ts";
export { type MonthlyLoan, monthlyTerms } from "./monthly-terms.ts";
export * from "./rate.ts";
export * from "./rate-cap.ts";
export { RepaymentMethod } from "./repayment-method.ts";
export * from "./rounding.ts";
export {
  exactInstalment,
  type Schedule,
  type ScheduleRow,
  type ScheduleTotals,
  schedule,
  unroundedSchedule,
} from "./schedule.ts";
