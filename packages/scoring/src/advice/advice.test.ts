import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../engine/decide.ts";
import { compareOutcomes } from "../engine/verdict.ts";
import { gt } from "../model/condition.ts";
import { calc } from "../model/expression.ts";
import type { DecisionModel, RowEffect } from "../model/model.ts";
import { applicants, goodApplicant } from "../testing/applicants.ts";
import { fields } from "../testing/consumer-loan.fields.ts";
import { consumerLoan } from "../testing/consumer-loan.model.ts";
import { count, type FactValue, fen, ppm, readLiteral } from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";
import { type ChangeableField, changeableFields, rungsOf } from "./changeable.ts";
import { counterfactual, scoreAdvice } from "./counterfactual.ts";
import { monotonicityBreaks } from "./monotone.ts";

const changeable = changeableFields(fields);

describe("what a person could change", () => {
  test("never includes a protected or a derived field", () => {
    expect(changeable.map(({ field }) => field)).toEqual(["requestedAmount", "monthlyDebt", "cardUseRate"]);
  });

  test("is tried in round steps, nearest first, up to the limit itself", () => {
    const rungs = [
      ...rungsOf({ field: "x", kind: "money", direction: "DOWN", step: fen(100n), limit: fen(50n) }, 335n),
    ];
    expect(rungs.map(({ value }) => value)).toEqual([300n, 200n, 100n, 50n]);
    expect(rungs.at(-1)?.distance).toBe(1);
    expect(
      [...rungsOf({ field: "x", kind: "money", direction: "UP", step: fen(100n), limit: fen(400n) }, 300n)].map(
        ({ value }) => value,
      ),
    ).toEqual([400n]);
    expect([
      ...rungsOf({ field: "x", kind: "money", direction: "UP", step: fen(100n), limit: fen(400n) }, undefined),
    ]).toEqual([]);
  });
});

