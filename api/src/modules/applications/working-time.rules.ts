/** Review time runs in working minutes only: on working days, while the office is open. */
import { addDays } from "@daichao/finance";

/** Minutes after midnight at which an institution's office opens and closes. */
export const OFFICE_OPENS = 9 * 60;
export const OFFICE_CLOSES = 18 * 60;
export const MINUTES_PER_WORKING_DAY = OFFICE_CLOSES - OFFICE_OPENS;

/** A moment of the wall clock in Asia/Shanghai. */
export interface WallMoment {
  readonly day: string;
  /** Whole minutes since midnight. */
  readonly minute: number;
}

/** Answers "unknown" for a year without a published calendar; such a day counts as a working day. */
export type AskWorkingDay = (day: string) => boolean | "unknown";

const isBefore = (a: WallMoment, b: WallMoment): boolean => a.day < b.day || (a.day === b.day && a.minute < b.minute);

/** The first working minute at or after a moment. */
export function nextWorkingMoment(from: WallMoment, works: AskWorkingDay): WallMoment {
  let { day, minute } = from;
  if (minute >= OFFICE_CLOSES) {
    day = addDays(day, 1);
    minute = OFFICE_OPENS;
  }
  if (works(day) !== false) return { day, minute: Math.max(minute, OFFICE_OPENS) };
  while (works(day) === false) day = addDays(day, 1);
  return { day, minute: OFFICE_OPENS };
}

/**
 * The moment at which `minutes` working minutes have passed since `from`. A full day that begins at opening time ends
 * at closing time of the same day, not at the next opening.
 */
export function addWorkingMinutes(from: WallMoment, minutes: number, works: AskWorkingDay): WallMoment {
  let at = nextWorkingMoment(from, works);
  let left = minutes;
  while (left > OFFICE_CLOSES - at.minute) {
    left -= OFFICE_CLOSES - at.minute;
    at = nextWorkingMoment({ day: at.day, minute: OFFICE_CLOSES }, works);
  }
  return { day: at.day, minute: at.minute + left };
}

/** Working minutes from one moment to a later one; zero when the second is not later. */
export function workingMinutesBetween(from: WallMoment, to: WallMoment, works: AskWorkingDay): number {
  let total = 0;
  let at = nextWorkingMoment(from, works);
  while (isBefore(at, to)) {
    const end = at.day === to.day ? Math.min(to.minute, OFFICE_CLOSES) : OFFICE_CLOSES;
    total += Math.max(0, end - at.minute);
    at = nextWorkingMoment({ day: at.day, minute: OFFICE_CLOSES }, works);
  }
  return total;
}
