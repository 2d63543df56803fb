import { calendarDay, type Day, isDay, MonthEnd } from "./day.ts";
import { DayCount, isThirtyDayMonth } from "./day-count.ts";
import { checkFeeTerm, type FeeTerm } from "./fee-term.ts";
import { FinanceError, type FinanceErrorCode } from "./finance-error.ts";
import { type Fen, formatYuan, MAX_FEN } from "./money.ts";
import { MAX_CONTRACT_RATE, type Ppm } from "./rate.ts";
import { RepaymentMethod } from "./repayment-method.ts";
import { RoundingMode } from "./rounding.ts";

export const PeriodUnit = { MONTH: "MONTH", WEEK: "WEEK", DAY: "DAY" } as const;
export type PeriodUnit = (typeof PeriodUnit)[keyof typeof PeriodUnit];

/** The time from one instalment to the next: { unit: "MONTH", length: 3 } is a quarter. */
export interface Period {
  readonly unit: PeriodUnit;
  readonly length: number;
}

/** What the contract rate is a rate of: a year, a month, a day, or the whole term whatever its length. */
export const RateBasis = {
  PER_YEAR: "PER_YEAR",
  PER_MONTH: "PER_MONTH",
  PER_DAY: "PER_DAY",
  PER_TERM: "PER_TERM",
} as const;
export type RateBasis = (typeof RateBasis)[keyof typeof RateBasis];

/**
 * EQUAL: every regular month bears the same, a twelfth of the year (30 of 365 days by THIRTY_365). DAYS: each period
 * bears interest for its counted days. Loans counted in weeks or days bear it for their real days either way, over the
 * convention's year: months of thirty days mean nothing to them.
 */
export const InterestPeriods = { EQUAL: "EQUAL", DAYS: "DAYS" } as const;
export type InterestPeriods = (typeof InterestPeriods)[keyof typeof InterestPeriods];

/** Everything that decides what a loan costs and when it is paid. The one input of this package. */
export interface LoanTerms {
  readonly principal: Fen;
  /** The contract rate; per year unless `rateBasis` says otherwise. */
  readonly annualRate: Ppm;
  readonly rateBasis?: RateBasis;
  readonly method: RepaymentMethod;
  /** Of a BULLET the term is as many periods, paid at once on the day on which the last of its instalments would be due. */
  readonly instalmentCount: number;
  readonly period: Period;
  readonly dayCount: DayCount;
  /** Default EQUAL for the thirty-day conventions, DAYS for the others. */
  readonly interestPeriods?: InterestPeriods;
  /** The day the money goes out; interest runs from it. */
  readonly startOn: Day;
  /** The first due day where it is not one period after the start (a short or long first period). */
  readonly firstDueOn?: Day;
  /** 1 to 31, months only: the day of the month on which instalments fall due. */
  readonly dueDay?: number;
  readonly monthEnd: MonthEnd;
  /** How many first instalments pay interest only. */
  readonly principalGraceCount?: number;
  /** How many first periods bear no interest; of a BULLET, which has one row, that share of its term. */
  readonly interestFreeCount?: number;
  /** Instalments (or principal parts, for EQUAL_PRINCIPAL) are rounded to a multiple of this: 100n is whole yuan. */
  readonly instalmentMultiple?: Fen;
  readonly rounding?: RoundingMode;
  readonly fees: readonly FeeTerm[];
  /** The days on which the instalments are really payable, e.g. after a holiday shift; one per instalment. */
  readonly dueOn?: readonly Day[];
  /** True where a shifted due day also shifts the interest; false leaves every amount as it was. */
  readonly accrueOnShift?: boolean;
}

/** Terms with every default written out. */
export type CompleteTerms = LoanTerms &
  Required<
    Pick<
      LoanTerms,
      | "rateBasis"
      | "interestPeriods"
      | "principalGraceCount"
      | "interestFreeCount"
      | "instalmentMultiple"
      | "rounding"
      | "accrueOnShift"
    >
  >;

/** The most instalments one loan may have: 100 years of months, or three years of days. */
export const MAX_INSTALMENT_COUNT = 1200;

/**
 * Checks terms and writes their defaults out. Refuses what cannot be scheduled, with the figures that are wrong, and
 * values of a kind it does not know.
 */
export function completeTerms(terms: LoanTerms): CompleteTerms {
  checkKinds(terms);
  checkAmounts(terms);
  checkPeriods(terms);
  checkDays(terms);
  for (const fee of terms.fees) checkFeeTerm(fee);
  return {
    ...terms,
    rateBasis: terms.rateBasis ?? RateBasis.PER_YEAR,
    interestPeriods:
      terms.interestPeriods ?? (isThirtyDayMonth(terms.dayCount) ? InterestPeriods.EQUAL : InterestPeriods.DAYS),
    principalGraceCount: terms.principalGraceCount ?? 0,
    interestFreeCount: terms.interestFreeCount ?? 0,
    instalmentMultiple: terms.instalmentMultiple ?? 1n,
    rounding: terms.rounding ?? RoundingMode.HALF_UP,
    accrueOnShift: terms.accrueOnShift ?? false,
  };
}

