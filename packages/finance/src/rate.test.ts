import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accrue } from "./accrual.ts";
import { formatRate, MAX_COST_RATE, parseRate, ppmOf, shareOf } from "./rate.ts";

describe("rate", () => {
  it("is a share with six decimals on the wire", () => {
    expect(parseRate("0.156000")).toBe(156_000);
    expect(parseRate("0.0725")).toBe(72_500);
    expect(formatRate(156_000)).toBe("0.156000");
    expect(formatRate(-1)).toBe("-0.000001");
  });

  it.each(["15.6%", "0.1560001", "NaN", "", "1e-3", "2000.000001"])("refuses %j as a rate", (text) => {
    expect(() => parseRate(text)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^RATE_/) }));
  });

  it("survives writing and reading for every rate", () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ppm) => parseRate(formatRate(ppm)) === ppm));
  });

  it("settles a computed rate at 1e-9 before rounding half up, so a last bit cannot decide", () => {
    expect(ppmOf(0.240_000_5)).toBe(240_001);
    expect(ppmOf(0.240_000_499_999_999_9)).toBe(240_001);
    expect(ppmOf(0.240_000_499)).toBe(240_000);
    expect(ppmOf(-0.000_000_2)).toBe(0);
    expect(ppmOf(Number.POSITIVE_INFINITY)).toBe(MAX_COST_RATE);
  });

  it("takes a share of an amount half up to the fen", () => {
    expect(shareOf(1_050n, 10_000)).toBe(11n);
  });

  it.each([
    ["a share of an amount by a share", () => shareOf(100n, 0.12)],
    ["a share of an amount by nothing", () => shareOf(100n, Number.NaN)],
    ["interest at a share", () => accrue(100n, 0.12, "2026-01-01", "2026-02-01", "ACT_365")],
    ["a computed rate that is none", () => ppmOf(Number.NaN)],
  ])("refuses %s", (_, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: "RATE_INVALID" }));
  });
});
