import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eq, gt, lt } from "../model/condition.ts";
import type { DecisionModel, HardRule } from "../model/model.ts";
import { applicants, goodApplicant, halfKnownApplicants } from "../testing/applicants.ts";
import { fields } from "../testing/consumer-loan.fields.ts";
import { consumerLoan } from "../testing/consumer-loan.model.ts";
import { canonicalJson } from "../values/canonical-json.ts";
import { decodeFacts, encodeFacts } from "../values/field.ts";
import { count, fen, flag } from "../values/value.ts";
import { decide } from "./decide.ts";

const plain: DecisionModel = { format: 1, derived: [], rules: [], card: null, tables: [], terms: null };
const rule = (changes: Partial<HardRule>): HardRule => ({
  id: "r",
  severity: "REJECT",
  when: gt("loans", count(3)),
  message: { zh: "笔数过多", en: "Too many" },
  reason: "MANY_ACTIVE_LOANS",
  ...changes,
});

describe("the example policy (I-18)", () => {
  const sample = fc.sample(applicants, { numRuns: 2_000, seed: 20261122 }).map((facts) => decide(consumerLoan, facts));

  test.each(["PASS", "REFER", "REJECT"])("answers %s for at least a tenth of plausible applicants", (outcome) => {
    expect(sample.filter((decision) => decision.outcome === outcome).length).toBeGreaterThanOrEqual(200);
  });

  test("passes a good applicant with the amount asked for, at the price of the band", () => {
    const { outcome, score, suggestedTerms, reasons } = decide(consumerLoan, goodApplicant);
    expect({ outcome, points: score?.points, band: score?.band, suggestedTerms, reasons }).toEqual({
      outcome: "PASS",
      points: 656,
      band: "A",
      suggestedTerms: { maxAmount: 14_400_000n, amount: 5_000_000n, annualRate: 108_000, termMonths: 24 },
      reasons: [],
    });
  });

  test("offers no more than the multiple of income, in whole steps", () => {
    const { suggestedTerms } = decide(consumerLoan, {
      ...goodApplicant,
      monthlyIncome: 412_345n,
      requestedAmount: 5_300_000n,
      requestedTermMonths: 60,
      monthlyDebt: 0n,
    });
    expect(suggestedTerms?.maxAmount).toBe(412_345n * 12n);
    expect(suggestedTerms?.amount).toBe(4_940_000n);
  });

  test("gives a rejected applicant no terms and at least one reason (2-12)", () => {
    for (const { outcome, suggestedTerms, reasons } of sample) {
      if (outcome === "REJECT") expect(suggestedTerms).toBeNull();
      if (outcome !== "PASS") expect(reasons.length).toBeGreaterThan(0);
      else expect(suggestedTerms).not.toBeNull();
    }
  });

  test("says only general words where a silent rule spoke", () => {
    expect(decide(consumerLoan, { ...goodApplicant, isOnWatchList: true }).reasons).toEqual(["OVERALL_ASSESSMENT"]);
    expect(decide(consumerLoan, { ...goodApplicant, personsOnDevice: 5 }).reasons).toEqual(["NEEDS_REVIEW"]);
    expect(decide(consumerLoan, { ...goodApplicant, personsOnDevice: undefined }).reasons).toEqual(["NEEDS_REVIEW"]);
  });

  test("does not dress a silent rejection up as a lesser cause that was also there", () => {
    const { outcome, reasons } = decide(consumerLoan, { ...goodApplicant, isOnWatchList: true, employmentMonths: 3 });
    expect([outcome, reasons]).toEqual(["REJECT", ["OVERALL_ASSESSMENT"]]);
  });
});

describe("an unknown fact", () => {
  test("refers where a rule needed it, and says that information is missing", () => {
    const { outcome, reasons } = decide({ ...plain, rules: [rule({})] }, {});
    expect([outcome, reasons]).toEqual(["REFER", ["INFORMATION_MISSING"]]);
  });

  test("rejects where the rule declares so", () => {
    expect(decide({ ...plain, rules: [rule({ whenUnknown: "REJECT" })] }, {}).outcome).toBe("REJECT");
  });

  test("refers even where a policy from elsewhere claims it may pass", () => {
    const smuggled: HardRule = JSON.parse(JSON.stringify({ ...rule({}), whenUnknown: "PASS" }));
    expect(decide({ ...plain, rules: [smuggled] }, {}).outcome).toBe("REFER");
  });

  test("never passes a hard rule, whatever the other facts are", () => {
    fc.assert(
      fc.property(halfKnownApplicants, (facts) => {
        const { outcome, trace } = decide(consumerLoan, facts);
        const isOpen = trace.some(({ stage, result }) => stage === "RULE" && result === "UNKNOWN");
        if (isOpen) expect(outcome).not.toBe("PASS");
      }),
    );
  });
});

