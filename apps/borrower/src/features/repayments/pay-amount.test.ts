import { describe, expect, it, test } from "vitest";
import { amountFor, interestAhead, lastOwnTurn, payableAmounts } from "./pay-amount.ts";

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

describe("paying ahead", () => {
  const plan = [
    { number: 1, remaining: "0.00", state: "PAID" },
    { number: 2, remaining: "812.35", state: "OVERDUE" },
    { number: 3, remaining: "812.31", state: "DUE" },
    { number: 4, remaining: "812.31", state: "UPCOMING" },
    { number: 5, remaining: "812.31", state: "UPCOMING" },
  ];
  const lines = [2, 3, 4, 5].flatMap((instalmentNumber) => [
    { instalmentNumber, component: "INTEREST", amount: "12.35" },
    { instalmentNumber, component: "PRINCIPAL", amount: "800.00" },
  ]);

  it("begins after what is due, or after the next instalment where nothing is", () => {
    expect(lastOwnTurn(plan)).toBe(3);
    expect(lastOwnTurn(plan.filter(({ state }) => state !== "OVERDUE" && state !== "DUE"))).toBe(4);
    expect(lastOwnTurn([])).toBe(0);
  });

  it("tells the interest that is paid before its time, to the fen, and nothing where none is", () => {
    expect(interestAhead(lines, 3)).toBe("24.70");
    expect(interestAhead(lines.slice(0, 4), 3)).toBeNull();
    expect(
      interestAhead(
        lines.filter(({ component }) => component === "PRINCIPAL"),
        3,
      ),
    ).toBeNull();
  });
});
