import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayAt, dayNumber, daysBetween, isDay } from "./day.ts";

const day = fc.integer({ min: -300_000, max: 700_000 }).map(dayAt);

describe("day", () => {
  it.each([
    "2023-02-29",
    "2024-02-30",
    "2024-13-01",
    "2024-00-10",
    "2024-1-01",
    "2024-01-01T00:00",
    "20240101",
    "一二三四-01-01",
  ])("does not take %s for a day", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(expect.objectContaining({ code: "DAY_INVALID" }));
  });

  it("agrees with the calendar of the language about every day", () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(new Date(dayNumber(text) * 86_400_000).toISOString().slice(0, 10)).toBe(text);
        expect(isDay(text)).toBe(true);
      }),
    );
  });

  it("counts nights so that adding them back arrives", () => {
    fc.assert(fc.property(day, day, (from, to) => addDays(from, daysBetween(from, to)) === to));
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  });

  it("puts the 31st on the last day of a short month and back on the 31st (U-05)", () => {
    const series = [1, 2, 3, 13].map((count) => addMonths("2023-01-31", count, "LAST_DAY"));
    expect(series).toEqual(["2023-02-28", "2023-03-31", "2023-04-30", "2024-02-29"]);
  });

  it("rolls the 31st forward to the first of the next month when asked (U-05)", () => {
    const series = [1, 2, 3].map((count) => addMonths("2026-01-31", count, "ROLL_FORWARD"));
    expect(series).toEqual(["2026-03-01", "2026-03-31", "2026-05-01"]);
  });

  it("keeps an anchor that the day itself does not show", () => {
    expect(addMonths("2026-02-28", 1, "LAST_DAY", 31)).toBe("2026-03-31");
    expect(addMonths("2026-03-31", -13)).toBe("2025-02-28");
  });

  it.each([
    ["part of a day", () => addDays("2026-01-01", 0.5)],
    ["no number of days", () => addDays("2026-01-01", Number.NaN)],
    ["the year 10000", () => addDays("9999-12-31", 1)],
    ["the year 0", () => addDays("0001-01-01", -1)],
    ["part of a month", () => addMonths("2026-01-31", 1.5)],
    ["an anchor on day 0", () => addMonths("2026-01-31", 1, "LAST_DAY", 0)],
    ["a month after the last", () => addMonths("9999-12-31", 1)],
    ["a day that is null", () => daysBetween("2026-01-01", null as never)],
  ])("refuses %s", (_, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: "DAY_INVALID" }));
  });

  it("refuses an end of the month it does not know, and takes no day for text that is none", () => {
    expect(() => addMonths("2026-01-31", 1, "NEAREST" as never)).toThrow(
      expect.objectContaining({ code: "TERMS_INVALID" }),
    );
    expect([isDay(undefined as never), isDay(20_260_101 as never)]).toEqual([false, false]);
    expect([addDays("9999-12-30", 1), addDays("0001-01-02", -1)]).toEqual(["9999-12-31", "0001-01-01"]);
  });
});
