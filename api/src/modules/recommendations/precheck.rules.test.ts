import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AdviceWish, adviceFor, checkAnswers, type PrecheckAnswers } from "./precheck.rules.js";

const answers: PrecheckAnswers = {
  amount: 5_000_000n,
  termCount: 12,
  employment: "EMPLOYED",
  monthlyIncome: 900_000n,
  monthlyDebtPayment: 0n,
  ageBand: "FROM_23",
  provinceCode: "33",
};

describe("the answers of a pre-check", () => {
  it.each([
    ["PRECHECK_AMOUNT_OUT_OF_RANGE", "amount", { amount: 0n }],
    ["PRECHECK_AMOUNT_OUT_OF_RANGE", "amount", { amount: 500_000_001n }],
    ["PRECHECK_TERM_OUT_OF_RANGE", "termCount", { termCount: 0 }],
    ["PRECHECK_INCOME_INVALID", "monthlyIncome", { monthlyIncome: -1n }],
    ["PRECHECK_DEBT_INVALID", "monthlyDebtPayment", { monthlyDebtPayment: 1_000_000_001n }],
    ["PRECHECK_PROVINCE_UNKNOWN", "provinceCode", { provinceCode: "99" }],
  ] as const)("2-01: %s is told on its field", (code, field, changed) => {
    expect(() => checkAnswers({ ...answers, ...changed })).toThrow(expect.objectContaining({ code, field }));
    expect(() => checkAnswers(answers)).not.toThrow();
  });
});

/** Products as amounts and terms they lend. */
const shelf = fc.array(
  fc.record({
    most: fc.bigInt({ min: 100_000n, max: 20_000_000n }),
    terms: fc.uniqueArray(fc.constantFrom<number[]>(3, 6, 12, 24, 36), { minLength: 1 }),
  }),
  { maxLength: 12 },
);

describe("advice", () => {
  it("2-01: every piece is counted anew, suits more than the wish does, and asks for no more money", () => {
    fc.assert(
      fc.property(shelf, fc.bigInt({ min: 100_000n, max: 30_000_000n }), (products, amount) => {
        const count = (wish: AdviceWish) =>
          products.filter(({ most, terms }) => wish.amount <= most && terms.includes(wish.termCount)).length;
        const wish = { amount, termCount: 12 };
        const terms = [...new Set(products.flatMap((product) => product.terms))];
        const advice = adviceFor(wish, terms, count);
        expect(advice.length).toBeLessThanOrEqual(3);
        for (const piece of advice) {
          expect(piece.matchCount).toBe(count(piece));
          expect(piece.matchCount).toBeGreaterThan(count(wish));
          expect(piece.amount).toBeLessThanOrEqual(amount);
        }
      }),
    );
  });

  it("2-01: of equal gains it takes the smallest change", () => {
    const count = ({ amount }: AdviceWish) => (amount <= 8_000_000n ? 3 : 0);
    expect(adviceFor({ amount: 10_000_000n, termCount: 12 }, [12], count)).toEqual([
      { amount: 8_000_000n, termCount: 12, matchCount: 3 },
    ]);
  });

  it("2-01: a wish far beyond what anybody lends comes down to an amount that is lent", () => {
    const count = ({ amount }: AdviceWish) => (amount <= 5_000_000n ? 52 : 0);
    expect(adviceFor({ amount: 90_000_000n, termCount: 12 }, [12], count)).toEqual([
      { amount: 5_000_000n, termCount: 12, matchCount: 52 },
    ]);
  });

  it("2-01: both changes together only where neither alone does as well", () => {
    const count = ({ amount, termCount }: AdviceWish) => (amount <= 8_000_000n && termCount === 24 ? 3 : 0);
    expect(adviceFor({ amount: 10_000_000n, termCount: 12 }, [12, 24, 36], count)).toEqual([
      { amount: 8_000_000n, termCount: 24, matchCount: 3 },
    ]);
  });
});
