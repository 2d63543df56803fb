import { describe, expect, test } from "vitest";
import { gt } from "../model/condition.ts";
import { calc, type Expression } from "../model/expression.ts";
import { count, type Facts, type FieldKind, fen, ppm } from "../values/value.ts";
import { compute } from "./expressions.ts";
import { knownOf } from "./known.ts";

const known = knownOf({
  income: 900_000n,
  debt: 100_000n,
  nothing: 0n,
  months: 7,
  bornOn: "2000-02-29",
  on: "2026-02-28",
  huge: 9_007_199_254_740_991,
});

describe("a formula", () => {
  test("keeps fractions exact and rounds once, when it lands", () => {
    const third = calc.dividedBy("debt", count(3));
    expect(compute(third, "money", known)).toBe(33_333n);
    expect(compute(calc.sum(third, third, third), "money", known)).toBe(100_000n);
  });

  test("rounds halves up", () => {
    expect(compute(calc.dividedBy(fen(25n), count(10)), "money", known)).toBe(3n);
    expect(compute(calc.dividedBy(fen(-25n), count(10)), "money", known)).toBe(-3n);
  });

  test("gives a debt share in parts per million", () => {
    expect(compute(calc.ratio("debt", "income"), "rate", known)).toBe(111_111);
  });

  test("takes a share of an amount by a rate", () => {
    expect(compute(calc.share("income", ppm(155_000)), "money", known)).toBe(139_500n);
  });

  test("is unknown when a part is, when it divides by nothing, and when it leaves the whole numbers a float can hold", () => {
    expect(compute(calc.sum("income", "rent"), "money", known)).toBeUndefined();
    expect(compute(calc.ratio("debt", "nothing"), "rate", known)).toBeUndefined();
    expect(compute(calc.times("huge", count(2)), "number", known)).toBeUndefined();
  });

  test("looks past the unknown only where it says so", () => {
    expect(compute(calc.firstKnown("rent", "debt"), "money", known)).toBe(100_000n);
  });

  test("chooses by a condition, and does not choose when the condition is open", () => {
    expect(compute(calc.choose(gt("months", count(6)), count(1), count(2)), "number", known)).toBe(1);
    expect(compute(calc.choose(gt("rooms", count(6)), count(1), count(2)), "number", known)).toBeUndefined();
  });

  test("counts a birthday on 29 February as reached on 1 March of a common year", () => {
    expect(compute(calc.years("bornOn", "on"), "number", known)).toBe(25);
    expect(compute(calc.years("bornOn", "next"), "number", new Map(known).set("next", "2026-03-01"))).toBe(26);
  });
});

test("money and plain numbers do not mix: a fact of the other sort is unknown", () => {
  const facts = { debt: 3_000, income: 800_000n, months: 12, good: 5n };
  const worth = (expression: Expression, kind: FieldKind) => compute(expression, kind, knownOf(facts));
  expect(worth(calc.ratio("debt", "income"), "rate")).toBeUndefined();
  expect(worth(calc.times("months", count(2)), "money")).toBeUndefined();
  expect(worth(calc.times("income", count(2)), "money")).toBe(1_600_000n);
  expect(worth(calc.times("income", "good"), "money")).toBeUndefined();
  expect(worth(calc.sum("income", "debt"), "money")).toBeUndefined();
  expect(worth(calc.of("income"), "number")).toBeUndefined();
  expect(worth(calc.firstKnown("debt", "good"), "money")).toBe(5n);
});

test("an object is no amount, though it looks like a fraction", () => {
  const facts = { income: { n: 99_999_999n, d: 1n } } as unknown as Facts;
  expect(compute(calc.of("income"), "money", knownOf(facts))).toBeUndefined();
});
