import { costOfCredit } from "@daichao/finance";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { DayCount } from "./product.states.js";
import { capBreachOf, costRangeOf } from "./product-cost.rules.js";
import { unshiftedTermsOf } from "./quote.rules.js";

// Rounding to the fen can move the yearly figure of a small loan by this much either way.
const ROUNDING = 150;

const fees = fc.subarray([
  guaranteeFee({ amount: 1_500n }),
  guaranteeFee({
    code: "SERVICE",
    timing: "UPFRONT",
    payment: "DEDUCTED",
    basis: "RATE_OF_PRINCIPAL",
    amount: null,
    rate: 10_000,
  }),
  guaranteeFee({ code: "CLOSING", timing: "AT_END", amount: 8_800n }),
  guaranteeFee({ code: "ACCOUNT", basis: "RATE_OF_OUTSTANDING", amount: null, rate: 1_000 }),
]);
const products = fc
  .record({ fees, dayCount: fc.constantFrom(...Object.values(DayCount)), rateMin: fc.integer({ min: 0, max: 80_000 }) })
  .map((part) =>
    sampleProduct({
      ...part,
      rateMax: part.rateMin + 60_000,
      amountMin: 500_000n,
      termOptions: [1, 3, 6, 12, 36],
      repaymentMethods: ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY_BULLET"],
    }),
  );

describe("annual cost from the cheapest case to the dearest", () => {
  test("B-02 no loan the product can give costs less than min or more than max, whatever its amount, term, method, rate and day", () => {
    const pick = fc.record({
      amount: fc.integer({ min: 5_000, max: 200_000 }),
      term: fc.constantFrom(1, 3, 6, 12, 36),
      method: fc.constantFrom("EQUAL_INSTALMENT" as const, "EQUAL_PRINCIPAL" as const, "INTEREST_ONLY_BULLET" as const),
      share: fc.integer({ min: 0, max: 60_000 }),
      day: fc.integer({ min: 0, max: 364 }),
    });
    fc.assert(
      fc.property(products, fc.array(pick, { minLength: 8, maxLength: 8 }), (product, picks) => {
        const range = costRangeOf(product);
        for (const { amount, term, method, share, day } of picks) {
          const startOn = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          const terms = unshiftedTermsOf(product, {
            amount: BigInt(amount) * 100n,
            termCount: term,
            method,
            annualRate: product.rateMin + share,
            startOn,
          });
          const { aprNominal } = costOfCredit(terms);
          expect(aprNominal).toBeGreaterThanOrEqual(range.min - ROUNDING);
          expect(aprNominal).toBeLessThanOrEqual(range.max + ROUNDING);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("2-24 the same product is within a cap measured one way and over it measured the other", () => {
    const product = sampleProduct({
      rateMin: 120_000,
      amountMin: 1_000_000n,
      amountMax: 1_000_000n,
      termOptions: [12],
      repaymentMethods: ["EQUAL_INSTALMENT"],
      fees: [guaranteeFee()],
    });
    const { dearestBy } = costRangeOf(product);
    expect(dearestBy).toMatchObject({ IRR_NOMINAL_SIMPLE: 225_284, IRR_COMPOUND: 250_064 });
    expect(capBreachOf(dearestBy, [{ method: "IRR_NOMINAL_SIMPLE", value: 240_000 }], "terms.rateMax")).toBeUndefined();
    expect(capBreachOf(dearestBy, [{ method: "IRR_COMPOUND", value: 240_000 }], "terms.rateMax")).toMatchObject({
      code: "CATALOG_RATE_OVER_CAP",
      field: "terms.rateMax",
      params: { actual: "0.250064", cap: "0.240000", method: "IRR_COMPOUND" },
    });
  });

  test("a cost equal to the cap is within it", () => {
    const dearestBy = { IRR_NOMINAL_SIMPLE: 240_000, IRR_COMPOUND: 268_242, XIRR: 268_242 };
    expect(capBreachOf(dearestBy, [{ method: "IRR_NOMINAL_SIMPLE", value: 240_000 }], "x")).toBeUndefined();
    expect(capBreachOf(dearestBy, [{ method: "IRR_NOMINAL_SIMPLE", value: 239_999 }], "x")).toBeDefined();
  });

  test("counted days are measured where they cost most: a month of 31 days over 365", () => {
    const product = sampleProduct({
      dayCount: "ACT_365",
      rateMin: 120_000,
      termOptions: [1],
      repaymentMethods: ["EQUAL_INSTALMENT"],
    });
    const { min, max } = costRangeOf(product);
    // 10,000 yuan at 12 %: 101.92 yuan over 31 days, 92.05 over 28, twelve times a year.
    expect(max).toBe(122_304);
    expect(min).toBe(110_460);
  });
});
