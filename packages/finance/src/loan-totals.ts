import { interestFactors } from "./accrual.ts";
import { type AnnuityRatio, annuityRatio } from "./amortisation.ts";
import { FeeBasis, FeePayment, FeeRatePer, type FeeTerm, FeeTiming } from "./fee-term.ts";
import type { Fraction } from "./fraction.ts";
import { loanPeriods } from "./loan-period.ts";
import { type CompleteTerms, completeTerms, type LoanTerms, RateBasis, rowCount } from "./loan-terms.ts";
import { type Fen, maxFen } from "./money.ts";
import { RepaymentMethod } from "./repayment-method.ts";
import { RoundingMode, roundHalfUp } from "./rounding.ts";
import { schedule } from "./schedule.ts";

/** What a list of loans is compared by: the sums of a schedule without its rows. */
export interface LoanTotals {
  readonly interest: Fen;
  /** Every fee, upfront ones included. */
  readonly fees: Fen;
  /** The principal less the fees kept back. */
  readonly netDisbursed: Fen;
  readonly firstPayment: Fen;
  readonly lastPayment: Fen;
  readonly highestPayment: Fen;
}

/** The totals of the schedule these terms have, to the fen; refuses what `schedule` refuses. */
export const loanTotals = (terms: LoanTerms): LoanTotals => quickTotals(completeTerms(terms)) ?? slowTotals(terms);

function slowTotals(terms: LoanTerms): LoanTotals {
  const { rows, totals, netDisbursed } = schedule(terms);
  return {
    interest: totals.interest,
    fees: totals.fees,
    netDisbursed,
    firstPayment: rows[0]?.payment ?? 0n,
    lastPayment: rows.at(-1)?.payment ?? 0n,
    highestPayment: rows.map((row) => row.payment).reduce(maxFen, 0n),
  };
}

/*
 * The quick way counts whole fen in doubles, where every whole number below 2^53 and every product below it is exact.
 * Whatever could leave that range, and every rarer kind of term, goes the way of the schedule instead.
 */
const PPM = 1_000_000;

/** What the periods of a loan come to, whatever its amount. */
interface Calendar {
  /** Share of a year of each period. */
  readonly years: readonly { readonly numerator: number; readonly denominator: number }[];
  readonly factorsAt: (annualRate: number) => Fraction[];
  readonly ratios: Map<number, AnnuityRatio>;
}

const CALENDARS_KEPT = 200;
const RATIOS_KEPT = 500;
const calendars = new Map<string, Calendar>();

function calendarOf(terms: CompleteTerms): Calendar {
  const { startOn, dayCount, monthEnd, interestPeriods, period } = terms;
  const key = `${startOn}|${rowCount(terms)}|${terms.instalmentCount}|${dayCount}|${monthEnd}|${interestPeriods}|${period.unit}|${period.length}`;
  const known = calendars.get(key);
  if (known) return known;
  const periods = loanPeriods(terms);
  const calendar: Calendar = {
    years: periods.map(({ years }) => ({
      numerator: Number(years.numerator),
      denominator: Number(years.denominator),
    })),
    factorsAt: (annualRate) => interestFactors({ ...terms, annualRate }, periods),
    ratios: new Map(),
  };
  if (calendars.size >= CALENDARS_KEPT) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}

function ratioOf(calendar: Calendar, annualRate: number): AnnuityRatio {
  const known = calendar.ratios.get(annualRate);
  if (known) return known;
  const made = annuityRatio(calendar.factorsAt(annualRate));
  if (calendar.ratios.size >= RATIOS_KEPT) calendar.ratios.clear();
  calendar.ratios.set(annualRate, made);
  return made;
}

const isPlain = (terms: CompleteTerms): boolean =>
  terms.rateBasis === RateBasis.PER_YEAR &&
  terms.rounding === RoundingMode.HALF_UP &&
  terms.principalGraceCount === 0 &&
  terms.interestFreeCount === 0 &&
  terms.instalmentMultiple === 1n &&
  terms.firstDueOn === undefined &&
  terms.dueDay === undefined &&
  terms.dueOn === undefined &&
  terms.fees.every(isPlainFee);

const isPlainFee = (fee: FeeTerm): boolean =>
  fee.fromNumber === undefined &&
  fee.toNumber === undefined &&
  (fee.basis === FeeBasis.AMOUNT || (fee.ratePer ?? FeeRatePer.CHARGE) === FeeRatePer.CHARGE);

