import {
  FeeBasis,
  FeePayment,
  FeeTiming,
  type Fen,
  formatRate,
  formatYuan,
  RepaymentMethod,
  YUAN,
} from "@daichao/finance";
import type { DomainError } from "../../kernel/errors/index.js";
import { catalogErrors } from "./catalog.errors.js";
import type { Eligibility, ProductFee, ProductTerms } from "./product-terms.rules.js";

/** What a product may at most be; data with a date, not code. */
export interface TermsLimits {
  readonly amountMax: Fen;
}

const MAX_TERM = 360;
const MAX_TERM_OPTIONS = 24;
const MAX_BULLET_TERM = 12;
/** 36 %: the line above which no court has ever upheld interest; the caps that bind stand in the parameters. */
const MAX_RATE = 360_000;
const MAX_FEES = 10;

/**
 * What is wrong with the terms in themselves, each refusal pointed at its field under `terms`; empty when they hold.
 * Whole yuan, min up to max, rising terms of 1 to 360 months, methods that have a plan, fees that can be told apart.
 */
export function termsProblems(terms: ProductTerms, limits: TermsLimits): DomainError[] {
  return [
    ...copyProblems(terms),
    ...amountProblems(terms, limits),
    ...rateProblems(terms),
    ...termProblems(terms),
    ...methodProblems(terms),
    ...feeProblems(terms),
    ...eligibilityProblems(terms.eligibility),
    ...deliveryProblems(terms),
  ];
}

function copyProblems({ name, tagline }: ProductTerms): DomainError[] {
  const lengths = [
    { field: "terms.name", text: name, min: 2, max: 30 },
    { field: "terms.tagline", text: tagline, min: 2, max: 60 },
  ];
  return lengths
    .filter(({ text, min, max }) => [...text.trim()].length < min || [...text.trim()].length > max || hasControl(text))
    .map(({ field, min, max }) => catalogErrors.textInvalid({ min, max }, field));
}

const hasControl = (text: string): boolean => [...text].some((letter) => letter < " " || letter === "\u007f");

function amountProblems({ amountMin, amountMax }: ProductTerms, limits: TermsLimits): DomainError[] {
  const isBad = (amount: Fen) => amount < YUAN || amount % YUAN !== 0n || amount > limits.amountMax;
  const params = { min: formatYuan(YUAN), max: formatYuan(limits.amountMax) };
  if (isBad(amountMin)) return [catalogErrors.amountInvalid(params, "terms.amountMin")];
  if (isBad(amountMax)) return [catalogErrors.amountInvalid(params, "terms.amountMax")];
  if (amountMin > amountMax)
    return [
      catalogErrors.rangeInverted(
        { min: formatYuan(amountMin), max: formatYuan(amountMax), unit: "money" },
        "terms.amountMin",
      ),
    ];
  return [];
}

function rateProblems({ rateMin, rateMax }: ProductTerms): DomainError[] {
  const isBad = (rate: number) => !Number.isSafeInteger(rate) || rate < 0 || rate > MAX_RATE;
  const params = { min: formatRate(0), max: formatRate(MAX_RATE) };
  if (isBad(rateMin)) return [catalogErrors.rateInvalid(params, "terms.rateMin")];
  if (isBad(rateMax)) return [catalogErrors.rateInvalid(params, "terms.rateMax")];
  if (rateMin > rateMax)
    return [
      catalogErrors.rangeInverted(
        { min: formatRate(rateMin), max: formatRate(rateMax), unit: "rate" },
        "terms.rateMin",
      ),
    ];
  return [];
}

function termProblems({ termOptions }: ProductTerms): DomainError[] {
  const isRising = termOptions.every((term, index) => index === 0 || term > (termOptions[index - 1] ?? 0));
  const isWhole = termOptions.every((term) => Number.isSafeInteger(term) && term >= 1 && term <= MAX_TERM);
  if (termOptions.length > 0 && termOptions.length <= MAX_TERM_OPTIONS && isRising && isWhole) return [];
  return [catalogErrors.termInvalid({ min: 1, max: MAX_TERM, count: MAX_TERM_OPTIONS }, "terms.termOptions")];
}

const NEVER_OFFERED: readonly RepaymentMethod[] = [RepaymentMethod.FLAT, RepaymentMethod.REVOLVING];

function methodProblems({ repaymentMethods, termOptions }: ProductTerms): DomainError[] {
  const field = "terms.repaymentMethods";
  if (repaymentMethods.length === 0 || new Set(repaymentMethods).size < repaymentMethods.length)
    return [catalogErrors.listInvalid({}, field)];
  const barred = repaymentMethods.find((method) => NEVER_OFFERED.includes(method));
  if (barred) return [catalogErrors.methodInvalid({ method: barred }, field)];
  const isTooLong =
    repaymentMethods.includes(RepaymentMethod.BULLET) && termOptions.some((term) => term > MAX_BULLET_TERM);
  return isTooLong ? [catalogErrors.bulletTooLong({ max: MAX_BULLET_TERM }, field)] : [];
}

