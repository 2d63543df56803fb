import { expect, test } from "vitest";
import { amountFor, payableAmounts } from "./pay-amount.ts";

const plan = [
  { number: 1, remaining: "0.00", state: "PAID" },
  { number: 2, remaining: "812.35", state: "OVERDUE" },
  { number: 3, remaining: "812.35", state: "DUE" },
  { number: 4, remaining: "812.31", state: "UPCOMING" },
] as const;

test("B-22 this instalment is the oldest unpaid one, all due is what is late and what is due today", () => {
  expect(payableAmounts(plan)).toEqual({ instalment: "812.35", due: "1624.70", owed: "2437.01" });
});

test("all due is not offered where it is the instalment itself, or nothing is due yet", () => {
  expect(payableAmounts(plan.slice(2)).due).toBeNull();
  expect(payableAmounts(plan.slice(3)).due).toBeNull();
});

test("a settled loan has nothing to pay", () => {
  expect(payableAmounts(plan.slice(0, 1))).toEqual({ instalment: null, due: null, owed: "0.00" });
});

test("a typed amount keeps its fen and nothing else passes for one", () => {
  const amounts = payableAmounts(plan);
  expect(amountFor("custom", "1,000.5", amounts)).toBe("1000.50");
  for (const typed of ["", "0", "-5", "1.234", "abc", "1e3", "99999999999"]) {
    expect(amountFor("custom", typed, amounts)).toBeNull();
  }
  expect(amountFor("due", "", amounts)).toBe("1624.70");
});