/** numerator ÷ denominator, both whole, positive and exact, to the nearest whole number; a tie goes up. */
function nearest(numerator: number, denominator: number): number {
  const guess = Math.floor(numerator / denominator);
  const rest = numerator - guess * denominator;
  const whole = rest < 0 ? guess - 1 : rest >= denominator ? guess + 1 : guess;
  return 2 * (numerator - whole * denominator) >= denominator ? whole + 1 : whole;
}

const chargeOf = (fee: FeeTerm, principal: number, outstanding: number): number => {
  if (fee.basis === FeeBasis.AMOUNT) return Number(fee.amount);
  return nearest((fee.basis === FeeBasis.RATE_OF_PRINCIPAL ? principal : outstanding) * fee.rate, PPM);
};

const sumOf = (fees: readonly FeeTerm[], principal: number, outstanding: number): number =>
  fees.reduce((sum, fee) => sum + chargeOf(fee, principal, outstanding), 0);

/** What the first instalment repays of the principal, or for a level loan pays in all; undefined where nothing is repaid before the end. */
function levelOf(terms: CompleteTerms, calendar: Calendar): number | undefined {
  switch (terms.method) {
    case RepaymentMethod.EQUAL_INSTALMENT: {
      const { growth, weight } = ratioOf(calendar, terms.annualRate);
      return Number(roundHalfUp(terms.principal * growth, weight));
    }
    case RepaymentMethod.EQUAL_PRINCIPAL:
    case RepaymentMethod.FLAT:
      return nearest(Number(terms.principal), calendar.years.length);
    default:
      return undefined;
  }
}

function quickTotals(terms: CompleteTerms): LoanTotals | undefined {
  if (!isPlain(terms)) return undefined;
  const { method, annualRate, fees } = terms;
  const calendar = calendarOf(terms);
  const principal = Number(terms.principal);
  const dearest = fees.reduce((most, fee) => (fee.basis === FeeBasis.AMOUNT ? most : Math.max(most, fee.rate)), 0);
  const longest = calendar.years.reduce((most, { numerator }) => Math.max(most, numerator), 1);
  if (2 * principal * Math.max(1, annualRate * longest, dearest) > Number.MAX_SAFE_INTEGER) return undefined;
  if (calendar.years.some(({ denominator }) => denominator * PPM * 2 > Number.MAX_SAFE_INTEGER)) return undefined;

  const level = levelOf(terms, calendar);
  const isLevel = method === RepaymentMethod.EQUAL_INSTALMENT;
  const regular = fees.filter((fee) => fee.timing === FeeTiming.PER_PERIOD);
  const last = calendar.years.length - 1;
  let opening = principal;
  let interest = 0;
  let charged = 0;
  let first = 0;
  let payment = 0;
  let highest = 0;
  let lastOwn = 0;
  for (const [index, { numerator, denominator }] of calendar.years.entries()) {
    const bearing = method === RepaymentMethod.FLAT ? principal : opening;
    const borne = nearest(bearing * annualRate * numerator, PPM * denominator);
    if (isLevel && index < last && level !== undefined && borne > level && opening > 0) return undefined;
    const wanted = level === undefined ? 0 : isLevel ? level - borne : level;
    const repaid = index === last ? opening : Math.min(wanted, opening);
    const fee = sumOf(regular, principal, opening) + (index === last ? sumOf(atEnd(fees), principal, opening) : 0);
    interest += borne;
    charged += fee;
    payment = repaid + borne + fee;
    lastOwn = isLevel ? repaid + borne : repaid;
    if (index === 0) first = payment;
    if (payment > highest) highest = payment;
    opening -= repaid;
  }
  // A last instalment this far from the others is refused by the schedule, which says so with its figures.
  if (level !== undefined && last > 0 && Math.abs(lastOwn - level) > Math.max(100, Math.floor(level / 100)))
    return undefined;
  const upfront = fees.filter((fee) => fee.timing === FeeTiming.UPFRONT);
  const kept = upfront.filter((fee) => fee.payment === FeePayment.DEDUCTED);
  return {
    interest: BigInt(interest),
    fees: BigInt(charged + sumOf(upfront, principal, principal)),
    netDisbursed: BigInt(principal - sumOf(kept, principal, principal)),
    firstPayment: BigInt(first),
    lastPayment: BigInt(payment),
    highestPayment: BigInt(highest),
  };
}

const atEnd = (fees: readonly FeeTerm[]): FeeTerm[] => fees.filter((fee) => fee.timing === FeeTiming.AT_END);
