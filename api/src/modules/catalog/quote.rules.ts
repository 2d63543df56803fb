import {
  type AnnualisationMethod,
  addMonths,
  type CostOfCredit,
  costOfCredit,
  type Day,
  FeeBasis,
  type FeePayment,
  type FeeTerm,
  type FeeTiming,
  type Fen,
  formatRate,
  formatYuan,
  type LoanTerms,
  maxFen,
  minFen,
  monthlyTerms,
  type Ppm,
  RepaymentMethod,
  type Schedule,
  type ScheduleRow,
  schedule,
  sumFen,
} from "@daichao/finance";
import type { DueShift, ShiftedDay } from "../../kernel/calendar/index.js";
import { catalogErrors } from "./catalog.errors.js";
import type { FeePayee } from "./product.states.js";
import type { ProductFee, ProductTerms } from "./product-terms.rules.js";
import { standardOf } from "./product-wording.rules.js";

/** What decides the cost of a product; rows of versions and published products have it. */
export type PricedTerms = Pick<
  ProductTerms,
  | "amountMin"
  | "amountMax"
  | "rateMin"
  | "rateMax"
  | "termOptions"
  | "repaymentMethods"
  | "dayCount"
  | "dueShift"
  | "fees"
>;

/** One loan asked of a product. `annualRate` is left out where no rate has been granted: the dearest then stands. */
export interface Ask {
  readonly amount: Fen;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  readonly annualRate?: Ppm;
  readonly startOn: Day;
}

/** A wish that may be incomplete or outside what the product offers. */
export type Wish = { readonly [K in "amount" | "termCount" | "method"]?: Ask[K] | null } & { readonly startOn: Day };

/** Moves a due day off a holiday by the product's policy: kernel/calendar's shiftDueDay. */
export type ShiftDay = (day: Day, policy: DueShift) => ShiftedDay;

export interface QuoteRowValue {
  readonly number: number;
  /** The day on which the instalment is payable. */
  readonly dueOn: Day;
  /** The day before any holiday shift; interest runs to it. */
  readonly scheduledDueOn: Day;
  readonly days: number;
  readonly openingPrincipal: Fen;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly fee: Fen;
  readonly payment: Fen;
  readonly closingPrincipal: Fen;
  readonly isCalendarKnown: boolean;
}

export interface QuoteFeeValue {
  readonly code: string;
  readonly name: string;
  readonly timing: FeeTiming;
  readonly payment: FeePayment;
  readonly payee: FeePayee;
  readonly payeeName: string;
  readonly basis: FeeBasis;
  readonly amount: Fen | null;
  readonly rate: Ppm | null;
  /** How it is measured, in words of the contract's language (Chinese). */
  readonly standard: string;
  readonly total: Fen;
}

export interface AnnualisedCostValue {
  readonly primary: Ppm;
  readonly primaryMethod: AnnualisationMethod;
  readonly nominal: Ppm;
  readonly effective: Ppm;
  readonly dated: Ppm;
}

export interface QuoteFigures {
  readonly amount: Fen;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  readonly annualRate: Ppm;
  readonly startOn: Day;
  readonly netDisbursed: Fen;
  readonly firstPayment: Fen;
  readonly lastPayment: Fen;
  readonly highestPayment: Fen;
  readonly totalInterest: Fen;
  /** Every fee, those kept back from the disbursement included. */
  readonly totalFees: Fen;
  /** What the borrower pays after the money came in: instalments and upfront fees paid on top. */
  readonly totalPayment: Fen;
  /** Interest and fees; always totalPayment less netDisbursed. */
  readonly totalCost: Fen;
  readonly annualCost: AnnualisedCostValue;
  readonly fees: readonly QuoteFeeValue[];
  readonly rows: readonly QuoteRowValue[];
  /** What was scheduled; its canonical text is what a contract hashes. */
  readonly terms: LoanTerms;
}

/** The method of the figure that stands largest on every card (R-02 wants it named beside the figure). */
export const CARD_METHOD: AnnualisationMethod = "IRR_NOMINAL_SIMPLE";

const BULLET: RepaymentMethod = RepaymentMethod.BULLET;

const feeTermOf = (fee: ProductFee): FeeTerm => {
  const { code, timing, payment, payeeName: payee } = fee;
  if (fee.basis === FeeBasis.AMOUNT)
    return { code, timing, payment, payee, basis: fee.basis, amount: fee.amount ?? 0n };
  return { code, timing, payment, payee, basis: fee.basis, rate: fee.rate ?? 0 };
};

/** The loan terms of an ask before any holiday shift: enough for every figure but the due days and the dated rate. */
export function unshiftedTermsOf(product: PricedTerms, ask: Ask): LoanTerms {
  return monthlyTerms({
    principal: ask.amount,
    annualRate: ask.annualRate ?? product.rateMax,
    method: ask.method,
    termCount: ask.termCount,
    dayCount: product.dayCount,
    startOn: ask.startOn,
    fees: product.fees.map(feeTermOf),
  });
}

function shiftedDays(product: PricedTerms, ask: Ask, shift: ShiftDay): ShiftedDay[] {
  const numbers =
    ask.method === BULLET ? [ask.termCount] : Array.from({ length: ask.termCount }, (_, index) => index + 1);
  return numbers.map((number) => shift(addMonths(ask.startOn, number), product.dueShift));
}

/**
 * The loan that an ask of this product is: monthly from startOn, due days moved off holidays by the product's policy,
 * amounts never moved with them. The one source of card, quote, disclosure sheet, contract and loan.
 */
export function loanTermsOf(product: PricedTerms, ask: Ask, shift: ShiftDay): LoanTerms {
  const terms = unshiftedTermsOf(product, ask);
  return product.dueShift === "NONE"
    ? terms
    : { ...terms, dueOn: shiftedDays(product, ask, shift).map(({ day }) => day) };
}