describe("the smallest change that flips the outcome (B-19)", () => {
  test("lowers the present repayments just far enough for the debt share", () => {
    const advice = counterfactual(consumerLoan, { ...goodApplicant, monthlyDebt: 400_000n }, changeable, "PASS");
    expect(advice).toMatchObject({
      field: "monthlyDebt",
      from: fen(400_000n),
      to: fen(310_000n),
      before: "REJECT",
      after: "PASS",
    });
    const oneStepLess = decide(consumerLoan, { ...goodApplicant, monthlyDebt: 320_000n });
    expect(oneStepLess.outcome).toBe("REFER");
  });

  test("is silent when nothing that may be advised helps", () => {
    expect(counterfactual(consumerLoan, { ...goodApplicant, birthOn: "2008-01-01" }, changeable)).toBeNull();
    expect(counterfactual(consumerLoan, goodApplicant, changeable)).toBeNull();
  });

  test("keeps its promise when it is followed", () => {
    fc.assert(
      fc.property(applicants, (facts) => {
        const advice = counterfactual(consumerLoan, facts, changeable);
        if (advice === null) return;
        const changed = decide(consumerLoan, {
          ...facts,
          [advice.field]: advice.to === null ? undefined : readLiteral(advice.to),
        });
        expect([changed.outcome, changed.score?.points]).toEqual([advice.after, advice.scoreAfter]);
        expect(compareOutcomes(advice.after, advice.before)).toBeLessThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test("never shows the way around a rule that may not be told", () => {
    const silent: DecisionModel = {
      ...consumerLoan,
      card: null,
      tables: [],
      terms: null,
      rules: [
        {
          id: "trap",
          severity: "REJECT",
          when: gt("monthlyDebt", fen(100_000n)),
          message: { zh: "可疑", en: "odd" },
          reason: null,
        },
      ],
    };
    expect(counterfactual(silent, goodApplicant, changeable)).toBeNull();
    const open: DecisionModel = {
      ...silent,
      rules: silent.rules.map((rule) => ({ ...rule, reason: "TOTAL_DEBT_TOO_HIGH" })),
    };
    expect(counterfactual(open, goodApplicant, changeable)?.to).toEqual(fen(100_000n));
  });
});

test("advice on the score raises it by exactly the promised points (B-19)", () => {
  fc.assert(
    fc.property(applicants, (facts) => {
      const before = decide(consumerLoan, facts).score?.points ?? 0;
      for (const { field, to, scoreGain } of scoreAdvice(consumerLoan, facts, changeable)) {
        const after =
          decide(consumerLoan, { ...facts, [field]: to === null ? undefined : readLiteral(to) }).score?.points ?? 0;
        expect(scoreGain).toBeGreaterThan(0);
        expect(after - before).toBe(scoreGain);
      }
    }),
    { numRuns: 40 },
  );
});

describe("monotonicity (A-35)", () => {
  const incomes: FactValue[] = Array.from({ length: 60 }, (_, index) => BigInt(index + 1) * 50_000n);

  test("more income never lowers score, outcome or limit", () => {
    fc.assert(
      fc.property(
        applicants,
        (facts) => monotonicityBreaks(consumerLoan, facts, "monthlyIncome", incomes, "UP").length === 0,
      ),
      { numRuns: 60 },
    );
  });

  test("fewer days past due never hurt", () => {
    fc.assert(
      fc.property(
        applicants,
        (facts) =>
          monotonicityBreaks(consumerLoan, facts, "daysPastDue12Months", [0, 1, 7, 8, 30, 31, 60], "DOWN").length === 0,
      ),
      { numRuns: 60 },
    );
  });

  test("a card that pays for more debt is found out", () => {
    const [first, ...rest] = consumerLoan.card?.characteristics ?? [];
    const twisted: DecisionModel = {
      ...consumerLoan,
      card:
        consumerLoan.card && first
          ? {
              ...consumerLoan.card,
              characteristics: [
                { ...first, bins: first.bins.map((bin) => ({ ...bin, points: 40 - bin.points })) },
                ...rest,
              ],
            }
          : null,
    };
    const breaks = monotonicityBreaks(twisted, goodApplicant, "monthlyDebt", [0n, 100_000n, 400_000n], "DOWN");
    expect(breaks.map(({ what }) => what)).toContain("SCORE");
  });
});

describe("what gives no reason", () => {
  const bare: DecisionModel = { format: 1, derived: [], rules: [], card: null, tables: [], terms: null };
  const devices: ChangeableField = {
    ...{ field: "personsOnDevice", kind: "number", direction: "DOWN" },
    ...{ step: count(1), limit: count(0) },
  };
  const table = (otherwise: RowEffect): DecisionModel => ({
    ...bare,
    tables: [
      {
        id: "t",
        hitPolicy: "FIRST",
        inputs: [{ field: "personsOnDevice", kind: "number" }],
        outputs: [],
        rows: [
          {
            id: "few",
            when: [{ type: "within", from: null, to: count(3) }],
            effect: { verdict: "PASS" },
          },
        ],
        otherwise,
      },
    ],
  });

  test("is not advised on where it is what a table says otherwise", () => {
    const facts = { personsOnDevice: 5 };
    expect(counterfactual(table({ verdict: "REJECT", reason: null }), facts, [devices])).toBeNull();
    const told = counterfactual(table({ verdict: "REJECT", reason: "MANY_ACTIVE_LOANS" }), facts, [devices]);
    expect(told?.to).toEqual(count(2));
  });

  test("is not advised on where it is terms", () => {
    const income: ChangeableField = {
      ...{ field: "monthlyIncome", kind: "money", direction: "UP" },
      ...{ step: fen(100_000n), limit: fen(10_000_000n) },
    };
    const limited = (reason: ReasonCode | null): DecisionModel => ({
      ...bare,
      terms: {
        requestedAmount: "requestedAmount",
        maxAmount: calc.times("monthlyIncome", count(2)),
        step: fen(100n),
        minimum: fen(1_000_000n),
        belowMinimum: "REJECT",
        reason,
        annualRate: calc.of(ppm(100_000)),
        termMonths: calc.of(count(12)),
      },
    });
    const facts = { monthlyIncome: 300_000n, requestedAmount: 5_000_000n };
    expect(counterfactual(limited(null), facts, [income])).toBeNull();
    expect(counterfactual(limited("INCOME_TOO_LOW"), facts, [income])?.to).toEqual(fen(500_000n));
  });
});
