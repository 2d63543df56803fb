import { FinanceError } from "./finance-error.ts";

/** A calendar day, 'YYYY-MM-DD', in the business calendar of the loan. Text order is time order. */
export type Day = string;

/** Where the 29th, 30th or 31st goes in a month that lacks it: to its last day, or to the first of the next month. */
export const MonthEnd = { LAST_DAY: "LAST_DAY", ROLL_FORWARD: "ROLL_FORWARD" } as const;
export type MonthEnd = (typeof MonthEnd)[keyof typeof MonthEnd];

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

const DAYS_IN_400_YEARS = 146_097;
// Day 0 is 1970-01-01; the count below starts on 0000-03-01, so that a leap day ends its year.
const DAYS_TO_1970 = 719_468;
/** 0001-01-01 and 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists ('2024-02-29' yes, '2023-02-29' and '2023-2-9' no). */
export const isDay = (text: string): text is Day => !Number.isNaN(readDay(text));

/** The parts of a day; refuses text that is not one. */
export function calendarDay(day: Day): CalendarDay {
  const packed = packedDay(day);
  return { year: Math.floor(packed / 10_000), month: Math.floor(packed / 100) % 100, dayOfMonth: packed % 100 };
}

/** The day with these parts, which must exist: nothing is checked here. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  `${year < 1000 ? String(year).padStart(4, "0") : year}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;

/** The day's number on the line of days; 1970-01-01 is 0. */
export function dayNumber(day: Day): number {
  const { year, month, dayOfMonth } = calendarDay(day);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970;
}

/** The day with this number; the inverse of dayNumber. Refuses a part of a day, and days outside the years 1 to 9999. */
export function dayAt(number: number): Day {
  if (!Number.isSafeInteger(number) || number < FIRST_DAY || number > LAST_DAY)
    throw new FinanceError("DAY_INVALID", { day: String(number) });
  const shifted = number + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const leapsPassed =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1));
  const yearOfEra = Math.floor((dayOfEra - leapsPassed) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

/** The day `count` whole days later (earlier when negative); refuses what lies outside the years 1 to 9999. */
export const addDays = (day: Day, count: number): Day => dayAt(dayNumber(day) + count);

/** The nights from the first day to the second: 0 for the same day, negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/**
 * The day `count` months later, on `anchorDay` (by default the day's own day of the month).
 * Series must be counted from one anchor, never step by step: 31 January, 29 February, 31 March.
 * Refuses a part of a month, an anchor that is no day of a month, and days outside the years 1 to 9999.
 */
export function addMonths(
  day: Day,
  count: number,
  monthEnd: MonthEnd = MonthEnd.LAST_DAY,
  anchorDay: number = calendarDay(day).dayOfMonth,
): Day {
  const { year, month } = calendarDay(day);
  const months = year * 12 + (month - 1) + count;
  const toYear = Math.floor(months / 12);
  const isWithin = Number.isSafeInteger(months) && toYear >= 1 && toYear <= 9999;
  if (!isWithin || !Number.isSafeInteger(anchorDay) || anchorDay < 1 || anchorDay > 31)
    throw new FinanceError("DAY_INVALID", { day, months: String(count), anchorDay: String(anchorDay) });
  const toMonth = months - toYear * 12 + 1;
  if (anchorDay <= daysInMonth(toYear, toMonth)) return dayOf(toYear, toMonth, anchorDay);
  if (monthEnd === MonthEnd.LAST_DAY) return dayOf(toYear, toMonth, daysInMonth(toYear, toMonth));
  if (monthEnd !== MonthEnd.ROLL_FORWARD) throw new FinanceError("TERMS_INVALID", { field: "monthEnd" });
  // A month that lacks the day is no December, so the next one is of the same year.
  return dayOf(toYear, toMonth + 1, 1);
}

function packedDay(day: Day): number {
  const packed = readDay(day);
  if (Number.isNaN(packed)) throw new FinanceError("DAY_INVALID", { day: String(day).slice(0, 20) });
  return packed;
}

// 'YYYY-MM-DD' as the number YYYYMMDD, or NaN. By character code: schedules read hundreds of days each.
function readDay(text: string): number {
  if (typeof text !== "string" || text.length !== 10 || text[4] !== "-" || text[7] !== "-") return Number.NaN;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const dayOfMonth = digitsAt(text, 8, 10);
  const exists = year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? year * 10_000 + month * 100 + dayOfMonth : Number.NaN;
}

function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
