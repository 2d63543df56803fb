import { expect, it } from "vitest";
import { formatChange, formatRate, formatRateRange } from "./rate.ts";

it.each([
  ["0.156000", "15.60%"],
  ["0.072", "7.20%"],
  ["0.239999", "24.00%"],
  ["0.00005", "0.01%"],
  ["1.5", "150.00%"],
])("an annual rate of %s is written %s, always with two decimals (R-01)", (wire, shown) => {
  expect(formatRate(wire)).toBe(shown);
});

it("a range of rates has an en dash, and none where both ends are the same", () => {
  expect(formatRateRange("0.072000", "0.156000")).toBe("7.20%–15.60%");
  expect(formatRateRange("0.072000", "0.072")).toBe("7.20%");
});

it("a change has an arrow instead of a sign", () => {
  expect(["0.032", "-0.011", "-0.0001"].map(formatChange)).toEqual(["↑ 3.2%", "↓ 1.1%", "→ 0.0%"]);
});
