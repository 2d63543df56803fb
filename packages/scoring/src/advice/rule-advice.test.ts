import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../engine/decide.ts";
import { compareOutcomes } from "../engine/verdict.ts";
import { applicants, goodApplicant } from "../testing/applicants.ts";
import { fields } from "../testing/consumer-loan.fields.ts";
import { consumerLoan } from "../testing/consumer-loan.model.ts";
import { fen, readLiteral } from "../values/value.ts";
import { changeableFields } from "./changeable.ts";
import { ruleAdvice } from "./rule-advice.ts";

const changeable = changeableFields(fields);
const refusing = (facts: Parameters<typeof decide>[1]) =>
  decide(consumerLoan, facts)
    .trace.filter(({ stage, verdict }) => stage === "RULE" && verdict === "REJECT")
    .map(({ rule }) => rule);

describe("what would lift one rule's refusal", () => {
  test("is the nearest believable value, and one step less does not lift it", () => {
    const facts = { ...goodApplicant, monthlyDebt: 400_000n };
    const advice = ruleAdvice(consumerLoan, facts, changeable).find(({ field }) => field === "monthlyDebt");
    expect(advice).toMatchObject({ reason: "DEBT_SHARE_TOO_HIGH", from: fen(400_000n) });
    const to = advice?.to.kind === "money" ? BigInt(advice.to.value) : 0n;
    expect(refusing({ ...facts, monthlyDebt: to })).not.toContain(advice?.rule);
    expect(refusing({ ...facts, monthlyDebt: to + 10_000n })).toContain(advice?.rule);
  });

  test("2-12: every piece of advice, followed alone, lifts its rule, brings no other and keeps its word on the outcome", () => {
    let pieces = 0;
    fc.assert(
      fc.property(applicants, (facts) => {
        const before = decide(consumerLoan, facts);
        for (const { rule, field, to, after } of ruleAdvice(consumerLoan, facts, changeable)) {
          pieces += 1;
          expect(refusing(facts)).toContain(rule);
          const followed = { ...facts, [field]: readLiteral(to) };
          const left = refusing(followed);
          expect(left).not.toContain(rule);
          for (const still of left) expect(refusing(facts)).toContain(still);
          expect(decide(consumerLoan, followed).outcome).toBe(after);
          expect(compareOutcomes(after, before.outcome)).toBeLessThanOrEqual(0);
          expect(changeable.map((change) => change.field)).toContain(field);
        }
      }),
      { numRuns: 400 },
    );
    expect(pieces).toBeGreaterThan(20);
  });

  test("says nothing to somebody who was not refused, nor about what cannot be changed", () => {
    expect(ruleAdvice(consumerLoan, goodApplicant, changeable)).toEqual([]);
    const young = ruleAdvice(consumerLoan, { ...goodApplicant, birthOn: "2012-01-01" }, changeable);
    expect(young).toEqual([]);
  });
});
