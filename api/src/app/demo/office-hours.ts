/** A lender's working minutes, nine to six on working days: when a decision is due and what is left of the time. */
import { addDays } from "@daichao/finance";
import { isWorkingDay } from "../../kernel/calendar/index.js";
import { dayOf, instantOf } from "../../kernel/clock/index.js";

const OPENS = 9 * 60;
const CLOSES = 18 * 60;
const MINUTE_MS = 60_000;

interface Wall {
  readonly day: string;
  readonly minute: number;
}

const wallOf = (at: Date): Wall => {
  const day = dayOf(at);
  return { day, minute: Math.floor((at.getTime() - instantOf(day).getTime()) / MINUTE_MS) };
};
const instantAt = ({ day, minute }: Wall): Date => new Date(instantOf(day).getTime() + minute * MINUTE_MS);

export function workingDayAfter(day: string): string {
  let next = addDays(day, 1);
  while (isWorkingDay(next) === false) next = addDays(next, 1);
  return next;
}

function opening({ day, minute }: Wall): Wall {
  if (minute >= CLOSES || isWorkingDay(day) === false) return { day: workingDayAfter(day), minute: OPENS };
  return { day, minute: Math.max(minute, OPENS) };
}

/** The moment at which so many working minutes have passed. */
export function afterWorkingMinutes(from: Date, minutes: number): Date {
  let at = opening(wallOf(from));
  let left = minutes;
  while (left > CLOSES - at.minute) {
    left -= CLOSES - at.minute;
    at = { day: workingDayAfter(at.day), minute: OPENS };
  }
  return instantAt({ day: at.day, minute: at.minute + left });
}

export function workingMinutesBetween(from: Date, to: Date): number {
  const end = wallOf(to);
  let total = 0;
  for (let at = opening(wallOf(from)); at.day <= end.day; at = { day: workingDayAfter(at.day), minute: OPENS })
    total += Math.max(0, (at.day === end.day ? Math.min(end.minute, CLOSES) : CLOSES) - at.minute);
  return total;
}

/** A decision within so many working days of nine hours. */
export const decisionDueAt = (submittedAt: Date, workingDays: number): Date =>
  afterWorkingMinutes(submittedAt, workingDays * (CLOSES - OPENS));
