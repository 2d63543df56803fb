import { describe, expect, test } from "vitest";
import type { Cell, DecisionTable, HitPolicy, RowEffect } from "../model/model.ts";
import type { Facts } from "../values/value.ts";
import { count, ppm } from "../values/value.ts";
import { knownOf } from "./known.ts";
import { applyTable } from "./tables.ts";

const from = (low: number): Cell => ({ type: "within", from: count(low), to: null });

const table = (
  hitPolicy: HitPolicy,
  rows: readonly (readonly [Cell, Cell, RowEffect])[],
  otherwise?: RowEffect,
): DecisionTable => ({
  id: "t",
  hitPolicy,
  inputs: [
    { field: "score", kind: "number" },
    { field: "term", kind: "number" },
  ],
  outputs: [{ field: "rate", kind: "rate" }],
  rows: rows.map(([score, term, effect], index) => ({ id: `r${index}`, when: [score, term], effect })),
  otherwise,
});

const pay = (rate: number): RowEffect => ({ set: { rate: ppm(rate) } });
const apply = (applied: DecisionTable, facts: Facts) => {
  const { arguments: said, outputs } = applyTable(applied, knownOf(facts));
  return { said: said.map(({ verdict, reason }) => `${verdict} ${reason}`), rate: outputs.get("rate") };
};

describe("a table whose first matching row holds", () => {
  const first = table("FIRST", [
    [from(600), null, pay(100)],
    [from(500), from(12), pay(200)],
  ]);

  test("takes the first row though a later one would match too", () => {
    expect(apply(first, { score: 650, term: 24 })).toEqual({ said: [], rate: 100 });
  });
  test("includes the lower end of a stretch", () => {
    expect(apply(first, { score: 600 }).rate).toBe(100);
    expect(apply(first, { score: 599, term: 12 }).rate).toBe(200);
  });
  test("refers when a missing fact leaves open which row is first, and sets nothing", () => {
    expect(apply(first, { score: 550 })).toEqual({ said: ["REFER INFORMATION_MISSING"], rate: undefined });
  });
  test("refers when no row matches and nothing is said otherwise", () => {
    expect(apply(first, { score: 400, term: 24 })).toEqual({ said: ["REFER null"], rate: undefined });
  });
  test("falls to its otherwise when no row matches", () => {
    expect(apply({ ...first, otherwise: pay(300) }, { score: 400, term: 24 })).toEqual({ said: [], rate: 300 });
  });
  test("treats a missing value as a case of its own where a row asks for it", () => {
    const handled = table("FIRST", [
      [from(600), null, pay(100)],
      [{ type: "missing" }, null, pay(400)],
    ]);
    expect(apply(handled, {})).toEqual({ said: [], rate: 400 });
  });
});

describe("a table that collects", () => {
  const collect = table("COLLECT", [
    [from(0), null, pay(100)],
    [null, from(12), pay(20)],
  ]);

  test("adds up what every matching row sets", () => {
    expect(apply(collect, { score: 1, term: 12 }).rate).toBe(120);
    expect(apply(collect, { score: 1, term: 6 }).rate).toBe(100);
  });
  test("sets nothing at all when one row could not be answered", () => {
    expect(apply(collect, { score: 1 })).toEqual({ said: ["REFER INFORMATION_MISSING"], rate: undefined });
  });
  test("sets a neutral zero when no row matches", () => {
    expect(apply(collect, { score: -1, term: 6 })).toEqual({ said: [], rate: 0 });
  });
});

describe("a table in which the worst row holds", () => {
  const worst = table(
    "WORST_OF",
    [
      [null, from(12), { verdict: "REFER", reason: "TERM_NOT_OFFERED" }],
      [from(0), null, { verdict: "PASS" }],
      [from(900), null, { verdict: "REJECT", reason: "TOTAL_DEBT_TOO_HIGH" }],
    ],
    { verdict: "PASS" },
  );

  test("lets a rejection win over rows above it", () => {
    expect(apply(worst, { score: 950, term: 24 }).said).toEqual(["REJECT TOTAL_DEBT_TOO_HIGH"]);
  });
  test("stays open while a worse row could still match", () => {
    expect(apply(worst, { score: 10 }).said).toEqual(["PASS null", "REFER INFORMATION_MISSING"]);
  });
  test("is not held up by an open row that could not make it worse", () => {
    expect(apply(worst, { score: 950 }).said).toEqual(["REJECT TOTAL_DEBT_TOO_HIGH"]);
  });
});

describe("a table in which the worst row holds, with outputs", () => {
  const priced = table("WORST_OF", [
    [from(3), null, { verdict: "PASS", ...pay(200_000) }],
    [null, null, { verdict: "PASS", ...pay(100_000) }],
  ]);

  test("stays open while an earlier row that is as bad could be the one that sets them", () => {
    expect(apply(priced, { score: 5 }).rate).toBe(200_000);
    expect(apply(priced, { score: 1 }).rate).toBe(100_000);
    expect(apply(priced, {})).toEqual({ said: ["PASS null", "REFER INFORMATION_MISSING"], rate: undefined });
  });
});
