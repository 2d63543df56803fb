import fc from "fast-check";
import { irr as oracle } from "financial";
import { describe, expect, it } from "vitest";
import { addDays } from "./day.ts";
import { irr, xirr } from "./internal-rate.ts";

describe("internal rate", () => {
  // numpy-financial, docstring of irr.
  it.each([
    [[-100, 39, 59, 55, 20], 0.28095],
    [[-100, 0, 0, 74], -0.0955],
    [[-100, 100, 0, -7], -0.0833],
    [[-100, 100, 0, 7], 0.06206],
    [[-5, 10.5, 1, -8, 1], 0.0886],
  ])("of %j is that of numpy", (flows, expected) => {
    expect(irr(flows)).toBeCloseTo(expected, 4);
  });

  it("agrees with an independent library on any loan", () => {
    const payments = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(payments, fc.double({ min: 0.6, max: 1, noNaN: true }), (later, share) => {
        const flows = [-Math.round(later.reduce((sum, value) => sum + value, 0) * share), ...later];
        const other = oracle(flows, 0.01, 1e-12, 1000);
        fc.pre(Number.isFinite(other));
        expect(Math.abs(irr(flows) - other)).toBeLessThan(1e-9);
      }),
    );
  });

  it("finds the rate that made the flows, over thirty years, at zero and below", () => {
    for (const rate of [-0.02, -0.001, 0, 0.0001, 0.01, 0.5, 3]) {
      const annuity = rate === 0 ? 360 : (1 - (1 + rate) ** -360) / rate;
      expect(irr([-annuity, ...new Array<number>(360).fill(1)])).toBeCloseTo(rate, 10);
    }
  });

  // The example in the manual of the spreadsheet function of this name.
  it("of dated flows is that of the spreadsheets", () => {
    const flows = [
      { on: "2008-01-01", amount: -1_000_000n },
      { on: "2008-03-01", amount: 275_000n },
      { on: "2008-10-30", amount: 425_000n },
      { on: "2009-02-15", amount: 325_000n },
      { on: "2009-04-01", amount: 275_000n },
    ];
    expect(xirr(flows)).toBeCloseTo(0.373362535, 8);
  });

  it("of a single repayment is the compound rate between two days", () => {
    const flows = (days: number) => [
      { on: "2026-01-01", amount: -100_000n },
      { on: addDays("2026-01-01", days), amount: 110_000n },
    ];
    expect(xirr(flows(365))).toBeCloseTo(0.1, 12);
    expect(xirr(flows(7))).toBeCloseTo(1.1 ** (365 / 7) - 1, 8);
    expect(xirr(flows(10_950))).toBeCloseTo(1.1 ** (1 / 30) - 1, 12);
  });

  it("does not exist when money only flows one way", () => {
    expect(() => irr([100, 100])).toThrow(expect.objectContaining({ code: "COST_UNDEFINED" }));
    expect(() => irr([])).toThrow(expect.objectContaining({ code: "COST_UNDEFINED" }));
  });

  it("is the nearest to zero of two that lie close together, and is found however high it is", () => {
    expect(irr([1_000_000, -2_055_000, 1_055_750])).toBeCloseTo(0.025, 9);
    const dear = [1_000, ...new Array<number>(360).fill(-10_000)];
    const rate = irr(dear);
    expect(rate).toBeCloseTo(10, 6);
  });

  it.each([
    [[Number.NaN, -1]],
    [[100, undefined]],
    [[100, Number.POSITIVE_INFINITY - Number.POSITIVE_INFINITY]],
    [[1, 2, 3]],
    [[0, 0]],
    [[]],
  ])("of %j is refused", (flows) => {
    expect(() => irr(flows as number[])).toThrow(expect.objectContaining({ code: "COST_UNDEFINED" }));
  });
});