describe("a decision", () => {
  test("is the same to the last bit when replayed from its stored snapshot (I-18)", () => {
    fc.assert(
      fc.property(applicants, (facts) => {
        const stored = JSON.parse(JSON.stringify(encodeFacts(facts, fields)));
        const model: DecisionModel = JSON.parse(JSON.stringify(consumerLoan));
        expect(canonicalJson(decide(model, decodeFacts(stored)))).toBe(canonicalJson(decide(consumerLoan, facts)));
      }),
    );
  });

  test("does not depend on the order in which the facts were gathered", () => {
    fc.assert(
      fc.property(
        applicants.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(Object.entries(facts), { minLength: 16 })),
        ),
        ([facts, shuffled]) => {
          expect(decide(consumerLoan, Object.fromEntries(shuffled))).toEqual(decide(consumerLoan, facts));
        },
      ),
    );
  });

  test("leaves the facts it was given untouched", () => {
    const facts = Object.freeze({ ...goodApplicant });
    decide(consumerLoan, facts);
    expect(facts).toEqual(goodApplicant);
  });

  test("traces every hard rule, characteristic and derived field exactly once, also after a rejection", () => {
    fc.assert(
      fc.property(halfKnownApplicants, (facts) => {
        const { trace } = decide(consumerLoan, facts);
        const steps = (stage: string) => trace.filter((step) => step.stage === stage).map(({ rule: id }) => id);
        expect(steps("RULE")).toEqual(consumerLoan.rules.map(({ id }) => id));
        expect(steps("DERIVED")).toEqual(consumerLoan.derived.map(({ field }) => field));
        expect(steps("CARD").slice(0, -1)).toEqual(consumerLoan.card?.characteristics.map(({ id }) => id));
      }),
    );
  });

  test("has a score that is the base plus the traced points", () => {
    fc.assert(
      fc.property(halfKnownApplicants, (facts) => {
        const { trace, score } = decide(consumerLoan, facts);
        const earned = trace
          .filter(({ stage, operator }) => stage === "CARD" && operator !== "band")
          .map(({ points }) => points ?? 0);
        expect(score?.points).toBe(earned.reduce((sum, points) => sum + points, 440));
      }),
    );
  });

  test("names at most four characteristics, those that lost the most points first", () => {
    const { score } = decide(consumerLoan, {
      ...goodApplicant,
      enquiries90Days: 10,
      cardUseRate: 900_000,
      creditHistoryMonths: 5,
      employmentMonths: 7,
      lenders30Days: 4,
    });
    expect(score?.reasons.map(({ characteristic, lostPoints }) => [characteristic, lostPoints])).toEqual([
      ["enquiries", 35],
      ["cardUse", 30],
      ["debtShare", 28],
      ["employment", 28],
    ]);
  });

  test("takes the worse of two verdicts, and the reasons of that verdict only", () => {
    const rules = [
      rule({ id: "refer", severity: "REFER", reason: "SHORT_EMPLOYMENT", when: lt("jobMonths", count(6)) }),
      rule({ id: "reject", reason: "INCOME_TOO_LOW", when: lt("income", fen(100n)) }),
    ];
    const { outcome, reasons } = decide({ ...plain, rules }, { jobMonths: 1, income: 1n });
    expect([outcome, reasons]).toEqual(["REJECT", ["INCOME_TOO_LOW"]]);
  });

  test("does not take from the caller what the model derives itself", () => {
    const model: DecisionModel = {
      ...plain,
      derived: [{ field: "isSafe", kind: "boolean", formula: { type: "field", field: "checked" } }],
      rules: [rule({ when: eq("isSafe", flag(false)) })],
    };
    expect(decide(model, { isSafe: true }).outcome).toBe("REFER");
  });

  test("passes when nothing stands against it", () => {
    expect(decide(plain, {})).toEqual({ outcome: "PASS", score: null, suggestedTerms: null, reasons: [], trace: [] });
  });
});
