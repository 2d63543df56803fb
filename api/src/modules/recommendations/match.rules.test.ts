import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isMatch,
  type MatchedProduct,
  matchLines,
  monthsBetween,
  type PersonFacts,
  refusalLines,
} from "./match.rules.js";

const product: MatchedProduct = {
  amountMin: 500_000n,
  amountMax: 20_000_000n,
  termOptions: [6, 12, 24],
  eligibility: {
    minAge: 22,
    maxAge: 55,
    minMonthlyIncome: 500_000n,
    employments: ["EMPLOYED", "PUBLIC_SECTOR"],
    provinces: ["浙江省"],
    minEmploymentMonths: 6,
  },
};
const person: PersonFacts = {
  age: { from: 30, to: 30 },
  employment: "EMPLOYED",
  monthlyIncome: 1_000_000n,
  monthlyDebtPayment: 100_000n,
  province: "浙江省",
  employedMonths: 40,
};
const nobody: PersonFacts = {
  age: null,
  employment: null,
  monthlyIncome: null,
  monthlyDebtPayment: null,
  province: null,
  employedMonths: null,
};
const wish = { amount: 3_000_000n, termCount: 12, monthlyBurden: 270_000n, maxDebtShare: 700_000 };
const failed = (facts: PersonFacts, asked = wish) =>
  matchLines(facts, product, asked)
    .filter(({ verdict }) => verdict === "NOT_MET")
    .map(({ criterion }) => criterion);

describe("a recent refusal", () => {
  const refusals = new Map([["p", { amount: 3_000_000n, day: "2026-11-20", days: 30 }]]);
  const against = (productId: string, amount: bigint, facts: PersonFacts = { ...person, refusals }) =>
    refusalLines(facts, productId, amount).map(({ criterion, verdict }) => [criterion, verdict]);

  it("idea 4: speaks against as much or more at that product, and against nothing else", () => {
    expect(against("p", 3_000_000n)).toEqual([["REFUSAL", "NOT_MET"]]);
    expect(against("p", 5_000_000n)).toEqual([["REFUSAL", "NOT_MET"]]);
    expect(against("p", 2_999_999n)).toEqual([]);
    expect(against("q", 3_000_000n)).toEqual([]);
    expect(against("p", 3_000_000n, person)).toEqual([]);
  });

  it("idea 4: is told with its day and for how long it counts, in both languages", () => {
    const [line] = refusalLines({ ...person, refusals }, "p", 3_000_000n);
    expect(line?.text.zh).toMatch(/2026-11-20.*30/);
    expect(line?.text.en).toMatch(/2026-11-20.*30/);
  });
});

describe("whether a product suits", () => {
  it.each([
    ["nothing stands in the way of somebody it was made for", {}, {}, []],
    ["too much", {}, { amount: 30_000_000n }, ["AMOUNT"]],
    ["a term it does not offer", {}, { termCount: 18 }, ["TERM"]],
    ["too young", { age: { from: 18, to: 21 } }, {}, ["AGE"]],
    ["too little income", { monthlyIncome: 490_000n }, {}, ["INCOME", "DEBT_SHARE"]],
    ["another kind of work", { employment: "STUDENT" }, {}, ["EMPLOYMENT"]],
    ["too short in the job", { employedMonths: 3 }, {}, ["EMPLOYED_MONTHS"]],
    ["another province", { province: "四川省" }, {}, ["PROVINCE"]],
    ["too many debts", { monthlyDebtPayment: 500_000n }, {}, ["DEBT_SHARE"]],
  ] as const)("2-01: %s", (_, facts, asked, criteria) => {
    expect(failed({ ...person, ...facts }, { ...wish, ...asked })).toEqual(criteria);
  });

  it("2-01: what is not known is held against nobody, and a span of ages that only overlaps is not known", () => {
    expect(isMatch(matchLines(nobody, product, wish))).toBe(true);
    const lines = matchLines({ ...person, age: { from: 18, to: 22 } }, product, wish);
    expect(lines.find(({ criterion }) => criterion === "AGE")?.verdict).toBe("UNKNOWN");
  });

  it("2-01: more income, fewer debts and a smaller burden never stand in the way", () => {
    const money = fc.bigInt({ min: 0n, max: 5_000_000n });
    fc.assert(
      fc.property(money, money, money, money, (income, debt, burden, more) => {
        const facts = { ...person, monthlyIncome: income, monthlyDebtPayment: debt };
        const asked = { ...wish, monthlyBurden: burden };
        if (!isMatch(matchLines(facts, product, asked))) return;
        expect(isMatch(matchLines({ ...facts, monthlyIncome: income + more }, product, asked))).toBe(true);
        const less = { ...facts, monthlyDebtPayment: debt > more ? debt - more : 0n };
        expect(isMatch(matchLines(less, product, asked))).toBe(true);
        const lighter = { ...asked, monthlyBurden: burden > more ? burden - more : 0n };
        expect(isMatch(matchLines(facts, product, lighter))).toBe(true);
      }),
    );
  });

  it("2-01: says in both languages what is asked and what it comes to", () => {
    const line = matchLines({ ...person, monthlyDebtPayment: 500_000n }, product, wish).at(-1);
    expect(line?.text).toEqual({
      zh: "每月还款不超过收入的 70%（算上这笔约 77%）",
      en: "Repayments of up to 70% of the income (about 77% with this loan)",
    });
  });

  it("counts completed months", () => {
    expect(monthsBetween("2026-01-31", "2026-03-30")).toBe(1);
    expect(monthsBetween("2026-01-31", "2026-03-31")).toBe(2);
    expect(monthsBetween("2026-05-01", "2026-03-31")).toBe(0);
  });
});
