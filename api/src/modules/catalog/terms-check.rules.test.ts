import { describe, expect, test } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import type { ProductTerms } from "./product-terms.rules.js";
import { termsProblems } from "./terms-check.rules.js";

const limits = { amountMax: 30_000_000n };
const problems = (changed: Partial<ProductTerms>) =>
  termsProblems(sampleProduct(changed), limits).map(({ code, field }) => [code, field]);
const eligibility = (changed: Partial<ProductTerms["eligibility"]>) => ({
  eligibility: { ...sampleProduct().eligibility, ...changed },
});

describe("I-02 parameters of a product", () => {
  test("terms that hold are not refused", () => expect(problems({ fees: [guaranteeFee()] })).toEqual([]));

  test.each<[string, Partial<ProductTerms>, string, string]>([
    [
      "a smallest amount above the largest",
      { amountMin: 30_000_000n, amountMax: 20_000_000n },
      "CATALOG_RANGE_INVERTED",
      "terms.amountMin",
    ],
    ["an amount that is not whole yuan", { amountMin: 1_000_050n }, "CATALOG_AMOUNT_INVALID", "terms.amountMin"],
    ["an amount of nothing", { amountMin: 0n }, "CATALOG_AMOUNT_INVALID", "terms.amountMin"],
    ["an amount above the ceiling", { amountMax: 30_000_100n }, "CATALOG_AMOUNT_INVALID", "terms.amountMax"],
    ["a lowest rate above the highest", { rateMin: 130_000 }, "CATALOG_RANGE_INVERTED", "terms.rateMin"],
    ["a negative rate", { rateMin: -1 }, "CATALOG_RATE_INVALID", "terms.rateMin"],
    ["a rate no cap has ever allowed", { rateMax: 360_001 }, "CATALOG_RATE_INVALID", "terms.rateMax"],
    ["no term at all", { termOptions: [] }, "CATALOG_TERM_INVALID", "terms.termOptions"],
    ["terms out of order", { termOptions: [12, 6] }, "CATALOG_TERM_INVALID", "terms.termOptions"],
    ["a term named twice", { termOptions: [6, 6] }, "CATALOG_TERM_INVALID", "terms.termOptions"],
    ["a term of no months", { termOptions: [0, 6] }, "CATALOG_TERM_INVALID", "terms.termOptions"],
    ["a term beyond thirty years", { termOptions: [361] }, "CATALOG_TERM_INVALID", "terms.termOptions"],
    ["no repayment method", { repaymentMethods: [] }, "CATALOG_LIST_INVALID", "terms.repaymentMethods"],
    ["flat interest", { repaymentMethods: ["FLAT"] }, "CATALOG_METHOD_INVALID", "terms.repaymentMethods"],
    ["revolving credit", { repaymentMethods: ["REVOLVING"] }, "CATALOG_METHOD_INVALID", "terms.repaymentMethods"],
    [
      "one payment after two years",
      { repaymentMethods: ["BULLET"] },
      "CATALOG_BULLET_TOO_LONG",
      "terms.repaymentMethods",
    ],
    ["no document", { requiredDocuments: [] }, "CATALOG_LIST_INVALID", "terms.requiredDocuments"],
    ["money that never comes", { disbursementHours: 0 }, "CATALOG_NUMBER_INVALID", "terms.disbursementHours"],
    ["a negative cooling-off time", { coolingOffDays: -1 }, "CATALOG_NUMBER_INVALID", "terms.coolingOffDays"],
    ["a name of one character", { name: "贷" }, "CATALOG_TEXT_INVALID", "terms.name"],
    ["control characters in the copy", { tagline: "装修\u0000贷" }, "CATALOG_TEXT_INVALID", "terms.tagline"],
    ["minors", eligibility({ minAge: 17 }), "CATALOG_NUMBER_INVALID", "terms.eligibility.minAge"],
    ["ages upside down", eligibility({ minAge: 61 }), "CATALOG_RANGE_INVERTED", "terms.eligibility.minAge"],
    [
      "a negative income",
      eligibility({ minMonthlyIncome: -1n }),
      "CATALOG_AMOUNT_INVALID",
      "terms.eligibility.minMonthlyIncome",
    ],
    [
      "a fee with a code in small letters",
      { fees: [guaranteeFee({ code: "guarantee" })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.code",
    ],
    ["two fees with one code", { fees: [guaranteeFee(), guaranteeFee()] }, "CATALOG_FEE_INVALID", "terms.fees.1.code"],
    [
      "a fee nobody receives",
      { fees: [guaranteeFee({ payeeName: " " })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.payeeName",
    ],
    [
      "a monthly fee kept back from the disbursement",
      { fees: [guaranteeFee({ payment: "DEDUCTED" })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.payment",
    ],
    [
      "a fixed fee with a share as well",
      { fees: [guaranteeFee({ rate: 1_000 })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.rate",
    ],
    [
      "a fixed fee without an amount",
      { fees: [guaranteeFee({ amount: null })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.amount",
    ],
    [
      "a share without a rate",
      { fees: [guaranteeFee({ basis: "RATE_OF_PRINCIPAL", amount: null })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.rate",
    ],
    [
      "a fee above a tenth of the smallest loan",
      { fees: [guaranteeFee({ amount: 100_001n })] },
      "CATALOG_FEE_INVALID",
      "terms.fees.0.amount",
    ],
  ])("%s is refused at its own field", (_, changed, code, field) =>
    expect(problems(changed)).toContainEqual([code, field]),
  );

  test("one payment at the end is fine up to twelve months", () =>
    expect(problems({ repaymentMethods: ["BULLET"], termOptions: [3, 12] })).toEqual([]));
});
