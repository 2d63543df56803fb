import { FeeBasis, type FeePayment, type FeeTiming, type Fen, groupYuan, type Ppm } from "@daichao/finance";
import type { ErrorText } from "../../kernel/errors/index.js";
import type { ContingentCost } from "./product-terms.rules.js";

/** What decides how a fee is worded; stored sheets written before a measure was kept have none. */
export interface MeasuredFee {
  readonly timing: FeeTiming;
  readonly payment: FeePayment;
  readonly basis?: FeeBasis;
  readonly amount?: Fen | null;
  readonly rate?: Ppm | null;
}

export const inLocale = ({ zh, en }: ErrorText, locale: string): string => (locale.startsWith("en") ? en : zh);

/** Names of the fee codes the platform knows; what an institution calls its fee stands in the contract. */
const FEE_NAMES: Readonly<Record<string, string>> = {
  GUARANTEE: "Guarantee fee",
  SERVICE: "Service fee",
  ASSESSMENT: "Assessment fee",
  CLOSING: "Closing fee",
  INSURANCE: "Insurance premium",
  MANAGEMENT: "Management fee",
};

const TIMING_WORDS: Record<FeeTiming, ErrorText> = {
  UPFRONT: { zh: "放款时一次性", en: "once at disbursement" },
  PER_PERIOD: { zh: "每期随还款", en: "with every instalment" },
  AT_END: { zh: "最后一期", en: "with the last instalment" },
};
const BASIS_WORDS = {
  RATE_OF_PRINCIPAL: { zh: "借款本金", en: "the principal" },
  RATE_OF_OUTSTANDING: { zh: "剩余本金", en: "the principal still owed" },
} as const;

// Parts per million are ten-thousandths of a percent; trailing zeros go, two decimals stay.
const percent = (rate: Ppm): string => `${(rate / 10_000).toFixed(4).replace(/0{1,2}$/, "")}%`;

/** A fee's name as the contract has it; to an English reader by its code where the platform knows it. */
export const feeNameIn = ({ code, name }: { readonly code: string; readonly name: string }, locale: string): string =>
  inLocale({ zh: name, en: FEE_NAMES[code] ?? name }, locale);

/** How a fee is measured and taken, as the disclosure sheet says it, in the contract's language (Chinese). */
export function standardOf({ timing, payment, basis, amount, rate }: MeasuredFee): string {
  const way = payment === "DEDUCTED" ? "从放款中扣收" : "收取";
  const measure =
    basis === undefined || basis === FeeBasis.AMOUNT
      ? `${groupYuan(amount ?? 0n)} 元`
      : `${BASIS_WORDS[basis].zh}的 ${percent(rate ?? 0)}`;
  return `${TIMING_WORDS[timing].zh}${way}，${measure}`;
}

/** The same in the reader's language; the contract's own words where the measure was not kept. */
export function standardIn(fee: MeasuredFee & { readonly standard: string }, locale: string): string {
  const { timing, payment, basis, amount, rate, standard } = fee;
  if (!locale.startsWith("en") || basis === undefined) return standard;
  const way = payment === "DEDUCTED" ? "Kept back" : "Paid";
  const measure =
    basis === FeeBasis.AMOUNT ? `¥${groupYuan(amount ?? 0n)}` : `${percent(rate ?? 0)} of ${BASIS_WORDS[basis].en}`;
  return `${way} ${TIMING_WORDS[timing].en}, ${measure}`;
}

const CONTINGENT: Readonly<Record<string, { readonly name: string; readonly standard: (times: string) => string }>> = {
  OVERDUE_INTEREST: {
    name: "Overdue interest",
    standard: (times) => `${times} times the contract rate while overdue, on the overdue principal only`,
  },
  MISUSE_INTEREST: {
    name: "Interest on misuse",
    standard: (times) => `${times} times the contract rate while the money is used for another purpose than agreed`,
  },
  EARLY_SETTLEMENT: { name: "Charge for early repayment", standard: () => "None" },
};

/** A contingent cost's name in the reader's language. */
export const contingentNameIn = ({ code, name }: ContingentCost, locale: string): string =>
  inLocale({ zh: name, en: CONTINGENT[code]?.name ?? name }, locale);

/** How a contingent cost is measured, in the reader's language; the stored words where its multiplier was not kept. */
export function contingentStandardIn({ code, standard, multiplier }: ContingentCost, locale: string): string {
  const known = CONTINGENT[code];
  if (!locale.startsWith("en") || known === undefined || multiplier === undefined) return standard;
  return known.standard(multiplier === null ? "" : String(multiplier / 1_000_000));
}
