import { expect, it } from "vitest";
import {
  moneyOfYuan,
  percentOfRate,
  rateOfPercent,
  shareOf,
  wholeNumbersOf,
  wordsOf,
  yuanOfMoney,
} from "./wire-figures.ts";

it.each([
  ["80000", "80000.00"],
  ["80,000.5", "80000.50"],
  ["0.01", "0.01"],
  ["", null],
  ["-5", null],
  ["1.234", null],
  ["8e4", null],
])("typed yuan %j is %j on the wire", (typed, money) => {
  expect(moneyOfYuan(typed)).toBe(money);
});

it.each([
  ["10.8", "0.108000"],
  ["24", "0.240000"],
  ["7.2345", "0.072345"],
  ["10.8%", "0.108000"],
  ["7.23456", null],
  ["abc", null],
])("typed per cent %j is the rate %j", (typed, rate) => {
  expect(rateOfPercent(typed)).toBe(rate);
});

it("shows wire figures for editing without idle zeros", () => {
  expect(yuanOfMoney("80000.00")).toBe("80000");
  expect(yuanOfMoney("80000.50")).toBe("80000.50");
  expect(percentOfRate("0.108000")).toBe("10.8");
  expect(percentOfRate("0.240000")).toBe("24");
});

it("every rate of a product comes back unchanged from its form", () => {
  for (const rate of ["0.000000", "0.036500", "0.072345", "0.360000"])
    expect(rateOfPercent(percentOfRate(rate))).toBe(rate);
});

it("an obligation is told as a share of income, and not at all without an income", () => {
  expect(shareOf("2500.00", "10000.00")).toBe("0.250000");
  expect(shareOf("2500.00", "0.00")).toBeNull();
});

it("terms and provinces may be separated the Chinese way", () => {
  expect(wholeNumbersOf("3，6、12, 24")).toEqual([3, 6, 12, 24]);
  expect(wholeNumbersOf("3,半年")).toBeNull();
  expect(wordsOf("浙江省、 江苏省，")).toEqual(["浙江省", "江苏省"]);
});
