import { reasonCodes } from "@daichao/scoring";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Requested, reasonWords, termsOf } from "./decision.rules.js";
import { DecisionReason } from "./underwriting.states.js";

const asked: Requested = { amount: 5_000_000n, termCount: 24, method: "EQUAL_INSTALMENT", quotedAnnualRate: 120_000 };

describe("terms of a verdict", () => {
  it("an approval never charges more than the borrower was shown, and changes nothing else", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360_000 }), (annualRate) => {
        if (annualRate > asked.quotedAnnualRate) expect(() => termsOf("APPROVE", asked, { annualRate })).toThrow();
        else
          expect(termsOf("APPROVE", asked, { annualRate })).toEqual({
            kind: "AS_REQUESTED",
            amount: 5_000_000n,
            termCount: 24,
            method: "EQUAL_INSTALMENT",
            annualRate,
          });
      }),
    );
  });

  it.each([
    ["amount", { amount: 4_000_000n }],
    ["termCount", { termCount: 12 }],
    ["method", { method: "EQUAL_PRINCIPAL" as const }],
  ])("an approval that changes the %s is refused on that field, a counter-offer may", (field, wish) => {
    expect(() => termsOf("APPROVE", asked, wish)).toThrow(
      expect.objectContaining({ code: "DECISION_NOT_AS_REQUESTED", field }),
    );
    expect(termsOf("COUNTER_OFFER", asked, wish)).toMatchObject({ kind: "COUNTER_OFFER", ...wish });
  });
});

describe("reasons told to a borrower (2-12)", () => {
  it.each([...Object.values(DecisionReason), ...reasonCodes])(
    "%s has words in both languages, without figures",
    (code) => {
      const { zh, en } = reasonWords(code);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/);
      expect(zh + en).not.toMatch(/\d/);
    },
  );

  it("an unknown code is told as an overall assessment, never as itself", () => {
    expect(reasonWords("internal-fraud-rule").zh).not.toContain("fraud");
  });
});
