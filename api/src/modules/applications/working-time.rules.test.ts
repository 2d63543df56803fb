import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../kernel/calendar/index.js";
import {
  addWorkingMinutes,
  MINUTES_PER_WORKING_DAY,
  nextWorkingMoment,
  workingMinutesBetween,
} from "./working-time.rules.js";

const works = isWorkingDay;
const at = (day: string, hour: number, minute = 0) => ({ day, minute: hour * 60 + minute });

describe("review time in working minutes (2-13)", () => {
  it.each([
    ["a Saturday evening before a make-up Sunday is due on that Sunday", at("2026-09-19", 20), at("2026-09-20", 18)],
    [
      "a case of the early afternoon is due at the same hour of the next working day",
      at("2026-11-24", 14),
      at("2026-11-25", 14),
    ],
    ["a case before opening is due at closing of the same day", at("2026-11-24", 7, 30), at("2026-11-24", 18)],
    ["a Friday evening waits for Monday's closing", at("2026-11-20", 19), at("2026-11-23", 18)],
    ["the National Day holiday does not count", at("2026-09-30", 17), at("2026-10-08", 17)],
  ])("%s", (_, arrived, due) => {
    expect(addWorkingMinutes(arrived, MINUTES_PER_WORKING_DAY, works)).toEqual(due);
  });

  it("counts a day of an unpublished year as a working day", () => {
    expect(nextWorkingMoment(at("2031-01-01", 10), () => "unknown")).toEqual(at("2031-01-01", 10));
  });

  const moments = fc.record({
    day: fc.integer({ min: 0, max: 360 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)),
    minute: fc.integer({ min: 0, max: 1439 }),
  });

  it("adds what it measures: the minutes between a moment and its due time are those that were given", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 4000 }), (from, minutes) => {
        expect(workingMinutesBetween(from, addWorkingMinutes(from, minutes, works), works)).toBe(minutes);
      }),
    );
  });

  it("pause and resume add up: working minutes used before and after a pause are all that was given", () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        moments,
        (from, given, used, resumed) => {
          const due = addWorkingMinutes(from, given, works);
          const pausedAt = addWorkingMinutes(from, Math.min(used, given), works);
          const left = workingMinutesBetween(pausedAt, due, works);
          const dueAgain = addWorkingMinutes(resumed, left, works);
          expect(workingMinutesBetween(from, pausedAt, works) + workingMinutesBetween(resumed, dueAgain, works)).toBe(
            given,
          );
        },
      ),
    );
  });
});
