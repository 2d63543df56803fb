import { type DecisionModel, decide, decodeFacts, type Facts } from "@daichao/scoring";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviceFor, adviceWords, type StoredAdvice } from "./advice.rules.js";
import { type AppetiteName, appetites, modelOf } from "./appetite.rules.js";
import { factsFor, underwritingFields } from "./underwriting-fact.rules.js";

const names = Object.keys(appetites) as AppetiteName[];
const product = { amountMin: 500_000n, termOptions: [6, 12, 24, 36] };

/** People of every kind, many of whom a model refuses for one reason or several. */
const people: fc.Arbitrary<Facts> = fc
  .record({
    age: fc.integer({ min: 18, max: 64 }),
    employment: fc.constantFrom("EMPLOYED", "SELF_EMPLOYED", "FREELANCE", "STUDENT"),
    employedMonths: fc.integer({ min: 0, max: 90 }),
    income: fc.integer({ min: 20, max: 300 }),
    declared: fc.integer({ min: 0, max: 90 }),
    amount: fc.integer({ min: 5, max: 200 }),
    termCount: fc.constantFrom(6, 12, 24, 36),
    score: fc.integer({ min: 440, max: 800 }),
    obligation: fc.integer({ min: 0, max: 90 }),
    delay: fc.constantFrom(0, 0, 0, 12, 75),
    queries: fc.integer({ min: 0, max: 16 }),
  })
  .map((one) =>
    factsFor(
      {
        age: one.age,
        employment: one.employment,
        employedMonths: one.employedMonths,
        monthlyIncome: String(one.income * 10_000),
        monthlyDebtPayment: String(one.declared * 10_000),
        housing: "RENTED",
        isIdentityVerified: true,
        otherOpenApplicationCount: 0,
      },
      { amount: BigInt(one.amount) * 100_000n, termCount: one.termCount },
      {
        amountMax: 20_000_000n,
        rateMin: 72_000,
        rateMax: 180_000,
        eligibility: { minAge: 20, maxAge: 60, minMonthlyIncome: 400_000n, minEmploymentMonths: 6 },
      },
      {
        score: one.score,
        openLoanCount: 2,
        totalOutstanding: 1_000_000n,
        monthlyObligation: BigInt(one.obligation) * 10_000n,
        worstDaysPastDue12Months: one.delay,
        hardQueries90Days: one.queries,
        historyMonths: 48,
      },
    ),
  );

const refusing = (model: DecisionModel, facts: Facts): string[] =>
  decide(model, facts)
    .trace.filter(({ stage, verdict }) => stage === "RULE" && verdict === "REJECT")
    .map(({ rule }) => rule);

/** The facts with the advice followed, and nothing else changed. */
const follow = (facts: Facts, { field, to }: StoredAdvice): Facts => ({ ...facts, ...decodeFacts({ [field]: to }) });

describe("advice to a refused applicant", () => {
  it.each(names)(
    "2-12: of the %s model: each piece, followed alone, lifts its rule and keeps its word on the outcome",
    (name) => {
      const model = modelOf(name);
      let pieces = 0;
      let enough = 0;
      fc.assert(
        fc.property(people, (facts) => {
          const advice = adviceFor(model, facts, product);
          expect(advice.length).toBeLessThanOrEqual(4);
          if (decide(model, facts).outcome !== "REJECT") expect(advice).toEqual([]);
          for (const piece of advice) {
            pieces += 1;
            const followed = follow(facts, piece);
            expect(decide(model, followed).outcome).toBe(piece.after);
            if (piece.rule) {
              expect(refusing(model, facts)).toContain(piece.rule);
              expect(refusing(model, followed)).not.toContain(piece.rule);
            } else expect(piece.after).not.toBe("REJECT");
            if (piece.after !== "REJECT") enough += 1;
            expect(underwritingFields).toHaveProperty(piece.field);
            expect(["age", "employment", "housing", "bureauScore", "worstDaysPastDue"]).not.toContain(piece.field);
          }
        }),
        { numRuns: 250, seed: 7 },
      );
      expect(pieces).toBeGreaterThan(40);
      expect(enough).toBeGreaterThan(10);
    },
  );

  it("2-12: is told in plain words with the figure that was tested, and never with a rule's name", () => {
    const piece = { field: "monthlyIncome", to: { kind: "money", value: "800000" }, after: "REFER" } as const;
    expect(adviceWords(piece)).toEqual({
      zh: "收入证明达到每月 8,000 元时，可进入人工审核",
      en: "With proof of an income of 8,000 yuan a month, a person looks at it",
    });
    expect(adviceWords({ ...piece, after: "REJECT" })?.zh).toBe(
      "收入证明达到每月 8,000 元时，可通过此项，但仍有其他原因",
    );
    expect(adviceWords({ ...piece, field: "bureauScore" })).toBeNull();
  });
});
