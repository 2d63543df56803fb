import { interestFactors } from "./accrual.ts";
import {
  type Amortisation,
  type AmortisationPlan,
  type AmortisationStep,
  amortise,
  annuityRatio,
} from "./amortisation.ts";
import type { Day } from "./day.ts";
import { chargeFee, type FeeCharge, FeePayment, type FeeTerm, FeeTiming } from "./fee-term.ts";
import { FinanceError } from "./finance-error.ts";
import { type Fraction, sumFractions, ZERO } from "./fraction.ts";
import { type LoanPeriod, loanPeriods } from "./loan-period.ts";
import { type CompleteTerms, completeTerms, type LoanTerms, rowCount } from "./loan-terms.ts";
import { type Fen, formatYuan, maxFen, minFen, sumFen, YUAN } from "./money.ts";
import { RepaymentMethod } from "./repayment-method.ts";
import { roundHalfUp } from "./rounding.ts";

/** One instalment. payment = principal + interest + fee; openingPrincipal − principal = closingPrincipal. */
export interface ScheduleRow {
  readonly number: number;
  readonly fromOn: Day;
  /** Interest is charged to this day. */
  readonly toOn: Day;
  /** The instalment is payable on this day. */
  readonly dueOn: Day;
  /** Calendar days for which interest is charged. */
  readonly days: number;
  readonly openingPrincipal: Fen;
  readonly principal: Fen;
  readonly interest: Fen;
  /** The fees payable with this instalment, each with its payee; those AT_END stand in the last row. */
  readonly fees: readonly FeeCharge[];
  readonly fee: Fen;
  readonly payment: Fen;
  readonly closingPrincipal: Fen;
}

export interface ScheduleTotals {
  readonly principal: Fen;
  readonly interest: Fen;
  /** Every fee, upfront ones included. */
  readonly fees: Fen;
  /** The sum of the instalments; upfront fees are not in it. */
  readonly payment: Fen;
}

/** When a loan is paid and what is paid; the principal parts sum to the principal and no figure is negative. */
export interface Schedule {
  readonly terms: CompleteTerms;
  readonly periods: readonly LoanPeriod[];
  readonly rows: readonly ScheduleRow[];
  readonly totals: ScheduleTotals;
  /** The level instalment before fees, of an EQUAL_INSTALMENT loan. */
  readonly instalment?: Fen;
  readonly upfrontFees: readonly FeeCharge[];
  /** Also contained in the last row. */
  readonly atEndFees: readonly FeeCharge[];
  /** The principal less the fees kept back: what reaches the borrower's account. */
  readonly netDisbursed: Fen;
}

/**
 * The instalments of a loan, each period rounded to the fen and the last row absorbing the remainder.
 * Refuses terms that cannot be scheduled; terms whose last row would differ from the others by more than one yuan and
 * more than 1 % of the instalment, or with an `instalmentMultiple` by more than that times the number of instalments or
 * half an instalment, whichever is less; and terms whose level instalment is less than the interest of a period, which
 * a longer first period can do to a long loan.
 */
export function schedule(terms: LoanTerms): Schedule {
  const complete = completeTerms(terms);
  const periods = loanPeriods(complete);
  const amortisation = amortise(planOf(complete, periods));
  checkDrift(complete, amortisation);
  return assemble(complete, periods, amortisation);
}

// Amounts are carried in 10^-20 fen and its share of a part of the principal, so that nothing is rounded where a fen could see it.
const FINE = 10n ** 20n;

/**
 * The same loan without rounding between periods: each figure is rounded to the fen only for show, so a row may miss
 * its own sum by a fen, while totals are those of the exact figures.
 */
export function unroundedSchedule(terms: LoanTerms): Schedule {
  const complete = completeTerms(terms);
  const periods = loanPeriods(complete);
  const plan = planOf(complete, periods);
  const fine = FINE * BigInt(Math.max(1, plan.factors.length - plan.graceCount));
  const exact = amortise({ ...plan, principal: plan.principal * fine, multiple: 1n });
  const shown = (amount: bigint): Fen => roundHalfUp(amount, fine);
  const steps = exact.steps.map(({ opening, principal, interest }) => ({
    opening: shown(opening),
    principal: shown(principal),
    interest: shown(interest),
  }));
  const instalment = exact.instalment === undefined ? undefined : shown(exact.instalment);
  const result = assemble(complete, periods, { steps, instalment });
  const interest = shown(sumFen(exact.steps.map((step) => step.interest)));
  const rowFees = sumFen(result.rows.map((row) => row.fee));
  const totals = {
    ...result.totals,
    interest,
    principal: terms.principal,
    payment: terms.principal + interest + rowFees,
  };
  return { ...result, totals };
}

