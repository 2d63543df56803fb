import { expect, test } from "vitest";
import {
  all,
  any,
  between,
  type Condition,
  eq,
  fieldOf,
  ge,
  gt,
  isIn,
  isKnown,
  le,
  lt,
  ne,
  not,
} from "../model/condition.ts";
import type { Check } from "../model/decision.ts";
import { choice, count, day, fen, flag, ppm } from "../values/value.ts";
import { evaluate } from "./conditions.ts";
import { knownOf } from "./known.ts";

const known = knownOf({
  income: 500_000n,
  cap: 500_000n,
  rate: 240_000,
  loans: 3,
  city: "HANGZHOU",
  isMember: true,
  bornOn: "2000-02-29",
  odd: 1.5,
  none: undefined,
});

const cases: readonly (readonly [string, Condition, "TRUE" | "FALSE" | "UNKNOWN"])[] = [
  ["an income at the limit is not below it", lt("income", fen(500_000n)), "FALSE"],
  ["an income at the limit is at most the limit", le("income", fen(500_000n)), "TRUE"],
  ["a rate above a cap is above it", gt("rate", ppm(239_999)), "TRUE"],
  ["both ends belong to an interval", between("loans", count(3), count(3)), "TRUE"],
  ["a date is compared as a day", ge("bornOn", day("2000-02-28")), "TRUE"],
  ["one field can be held against another", eq("income", fieldOf("money", "cap")), "TRUE"],
  ["a missing field to compare with leaves it open", lt("income", fieldOf("money", "none")), "UNKNOWN"],
  ["a code is found in a list", isIn("city", choice("SHANGHAI"), choice("HANGZHOU")), "TRUE"],
  ["a missing code is in no list and out of none", isIn("district", choice("X")), "UNKNOWN"],
  ["codes have no order", lt("city", choice("Z")), "UNKNOWN"],
  ["a yes is not a no", ne("isMember", flag(false)), "TRUE"],
  ["a value of the wrong kind is unknown", gt("city", count(1)), "UNKNOWN"],
  ["a fraction is no count", gt("odd", count(1)), "UNKNOWN"],
  ["a fraction is not a known fact", isKnown("odd"), "FALSE"],
  ["an undefined fact is not known", isKnown("none"), "FALSE"],
  ["a name every object has is not a fact", isKnown("constructor"), "FALSE"],
  ["no such day cannot be compared with", gt("bornOn", day("2001-02-29")), "UNKNOWN"],
  ["one certain refusal settles a conjunction", all(gt("none", count(1)), lt("loans", count(1))), "FALSE"],
  ["one certain cause settles a disjunction", any(gt("none", count(1)), eq("loans", count(3))), "TRUE"],
  ["not unknown is unknown", not(gt("none", count(1))), "UNKNOWN"],
];

test.each(cases)("%s", (_, condition, expected) => {
  expect(evaluate(condition, known)).toBe(expected);
});

test("the trace of a condition shows every comparison, also after the answer is settled", () => {
  const checks: Check[] = [];
  evaluate(all(lt("loans", count(1)), gt("income", fen(1n)), gt("none", count(2))), known, checks);
  expect(checks.map(({ field, actual, result }) => [field, actual, result])).toEqual([
    ["loans", count(3), "FALSE"],
    ["income", fen(500_000n), "TRUE"],
    ["none", null, "UNKNOWN"],
  ]);
});
