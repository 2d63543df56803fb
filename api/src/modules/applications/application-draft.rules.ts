/** Whether a draft's terms fit a product, and which facts a product needs. */
import { formatYuan, type RepaymentMethod } from "@daichao/finance";
import type { DomainError } from "../../kernel/errors/index.js";
import { applicationErrors } from "./application.errors.js";
import { LoanPurpose } from "./application.states.js";

export interface OfferedTerms {
  readonly amountMin: bigint;
  readonly amountMax: bigint;
  readonly termOptions: readonly number[];
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly eligibility: {
    readonly employments: readonly string[];
    readonly provinces: readonly string[];
    readonly minEmploymentMonths?: number | null;
  };
}

export interface WantedTerms {
  readonly amount: bigint;
  readonly termCount: number;
  readonly method: string | null;
}

/** The first thing that keeps the wanted terms out of the product, or undefined. */
export function fitProblem(product: OfferedTerms, wanted: WantedTerms): DomainError | undefined {
  if (wanted.amount < product.amountMin || wanted.amount > product.amountMax)
    return applicationErrors.amountOutOfRange({
      min: formatYuan(product.amountMin),
      max: formatYuan(product.amountMax),
    });
  if (!product.termOptions.includes(wanted.termCount))
    return applicationErrors.termNotOffered({ terms: product.termOptions.join(" / ") });
  if (wanted.method !== null && !product.repaymentMethods.some((method) => method === wanted.method))
    return applicationErrors.methodNotOffered();
  return undefined;
}

/** The wanted method, or the product's first where the borrower has no wish. */
export const methodFor = (product: OfferedTerms, wanted: WantedTerms): RepaymentMethod | undefined =>
  wanted.method === null
    ? product.repaymentMethods[0]
    : product.repaymentMethods.find((method) => method === wanted.method);

export type RequiredField =
  | "employment"
  | "monthlyIncome"
  | "monthlyDebtPayment"
  | "employedSince"
  | "province"
  | "city";

/** Every product asks for work, income and present repayments; the rest only where its conditions rest on it. */
export function requiredFieldsOf({ eligibility }: OfferedTerms): RequiredField[] {
  const fields: RequiredField[] = ["employment", "monthlyIncome", "monthlyDebtPayment"];
  if (eligibility.minEmploymentMonths) fields.push("employedSince");
  if (eligibility.provinces.length > 0) fields.push("province");
  return fields;
}

/**
 * What a loan is for as long as its borrower has not said so: what the first product made for one purpose is for, or
 * everyday spending where all are for anything.
 */
export function purposeOf(products: readonly { readonly category: string }[]): LoanPurpose {
  const made = products.map(({ category }) => Object.values(LoanPurpose).find((purpose) => purpose === category));
  return made.find((purpose) => purpose !== undefined) ?? LoanPurpose.DAILY_CONSUMPTION;
}
