import { describe, expect, it } from "vitest";
import { capOf, percentOf, ppmOf } from "./parameter-value.ts";

describe("a parameter typed as per cent", () => {
  it.each([
    ["240000", "24"],
    ["30500", "3.05"],
    ["1500000", "150"],
    ["1", "0.0001"],
    ["0", "0"],
  ])("%s parts per million are %s %% and back again", (ppm, percent) => {
    expect(percentOf(ppm)).toBe(percent);
    expect(ppmOf(percent)).toBe(ppm);
  });

  it.each(["", "abc", "24.00001", "-3", "1e3"])("refuses %j instead of guessing", (typed) => {
    expect(ppmOf(typed)).toBeNull();
  });

  it("reads a cap in its way of measuring and its figure", () => {
    expect(capOf("IRR_COMPOUND:240000")).toEqual({ method: "IRR_COMPOUND", ppm: "240000" });
  });
});
