import fc from "fast-check";
import { expect, test } from "vitest";
import type { Truth } from "../model/condition.ts";
import { conjunction, disjunction, negate } from "./truth.ts";

const truth = fc.constantFrom<Truth>("TRUE", "FALSE", "UNKNOWN");

test("negation undoes itself and leaves the unknown unknown", () => {
  expect(negate("UNKNOWN")).toBe("UNKNOWN");
  fc.assert(fc.property(truth, (a) => negate(negate(a)) === a && (a === "UNKNOWN" || negate(a) !== a)));
});

test("and, or and not obey De Morgan over three values", () => {
  fc.assert(
    fc.property(fc.array(truth), (parts) => {
      expect(negate(conjunction(parts))).toBe(disjunction(parts.map(negate)));
      expect(negate(disjunction(parts))).toBe(conjunction(parts.map(negate)));
    }),
  );
});

test("and and or are associative, commutative and absorb each other", () => {
  fc.assert(
    fc.property(truth, truth, truth, (a, b, c) => {
      expect(conjunction([a, b])).toBe(conjunction([b, a]));
      expect(conjunction([conjunction([a, b]), c])).toBe(conjunction([a, conjunction([b, c])]));
      expect(disjunction([disjunction([a, b]), c])).toBe(disjunction([a, disjunction([b, c])]));
      expect(conjunction([a, disjunction([a, b])])).toBe(a);
      expect(conjunction([a, disjunction([b, c])])).toBe(disjunction([conjunction([a, b]), conjunction([a, c])]));
    }),
  );
});

test("learning a missing fact never overturns an answer that was already certain", () => {
  const learned = fc.constantFrom<Truth>("TRUE", "FALSE");
  fc.assert(
    fc.property(fc.array(fc.tuple(truth, learned)), (parts) => {
      const before = parts.map(([known]) => known);
      const after = parts.map(([known, later]) => (known === "UNKNOWN" ? later : known));
      for (const connect of [conjunction, disjunction])
        if (connect(before) !== "UNKNOWN") expect(connect(after)).toBe(connect(before));
    }),
  );
});
