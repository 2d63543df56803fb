/**
 * Working days in mainland China, with public holidays and make-up working days from a kept library. A year whose
 * holidays are not published yet is unknown: nothing is shifted in it, and the caller is told.
 */
import { addDays } from "@daichao/finance";
import chineseDays from "chinese-days";

/** Published years of the library's data; the library itself answers other years as if they had no holiday. */
const FIRST_KNOWN_YEAR = 2004;
const LAST_KNOWN_YEAR = 2026;

export const DueShift = {
  NONE: "NONE",
  NEXT_WORKING_DAY: "NEXT_WORKING_DAY",
  PREVIOUS_WORKING_DAY: "PREVIOUS_WORKING_DAY",
} as const;
export type DueShift = (typeof DueShift)[keyof typeof DueShift];

export interface ShiftedDay {
  readonly day: string;
  /** False when the year's holidays are unpublished: the day stands unshifted until they are. */
  readonly isCalendarKnown: boolean;
}

export const isCalendarKnown = (day: string): boolean => {
  const year = Number(day.slice(0, 4));
  return year >= FIRST_KNOWN_YEAR && year <= LAST_KNOWN_YEAR;
};

// The library finds holidays and make-up days by the text of the day, but takes an ordinary day's weekday in the
// host's time zone. Only its table is trusted: an entry there has a name of several parts.
function works(day: string): boolean {
  const { work, name } = chineseDays.getDayDetail(day);
  if (name.includes(",")) return work;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Whether people work on that day, or "unknown" in an unpublished year. The same on a host of any time zone. */
export const isWorkingDay = (day: string): boolean | "unknown" => (isCalendarKnown(day) ? works(day) : "unknown");

/** Moves a due day off a holiday by the product's policy; a shift that would enter an unknown year is not made. */
export function shiftDueDay(day: string, policy: DueShift): ShiftedDay {
  if (policy === DueShift.NONE) return { day, isCalendarKnown: true };
  const step = policy === DueShift.NEXT_WORKING_DAY ? 1 : -1;
  let shifted = day;
  for (;;) {
    const isWorked = isWorkingDay(shifted);
    if (isWorked === "unknown") return { day, isCalendarKnown: false };
    if (isWorked) return { day: shifted, isCalendarKnown: true };
    shifted = addDays(shifted, step);
  }
}
