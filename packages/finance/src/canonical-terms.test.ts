import { describe, expect, it } from "vitest";
import { canonicalTerms, parseCanonicalTerms } from "./canonical-terms.ts";
import { completeTerms } from "./loan-terms.ts";
import { guaranteeFee, sampleTerms } from "./sample-terms.ts";
import { schedule } from "./schedule.ts";

describe("canonical terms", () => {
  it("do not depend on the order of keys nor on defaults being written out", () => {
    const terms = sampleTerms({ fees: [guaranteeFee(5_000n)] });
    const turned = Object.fromEntries(Object.entries(terms).reverse());
    expect(canonicalTerms({ ...sampleTerms(), ...turned })).toBe(canonicalTerms(terms));
    expect(canonicalTerms({ ...terms, rounding: "HALF_UP", rateBasis: "PER_YEAR", interestPeriods: "EQUAL" })).toBe(
      canonicalTerms(terms),
    );
  });

  it("differ when anything that costs money differs", () => {
    const texts = [{}, { annualRate: 120_001 }, { principal: 1_000_001n }, { dayCount: "ACT_360" as const }].map(
      (changed) => canonicalTerms(sampleTerms(changed)),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("are read back into the same loan (U-04)", () => {
    const terms = sampleTerms({ fees: [guaranteeFee(5_000n)], dueDay: 20, instalmentMultiple: 100n });
    expect(parseCanonicalTerms(canonicalTerms(terms))).toEqual(completeTerms(terms));
    expect(schedule(parseCanonicalTerms(canonicalTerms(terms))).rows).toEqual(schedule(terms).rows);
  });

  it.each(["", "{", "null", "[]", '{"principal":"abc"}', canonicalTerms(sampleTerms()).replace("THIRTY_360", "X")])(
    "are not read from %j",
    (text) => {
      expect(() => parseCanonicalTerms(text)).toThrow(expect.objectContaining({ code: "TERMS_INVALID" }));
    },
  );
});
