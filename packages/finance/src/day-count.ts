import { calendarDay, type Day, dayAt, dayNumber, dayOf, daysBetween, daysInMonth, isLeapYear } from "./day.ts";
import { type Fraction, fraction } from "./fraction.ts";

/**
 * What share of a year lies between two days.
 *
 * THIRTY_360, THIRTY_365: every month has 30 days (a 31st counts as the 30th: bond basis), the year 360 or 365.
 * THIRTY_E_360: the same, and a closing 31st always counts as the 30th.
 * ACT_360, ACT_364, ACT_365, ACT_366: calendar days over a fixed year.
 * ACT_ACT: calendar days over the length of their own year; a night belongs to the year of the day on which it ends.
 * ACT_ACT_ISDA: the same, but a night belongs to the year of the day on which it begins (ISDA 2006, 4.16 b).
 * ACT_ACT_AFB: whole years counted back from the end, then calendar days over 366 when the rest takes in a 29 February
 * (its first day counted, its last not), otherwise over 365.
 */
export const DayCount = {
  THIRTY_360: "THIRTY_360",
  THIRTY_E_360: "THIRTY_E_360",
  THIRTY_365: "THIRTY_365",
  ACT_360: "ACT_360",
  ACT_364: "ACT_364",
  ACT_365: "ACT_365",
  ACT_366: "ACT_366",
  ACT_ACT: "ACT_ACT",
  ACT_ACT_ISDA: "ACT_ACT_ISDA",
  ACT_ACT_AFB: "ACT_ACT_AFB",
} as const;
export type DayCount = (typeof DayCount)[keyof typeof DayCount];

export const isThirtyDayMonth = (dayCount: DayCount): boolean =>
  dayCount === DayCount.THIRTY_360 || dayCount === DayCount.THIRTY_E_360 || dayCount === DayCount.THIRTY_365;

/** The days from one to the other as the convention counts them: calendar days, or months of thirty. */
export function countedDays(dayCount: DayCount, from: Day, to: Day): number {
  if (!isThirtyDayMonth(dayCount)) return daysBetween(from, to);
  const a = calendarDay(from);
  const b = calendarDay(to);
  const start = Math.min(a.dayOfMonth, 30);
  const end = b.dayOfMonth === 31 && (start === 30 || dayCount === DayCount.THIRTY_E_360) ? 30 : b.dayOfMonth;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + (end - start);
}

/** The exact share of a year from one day to a later one. */
export function dayCountFraction(dayCount: DayCount, from: Day, to: Day): Fraction {
  switch (dayCount) {
    case DayCount.ACT_ACT:
      return actualYears(dayNumber(from) + 1, dayNumber(to) + 1);
    case DayCount.ACT_ACT_ISDA:
      return actualYears(dayNumber(from), dayNumber(to));
    case DayCount.ACT_ACT_AFB:
      return wholeYearsAndRest(from, to);
    default:
      return fraction(countedDays(dayCount, from, to), YEAR_DAYS[dayCount]);
  }
}

/** The days in a year of fixed length; conventions with actual years have none. */
export const YEAR_DAYS = {
  THIRTY_360: 360,
  THIRTY_E_360: 360,
  THIRTY_365: 365,
  ACT_360: 360,
  ACT_364: 364,
  ACT_365: 365,
  ACT_366: 366,
} as const;

// Both bounds are day numbers, the upper one excluded.
function actualYears(from: number, to: number): Fraction {
  const epochYear = (number: number): number => calendarDay(dayAt(number)).year;
  let commonDays = 0;
  let leapDays = 0;
  const lastYear = epochYear(Math.max(to - 1, from));
  let start = from;
  for (let year = epochYear(from); year <= lastYear; year += 1) {
    const end = Math.min(to, dayNumber(dayOf(year + 1, 1, 1)));
    if (isLeapYear(year)) leapDays += end - start;
    else commonDays += end - start;
    start = end;
  }
  if (leapDays === 0) return fraction(commonDays, 365);
  if (commonDays === 0) return fraction(leapDays, 366);
  return fraction(commonDays * 366 + leapDays * 365, 365 * 366);
}

// As the Association française des banques defines it: a year back from the last day of February ends on the last day.
function wholeYearsAndRest(from: Day, to: Day): Fraction {
  const end = calendarDay(to);
  const isLastOfFebruary = end.month === 2 && end.dayOfMonth === daysInMonth(end.year, 2);
  const yearsBack = (count: number): Day => {
    const year = end.year - count;
    return dayOf(year, end.month, isLastOfFebruary ? daysInMonth(year, 2) : end.dayOfMonth);
  };
  let years = 0;
  while (end.year - years > 1 && yearsBack(years + 1) >= from) years += 1;
  const restTo = yearsBack(years);
  const yearLength = takesInLeapDay(from, restTo) ? 366 : 365;
  return fraction(years * yearLength + daysBetween(from, restTo), yearLength);
}

// The rest is shorter than a year, so it lies in one year or in two.
function takesInLeapDay(from: Day, to: Day): boolean {
  return [calendarDay(from).year, calendarDay(to).year].some((year) => {
    const leapDay = isLeapYear(year) ? dayOf(year, 2, 29) : undefined;
    return leapDay !== undefined && from <= leapDay && leapDay < to;
  });
}