/** How many rows the schedule has: one for a BULLET, otherwise one per instalment. */
export const rowCount = (terms: LoanTerms): number =>
  terms.method === RepaymentMethod.BULLET ? 1 : terms.instalmentCount;

const invalid = (field: string): FinanceError => new FinanceError("TERMS_INVALID", { field });

// Terms may come from a file or a form, where no compiler has looked at them.
function checkKinds(terms: LoanTerms): void {
  if (typeof terms !== "object" || terms === null) throw invalid("terms");
  const { method, dayCount, monthEnd, period, rateBasis, interestPeriods, rounding, fees, instalmentMultiple } = terms;
  const named = { method, dayCount, monthEnd, rateBasis, interestPeriods, rounding };
  for (const [field, kinds] of Object.entries(KINDS)) {
    const value: string | undefined = named[field as keyof typeof named];
    const isLeftOut = value === undefined && OPTIONAL.has(field);
    if (!isLeftOut && !Object.hasOwn(kinds, String(value))) throw invalid(field);
  }
  if (typeof period !== "object" || period === null || !Object.hasOwn(PeriodUnit, String(period.unit)))
    throw invalid("period.unit");
  if (typeof terms.principal !== "bigint") throw invalid("principal");
  if (instalmentMultiple !== undefined && typeof instalmentMultiple !== "bigint") throw invalid("instalmentMultiple");
  if (!Array.isArray(fees)) throw invalid("fees");
}

const KINDS = {
  method: RepaymentMethod,
  dayCount: DayCount,
  monthEnd: MonthEnd,
  rateBasis: RateBasis,
  interestPeriods: InterestPeriods,
  rounding: RoundingMode,
};
const OPTIONAL: ReadonlySet<string> = new Set(["rateBasis", "interestPeriods", "rounding"]);

function checkAmounts({ principal, annualRate, instalmentMultiple }: LoanTerms): void {
  if (principal <= 0n || principal > MAX_FEN) {
    throw new FinanceError("PRINCIPAL_OUT_OF_RANGE", { principal: formatYuan(principal), max: formatYuan(MAX_FEN) });
  }
  if (!Number.isSafeInteger(annualRate) || annualRate < 0 || annualRate > MAX_CONTRACT_RATE) {
    throw new FinanceError("RATE_OUT_OF_RANGE", { rate: String(annualRate), max: MAX_CONTRACT_RATE });
  }
  if (instalmentMultiple !== undefined && (instalmentMultiple < 1n || instalmentMultiple > principal)) {
    throw new FinanceError("TERMS_INVALID", { field: "instalmentMultiple" });
  }
}

function checkPeriods(terms: LoanTerms): void {
  if (terms.method === RepaymentMethod.REVOLVING) {
    throw new FinanceError("METHOD_NOT_SCHEDULABLE", { method: terms.method });
  }
  const within = (value: number, max: number, min = 1): boolean =>
    Number.isSafeInteger(value) && value >= min && value <= max;
  const { instalmentCount, period } = terms;
  if (!within(instalmentCount, MAX_INSTALMENT_COUNT)) {
    refuseRange("TERM_OUT_OF_RANGE", "instalmentCount", instalmentCount, MAX_INSTALMENT_COUNT);
  }
  const longest = period.unit === PeriodUnit.MONTH ? 120 : period.unit === PeriodUnit.WEEK ? 520 : 3660;
  if (!within(period.length, longest)) refuseRange("TERM_OUT_OF_RANGE", "period.length", period.length, longest);
  const grace = terms.principalGraceCount ?? 0;
  if (!within(grace, instalmentCount - 1, 0)) {
    refuseRange("GRACE_OUT_OF_RANGE", "principalGraceCount", grace, instalmentCount - 1);
  }
  const free = terms.interestFreeCount ?? 0;
  if (!within(free, instalmentCount, 0)) refuseRange("GRACE_OUT_OF_RANGE", "interestFreeCount", free, instalmentCount);
}

function checkDays(terms: LoanTerms): void {
  calendarDay(terms.startOn);
  const refuse = (reason: string): never => {
    throw new FinanceError("DUE_DAYS_INVALID", { reason });
  };
  const { firstDueOn, dueDay, dueOn } = terms;
  if (firstDueOn !== undefined && (!isDay(firstDueOn) || firstDueOn <= terms.startOn))
    refuse("FIRST_DUE_NOT_AFTER_START");
  if (dueDay !== undefined) {
    if (terms.period.unit !== PeriodUnit.MONTH) refuse("DUE_DAY_WITHOUT_MONTHS");
    if (!Number.isSafeInteger(dueDay) || dueDay < 1 || dueDay > 31) refuse("DUE_DAY_OUT_OF_RANGE");
  }
  if (dueOn === undefined) return;
  if (dueOn.length !== rowCount(terms)) refuse("COUNT");
  let previous = terms.startOn;
  for (const day of dueOn) {
    if (!isDay(day) || day <= previous) refuse("NOT_RISING");
    previous = day;
  }
}

function refuseRange(code: FinanceErrorCode, field: string, value: number, max: number): never {
  throw new FinanceError(code, { field, value, max });
}
