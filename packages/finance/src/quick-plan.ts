/**
 * The quick way through a loan: whole fen in doubles, where every whole number below 2^53 and every product below it is
 * exact. Whatever could leave that range, and every rarer kind of term, goes the way of the schedule instead.
 */
import { interestFactors } from "./accrual.ts";
import { type AnnuityRatio, annuityRatio } from "./amortisation.ts";
import { FeeBasis, FeePayment, FeeRatePer, type FeeTerm, FeeTiming } from "./fee-term.ts";
import type { Fraction } from "./fraction.ts";
import { loanPeriods } from "./loan-period.ts";
import { type CompleteTerms, RateBasis, rowCount } from "./loan-terms.ts";
import type { LoanTotals } from "./loan-totals.ts";
import { type Fen, MAX_FEN } from "./money.ts";
import { RepaymentMethod } from "./repayment-method.ts";
import { RoundingMode, roundHalfUp } from "./rounding.ts";

const PPM = 1_000_000;

/** What the periods of a loan come to, whatever its amount. */
interface Calendar {
  /** Share of a year of each period. */
  readonly years: readonly { readonly numerator: number; readonly denominator: number }[];
  readonly factorsAt: (annualRate: number) => Fraction[];
  readonly ratios: Map<number, LevelRatio>;
}