const FEE_CODE = /^[A-Z][A-Z0-9_]{1,29}$/;

function feeProblems({ fees, amountMin }: ProductTerms): DomainError[] {
  if (fees.length > MAX_FEES) return [catalogErrors.feeInvalid({ rule: "COUNT", max: MAX_FEES }, "terms.fees")];
  const problems = fees.flatMap((fee, index) => {
    const repeated = fees.findIndex((other) => other.code === fee.code) < index;
    const fault = repeated ? ({ rule: "CODE_REPEATED", at: "code" } as const) : feeFault(fee, amountMin);
    return fault
      ? [catalogErrors.feeInvalid({ rule: fault.rule, code: fee.code }, `terms.fees.${index}.${fault.at}`)]
      : [];
  });
  return problems;
}

/** No single charge may take a tenth of the smallest loan: beyond that somebody typed yuan for fen, or hides interest. */
const MAX_FEE_SHARE = 100_000;

function feeFault(fee: ProductFee, amountMin: Fen): { rule: string; at: string } | undefined {
  if (!FEE_CODE.test(fee.code)) return { rule: "CODE", at: "code" };
  if (fee.name.trim() === "" || fee.name.length > 30 || hasControl(fee.name)) return { rule: "NAME", at: "name" };
  if (fee.payeeName.trim() === "" || fee.payeeName.length > 60) return { rule: "PAYEE", at: "payeeName" };
  if (fee.payment === FeePayment.DEDUCTED && fee.timing !== FeeTiming.UPFRONT)
    return { rule: "DEDUCTED_AFTER_DISBURSEMENT", at: "payment" };
  if (fee.basis === FeeBasis.AMOUNT) {
    if (fee.rate != null) return { rule: "RATE_WITH_AMOUNT", at: "rate" };
    if (fee.amount == null || fee.amount <= 0n) return { rule: "AMOUNT_MISSING", at: "amount" };
    return fee.amount * 1_000_000n > amountMin * BigInt(MAX_FEE_SHARE)
      ? { rule: "TOO_LARGE", at: "amount" }
      : undefined;
  }
  if (fee.amount != null) return { rule: "AMOUNT_WITH_RATE", at: "amount" };
  if (fee.rate == null || !Number.isSafeInteger(fee.rate) || fee.rate <= 0) return { rule: "RATE_MISSING", at: "rate" };
  return fee.rate > MAX_FEE_SHARE ? { rule: "TOO_LARGE", at: "rate" } : undefined;
}

function eligibilityProblems(eligibility: Eligibility): DomainError[] {
  const { minAge, maxAge, minMonthlyIncome, minEmploymentMonths, employments, provinces } = eligibility;
  const at = (name: string) => `terms.eligibility.${name}`;
  const within = (value: number, min: number, max: number) =>
    Number.isSafeInteger(value) && value >= min && value <= max;
  // Contracts with minors are void, and no lender here lends past 75.
  if (!within(minAge, 18, 75)) return [catalogErrors.numberInvalid({ min: 18, max: 75 }, at("minAge"))];
  if (!within(maxAge, 18, 75)) return [catalogErrors.numberInvalid({ min: 18, max: 75 }, at("maxAge"))];
  if (minAge > maxAge) return [catalogErrors.rangeInverted({ min: minAge, max: maxAge }, at("minAge"))];
  if (minMonthlyIncome != null && (minMonthlyIncome < 0n || minMonthlyIncome > 100_000_000n))
    return [catalogErrors.amountInvalid({ min: "0.00", max: "1000000.00" }, at("minMonthlyIncome"))];
  if (minEmploymentMonths != null && !within(minEmploymentMonths, 0, 600))
    return [catalogErrors.numberInvalid({ min: 0, max: 600 }, at("minEmploymentMonths"))];
  if (new Set(employments).size < employments.length) return [catalogErrors.listInvalid({}, at("employments"))];
  const isBadPlace =
    provinces.length > 40 || provinces.some((province) => province.trim() === "" || province.length > 20);
  return isBadPlace ? [catalogErrors.textInvalid({ min: 1, max: 20 }, at("provinces"))] : [];
}

function deliveryProblems({ requiredDocuments, disbursementHours, coolingOffDays }: ProductTerms): DomainError[] {
  const problems: DomainError[] = [];
  if (requiredDocuments.length === 0 || new Set(requiredDocuments).size < requiredDocuments.length)
    problems.push(catalogErrors.listInvalid({}, "terms.requiredDocuments"));
  if (!Number.isSafeInteger(disbursementHours) || disbursementHours < 1 || disbursementHours > 720)
    problems.push(catalogErrors.numberInvalid({ min: 1, max: 720 }, "terms.disbursementHours"));
  if (!Number.isSafeInteger(coolingOffDays) || coolingOffDays < 0 || coolingOffDays > 60)
    problems.push(catalogErrors.numberInvalid({ min: 0, max: 60 }, "terms.coolingOffDays"));
  return problems;
}