/** @throws CATALOG_ASK_OUT_OF_RANGE naming the field that this product does not offer. */
export function mustOffer(product: PricedTerms, ask: Ask): void {
  const { amount, termCount, method, annualRate } = ask;
  if (amount < product.amountMin || amount > product.amountMax)
    throw catalogErrors.askOutOfRange(
      { min: formatYuan(product.amountMin), max: formatYuan(product.amountMax) },
      "amount",
    );
  if (!product.termOptions.includes(termCount))
    throw catalogErrors.askOutOfRange({ options: product.termOptions.map(String) }, "termCount");
  if (!product.repaymentMethods.includes(method))
    throw catalogErrors.askOutOfRange({ options: product.repaymentMethods }, "method");
  if (annualRate !== undefined && (annualRate < product.rateMin || annualRate > product.rateMax))
    throw catalogErrors.askOutOfRange(
      { min: formatRate(product.rateMin), max: formatRate(product.rateMax) },
      "annualRate",
    );
}

const DEFAULT_AMOUNT: Fen = 5_000_000n;
const DEFAULT_TERM = 12;

const nearestOf = (options: readonly number[], wanted: number): number =>
  options.reduce(
    (best, option) => (Math.abs(option - wanted) < Math.abs(best - wanted) ? option : best),
    options[0] ?? wanted,
  );

/**
 * The nearest loan this product offers to a wish: the amount moved into its range, the nearest term (the shorter of
 * two equally near), the wished method or the product's first. Without a wish: 50,000 yuan over 12 months.
 */
export function nearestAsk(product: PricedTerms, wish: Wish): { readonly ask: Ask; readonly isAdjusted: boolean } {
  const wanted = wish.amount ?? DEFAULT_AMOUNT;
  const amount = minFen(maxFen(wanted, product.amountMin), product.amountMax);
  const termCount = nearestOf(product.termOptions, wish.termCount ?? DEFAULT_TERM);
  const first = product.repaymentMethods[0] ?? RepaymentMethod.EQUAL_INSTALMENT;
  const method = wish.method && product.repaymentMethods.includes(wish.method) ? wish.method : first;
  const moved = (asked: unknown, got: unknown) => asked != null && asked !== got;
  const isAdjusted = moved(wish.amount, amount) || moved(wish.termCount, termCount) || moved(wish.method, method);
  return { ask: { amount, termCount, method, startOn: wish.startOn }, isAdjusted };
}

/** Whether an ask is the very amount and term of a wish, or of the loan that stands for none: only those compare by yuan. */
export const isOfWish = (ask: Pick<Ask, "amount" | "termCount">, wish: Pick<Wish, "amount" | "termCount">): boolean =>
  ask.amount === (wish.amount ?? DEFAULT_AMOUNT) && ask.termCount === (wish.termCount ?? DEFAULT_TERM);

/**
 * Everything an ask costs and when it is paid. Figures are exact fen; annual rates are parts per million.
 * @throws CATALOG_ASK_OUT_OF_RANGE outside the product's range; FinanceError for terms that cannot be scheduled.
 */
export function quoteOf(product: PricedTerms, ask: Ask, shift: ShiftDay): QuoteFigures {
  mustOffer(product, ask);
  const terms = loanTermsOf(product, ask, shift);
  const plan = schedule(terms);
  const cost = costOfCredit(plan);
  const known = product.dueShift === "NONE" ? [] : shiftedDays(product, ask, shift);
  return {
    amount: ask.amount,
    termCount: ask.termCount,
    method: ask.method,
    annualRate: terms.annualRate,
    startOn: ask.startOn,
    netDisbursed: plan.netDisbursed,
    firstPayment: cost.firstPayment,
    lastPayment: cost.lastPayment,
    highestPayment: cost.highestPayment,
    totalInterest: plan.totals.interest,
    totalFees: plan.totals.fees,
    totalPayment: plan.netDisbursed + cost.totalFinancingCost,
    totalCost: cost.totalFinancingCost,
    annualCost: annualisedOf(cost),
    fees: product.fees.map((fee) => quoteFeeOf(fee, plan)),
    rows: plan.rows.map((row, index) => quoteRowOf(row, known[index]?.isCalendarKnown ?? true)),
    terms,
  };
}

const annualisedOf = (cost: CostOfCredit): AnnualisedCostValue => ({
  primary: cost.aprNominal,
  primaryMethod: CARD_METHOD,
  nominal: cost.aprNominal,
  effective: cost.aprEffective,
  dated: cost.aprXirr,
});

function quoteRowOf(row: ScheduleRow, isCalendarKnown: boolean): QuoteRowValue {
  const { number, dueOn, toOn, days, openingPrincipal, principal, interest, fee, payment, closingPrincipal } = row;
  return {
    number,
    dueOn,
    scheduledDueOn: toOn,
    days,
    openingPrincipal,
    principal,
    interest,
    fee,
    payment,
    closingPrincipal,
    isCalendarKnown,
  };
}

function quoteFeeOf(fee: ProductFee, plan: Schedule): QuoteFeeValue {
  const { code, name, timing, payment, payee, payeeName, basis } = fee;
  const charges = [...plan.upfrontFees, ...plan.rows.flatMap((row) => row.fees)].filter(
    (charge) => charge.code === code,
  );
  return {
    code,
    name,
    timing,
    payment,
    payee,
    payeeName,
    basis,
    amount: fee.amount ?? null,
    rate: fee.rate ?? null,
    standard: standardOf(fee),
    total: sumFen(charges.map((charge) => charge.amount)),
  };
}