/** A level instalment as a share of the principal: exactly, and as the nearest double. */
interface LevelRatio extends AnnuityRatio {
  readonly share: number;
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

const SHARE_BITS = 80n;

function ratioOf(calendar: Calendar, annualRate: number): LevelRatio {
  const known = calendar.ratios.get(annualRate);
  if (known) return known;
  const { growth, weight } = annuityRatio(calendar.factorsAt(annualRate));
  const share = Number((growth << SHARE_BITS) / weight) / 2 ** Number(SHARE_BITS);
  const made = { growth, weight, share };
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

interface RatedFee {
  readonly rate: number;
  readonly isOfPrincipal: boolean;
}

/** The fees of one moment: a fixed sum, and what is charged by a rate. */
interface Charges {
  readonly fixed: number;
  readonly rated: readonly RatedFee[];
}

function chargesOf(fees: readonly FeeTerm[]): Charges {
  let fixed = 0;
  const rated: RatedFee[] = [];
  for (const fee of fees)
    if (fee.basis === FeeBasis.AMOUNT) fixed += Number(fee.amount);
    else rated.push({ rate: fee.rate, isOfPrincipal: fee.basis === FeeBasis.RATE_OF_PRINCIPAL });
  return { fixed, rated };
}

function charge({ fixed, rated }: Charges, principal: number, outstanding: number): number {
  let sum = fixed;
  for (const { rate, isOfPrincipal } of rated) sum += nearest((isOfPrincipal ? principal : outstanding) * rate, PPM);
  return sum;
}

/** Nearer to a half than this, a product of doubles does not say which way it is rounded. */
const TOO_NEAR_A_HALF = 1e-3;

function levelInstalment({ growth, weight, share }: LevelRatio, principal: number): number {
  const guess = principal * share;
  if (guess < 1e11 && Math.abs(guess - Math.floor(guess) - 0.5) > TOO_NEAR_A_HALF) return Math.round(guess);
  return Number(roundHalfUp(BigInt(principal) * growth, weight));
}

/** What the first instalment repays of a principal, or for a level loan pays in all; undefined where nothing is repaid before the end. */
function levelOf(terms: CompleteTerms, calendar: Calendar): ((principal: number) => number) | undefined {
  switch (terms.method) {
    case RepaymentMethod.EQUAL_INSTALMENT: {
      const ratio = ratioOf(calendar, terms.annualRate);
      return (principal) => levelInstalment(ratio, principal);
    }
    case RepaymentMethod.EQUAL_PRINCIPAL:
    case RepaymentMethod.FLAT:
      return (principal) => nearest(principal, calendar.years.length);
    default:
      return undefined;
  }
}

/** Everything the quick way needs but the principal. */
export interface QuickPlan {
  readonly method: RepaymentMethod;
  /** Of the principal, the most that one fen of it can make of a figure on the way. */
  readonly mostPerFen: number;
  /** Interest of a period: what bears it × rate ÷ part. */
  readonly rates: Float64Array;
  readonly parts: Float64Array;
  /** The instalments of the principal asked for last. */
  readonly payments: Float64Array;
  readonly levelFor: ((principal: number) => number) | undefined;
  readonly regular: Charges;
  readonly atEnd: Charges;
  readonly upfront: Charges;
  readonly kept: Charges;
}

/** Undefined where the quick way does not know this kind of terms. */
export function quickPlan(terms: CompleteTerms): QuickPlan | undefined {
  if (!isPlain(terms)) return undefined;
  const { method, annualRate, fees } = terms;
  const calendar = calendarOf(terms);
  if (calendar.years.some(({ denominator }) => denominator * PPM * 2 > Number.MAX_SAFE_INTEGER)) return undefined;
  const dearest = fees.reduce((most, fee) => (fee.basis === FeeBasis.AMOUNT ? most : Math.max(most, fee.rate)), 0);
  const longest = calendar.years.reduce((most, { numerator }) => Math.max(most, numerator), 1);
  const at = (timing: FeeTiming) => fees.filter((fee) => fee.timing === timing);
  const upfront = at(FeeTiming.UPFRONT);
  return {
    method,
    mostPerFen: 2 * Math.max(1, annualRate * longest, dearest),
    rates: Float64Array.from(calendar.years, ({ numerator }) => annualRate * numerator),
    parts: Float64Array.from(calendar.years, ({ denominator }) => PPM * denominator),
    payments: new Float64Array(calendar.years.length),
    levelFor: levelOf(terms, calendar),
    regular: chargesOf(at(FeeTiming.PER_PERIOD)),
    atEnd: chargesOf(at(FeeTiming.AT_END)),
    upfront: chargesOf(upfront),
    kept: chargesOf(upfront.filter((fee) => fee.payment === FeePayment.DEDUCTED)),
  };
}

/** Undefined where this principal has to go the way of the schedule. */
export function quickTotals(plan: QuickPlan, asked: Fen): LoanTotals | undefined {
  if (asked <= 0n || asked > MAX_FEN) return undefined;
  const principal = Number(asked);
  if (principal * plan.mostPerFen > Number.MAX_SAFE_INTEGER) return undefined;
  const { method, rates, parts, payments, regular, atEnd, upfront, kept } = plan;
  const level = plan.levelFor?.(principal);
  const isLevel = method === RepaymentMethod.EQUAL_INSTALMENT;
  const isFlat = method === RepaymentMethod.FLAT;
  const last = rates.length - 1;
  let opening = principal;
  let interest = 0;
  let charged = 0;
  let highest = 0;
  let lastOwn = 0;
  for (let index = 0; index <= last; index += 1) {
    const borne = nearest((isFlat ? principal : opening) * (rates[index] ?? 0), parts[index] ?? 1);
    if (isLevel && index < last && level !== undefined && borne > level && opening > 0) return undefined;
    const wanted = level === undefined ? 0 : isLevel ? level - borne : level;
    const repaid = index === last ? opening : Math.min(wanted, opening);
    const fee = charge(regular, principal, opening) + (index === last ? charge(atEnd, principal, opening) : 0);
    interest += borne;
    charged += fee;
    const payment = repaid + borne + fee;
    payments[index] = payment;
    lastOwn = isLevel ? repaid + borne : repaid;
    if (payment > highest) highest = payment;
    opening -= repaid;
  }
  // A last instalment this far from the others is refused by the schedule, which says so with its figures.
  if (level !== undefined && last > 0 && Math.abs(lastOwn - level) > Math.max(100, Math.floor(level / 100)))
    return undefined;
  return {
    interest: BigInt(interest),
    fees: BigInt(charged + charge(upfront, principal, principal)),
    netDisbursed: BigInt(principal - charge(kept, principal, principal)),
    firstPayment: BigInt(payments[0] ?? 0),
    lastPayment: BigInt(payments[last] ?? 0),
    highestPayment: BigInt(highest),
  };
}

/** What is received and then paid back, as whole fen, after `quickTotals` of the same principal. */
export function quickFlows({ payments, upfront }: QuickPlan, principal: Fen): number[] {
  const asked = Number(principal);
  const flows = [asked - charge(upfront, asked, asked)];
  for (const payment of payments) flows.push(-payment);
  return flows;
}