/** The level instalment of EQUAL_INSTALMENT terms in yuan with 16 decimals, before any rounding or multiple; refuses other methods. */
export function exactInstalment(terms: LoanTerms): string {
  const complete = completeTerms(terms);
  if (complete.method !== RepaymentMethod.EQUAL_INSTALMENT)
    throw new FinanceError("METHOD_NOT_SCHEDULABLE", { method: complete.method });
  const factors = interestFactors(complete, loanPeriods(complete)).slice(complete.principalGraceCount);
  const { growth, weight } = annuityRatio(factors);
  const digits = roundHalfUp(complete.principal * growth * 10n ** 14n, weight)
    .toString()
    .padStart(17, "0");
  return `${digits.slice(0, -16)}.${digits.slice(-16)}`;
}

function planOf(terms: CompleteTerms, periods: readonly LoanPeriod[]): AmortisationPlan {
  return {
    principal: terms.principal,
    factors: interestFactors(terms, periods),
    method: terms.method,
    graceCount: rowCount(terms) === 1 ? 0 : terms.principalGraceCount,
    multiple: terms.instalmentMultiple,
    mode: terms.rounding,
  };
}

function checkDrift(terms: CompleteTerms, { steps, instalment }: Amortisation): void {
  const last = steps.at(-1);
  const first = steps[terms.principalGraceCount];
  if (!last || !first || steps.length === terms.principalGraceCount + 1) return;
  const byPrincipal = terms.method === RepaymentMethod.EQUAL_PRINCIPAL || terms.method === RepaymentMethod.FLAT;
  if (instalment === undefined && !byPrincipal) return;
  const level = instalment ?? first.principal;
  const drift = instalment === undefined ? last.principal - level : last.principal + last.interest - level;
  if ((drift < 0n ? -drift : drift) <= driftLimit(terms, level)) return;
  throw new FinanceError("DRIFT_TOO_LARGE", { drift: formatYuan(drift), instalment: formatYuan(level) });
}

// Who asks for instalments in round figures accepts a last one that differs by their sum, but not one that vanishes.
function driftLimit(terms: CompleteTerms, level: Fen): Fen {
  const limit = maxFen(YUAN, level / 100n);
  if (terms.instalmentMultiple === 1n) return limit;
  return maxFen(limit, minFen(terms.instalmentMultiple * BigInt(terms.instalmentCount), level / 2n));
}

function assemble(terms: CompleteTerms, periods: readonly LoanPeriod[], amortisation: Amortisation): Schedule {
  const { steps, instalment } = amortisation;
  const whole = terms.fees.length === 0 ? ZERO : sumFractions(periods.map((period) => period.years));
  const rows = periods.flatMap((period, index) => {
    const step = steps[index];
    return step ? [rowOf(terms, period, step, steps[index + 1]?.opening ?? 0n, whole)] : [];
  });
  const upfrontFees = upfrontCharges(terms, whole);
  const atEndFees = rows.at(-1)?.fees.filter((fee) => fee.timing === FeeTiming.AT_END) ?? [];
  let interest = 0n;
  let fees = sumFen(upfrontFees.map((fee) => fee.amount));
  let payment = 0n;
  for (const row of rows) {
    interest += row.interest;
    fees += row.fee;
    payment += row.payment;
  }
  const kept = sumFen(upfrontFees.filter((fee) => fee.payment === FeePayment.DEDUCTED).map((fee) => fee.amount));
  const totals = { principal: terms.principal, interest, fees, payment };
  return { terms, periods, rows, totals, instalment, upfrontFees, atEndFees, netDisbursed: terms.principal - kept };
}

/** @param whole the years of the whole term, which a fee at its end covers. */
function rowOf(
  terms: CompleteTerms,
  period: LoanPeriod,
  step: AmortisationStep,
  closingPrincipal: Fen,
  whole: Fraction,
): ScheduleRow {
  const moment = { principal: terms.principal, outstanding: step.opening };
  const fees = terms.fees
    .filter((fee) => fallsDueWith(fee, period, terms))
    .map((fee) => {
      const years = fee.timing === FeeTiming.AT_END ? whole : period.years;
      return chargeFee(fee, { ...moment, years }, terms.rounding);
    });
  const fee = sumFen(fees.map((charge) => charge.amount));
  return {
    number: period.number,
    fromOn: period.fromOn,
    toOn: period.toOn,
    dueOn: period.dueOn,
    days: period.days,
    openingPrincipal: step.opening,
    principal: step.principal,
    interest: step.interest,
    fees,
    fee,
    payment: step.principal + step.interest + fee,
    closingPrincipal,
  };
}

function fallsDueWith(fee: FeeTerm, { number }: LoanPeriod, terms: CompleteTerms): boolean {
  if (fee.timing === FeeTiming.AT_END) return number === rowCount(terms);
  return fee.timing === FeeTiming.PER_PERIOD && number >= (fee.fromNumber ?? 1) && number <= (fee.toNumber ?? number);
}

function upfrontCharges(terms: CompleteTerms, years: Fraction): FeeCharge[] {
  const upfront = terms.fees.filter((fee) => fee.timing === FeeTiming.UPFRONT);
  const moment = { principal: terms.principal, outstanding: terms.principal, years };
  return upfront.map((fee) => chargeFee(fee, moment, terms.rounding));
}
