import { expect, it } from "vitest";
import { DueShift, isWorkingDay, shiftDueDay } from "./index.js";

it.each([
  ["an ordinary Friday", "2026-11-20", true],
  ["a Saturday", "2026-11-21", false],
  ["a Saturday that makes up for a holiday", "2026-10-10", true],
  ["a Sunday that makes up for a holiday", "2026-09-20", true],
  ["the last day of the National Day holiday", "2026-10-07", false],
  ["the first day after it", "2026-10-08", true],
  ["a day of an unpublished year", "2031-05-05", "unknown"],
])("2-15 %s is known for what it is on a host of any time zone", (_, day, works) => {
  expect(isWorkingDay(day)).toBe(works);
});

it("2-15 a due day in the holiday moves to the next working day, one on a make-up Saturday stays (S1)", () => {
  expect(shiftDueDay("2026-10-05", DueShift.NEXT_WORKING_DAY)).toEqual({ day: "2026-10-08", isCalendarKnown: true });
  expect(shiftDueDay("2026-10-10", DueShift.NEXT_WORKING_DAY)).toEqual({ day: "2026-10-10", isCalendarKnown: true });
});

it("2-15 a shift that would enter an unpublished year is not made, and says so", () => {
  expect(shiftDueDay("2027-05-03", DueShift.NEXT_WORKING_DAY)).toEqual({ day: "2027-05-03", isCalendarKnown: false });
});
