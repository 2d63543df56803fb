import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt, daysBetween } from "./day.ts";
import { type DayCount, dayCountFraction } from "./day-count.ts";

const years = (dayCount: DayCount, from: string, to: string): number => {
  const { numerator, denominator } = dayCountFraction(dayCount, from, to);
  return Number(numerator) / Number(denominator);
};

describe("day count", () => {
  it.each([
    ["THIRTY_360", "2023-01-31", "2023-02-28", 28 / 360],
    ["THIRTY_360", "2023-01-30", "2023-03-31", 60 / 360],
    ["THIRTY_360", "2023-01-15", "2023-03-31", 76 / 360],
    ["THIRTY_E_360", "2023-01-15", "2023-03-31", 75 / 360],
    ["THIRTY_365", "2023-01-15", "2023-02-15", 30 / 365],
    ["ACT_360", "2024-01-01", "2024-03-01", 60 / 360],
    ["ACT_364", "2024-01-01", "2024-01-08", 7 / 364],
    ["ACT_365", "2024-01-01", "2025-01-01", 366 / 365],
    ["ACT_366", "2024-01-01", "2025-01-01", 1],
    ["ACT_ACT", "2024-01-01", "2024-02-01", 31 / 366],
    ["ACT_ACT_ISDA", "2003-11-01", "2004-05-01", 61 / 365 + 121 / 366],
    ["ACT_ACT_AFB", "2024-02-12", "2024-03-12", 29 / 366],
    ["ACT_ACT_AFB", "2024-03-12", "2024-04-12", 31 / 365],
    // Its first day counts, its last does not.
    ["ACT_ACT_AFB", "2024-01-31", "2024-02-29", 29 / 365],
    ["ACT_ACT_AFB", "2024-02-29", "2024-03-31", 31 / 366],
    ["ACT_ACT_AFB", "2023-01-01", "2026-01-01", 3],
    ["ACT_ACT_AFB", "2023-12-01", "2026-02-28", 2 + 90 / 365],
    ["ACT_ACT_AFB", "2024-02-29", "2025-02-28", 1],
  ] as const)("%s from %s to %s is the published share of a year", (dayCount, from, to, expected) => {
    expect(years(dayCount, from, to)).toBeCloseTo(expected, 14);
  });

  // apache/fineract ProgressiveEMICalculatorTest: 9.4822 % from 2023-12-12 to 2024-01-12 is a factor of 0.008044857759.
  it("lets a night over New Year belong to the year in which it ends", () => {
    expect(0.094822 * years("ACT_ACT", "2023-12-12", "2024-01-12")).toBeCloseTo(0.008044857759, 11);
    expect(years("ACT_ACT", "2023-12-31", "2024-01-31")).toBe(31 / 366);
  });

  it("charges a leap year as one year when the year is actual (U-03)", () => {
    expect(years("ACT_ACT", "2024-01-01", "2025-01-01")).toBeCloseTo(1, 2);
    expect(years("ACT_ACT_ISDA", "2024-01-01", "2025-01-01")).toBe(1);
  });

  it("adds up over a cut for every convention that counts real days against a calendar", () => {
    const number = fc.integer({ min: 0, max: 40_000 });
    const counted = fc.constantFrom("ACT_360", "ACT_364", "ACT_365", "ACT_366", "ACT_ACT", "ACT_ACT_ISDA");
    fc.assert(
      fc.property(counted, fc.tuple(number, number, number), (dayCount, numbers) => {
        const [from, cut, to] = [...numbers].sort((a, b) => a - b).map(dayAt);
        if (!from || !cut || !to) throw new Error("three days");
        expect(years(dayCount, from, cut) + years(dayCount, cut, to)).toBeCloseTo(years(dayCount, from, to), 9);
        expect(years(dayCount, from, to)).toBeGreaterThanOrEqual(daysBetween(from, to) / 366 - 1e-9);
      }),
    );
  });
});
