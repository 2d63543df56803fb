import { addDays, addMonths, calendarDay, type Day, daysBetween } from "./day.ts";
import { DayCount, dayCountFraction, isThirtyDayMonth } from "./day-count.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { type CompleteTerms, InterestPeriods, PeriodUnit, rowCount } from "./loan-terms.ts";

/** One stretch of a loan, from the end of the one before it to its own. */
export interface LoanPeriod {
  readonly number: number;
  readonly fromOn: Day;
  /** Interest of the period runs to this day. */
  readonly toOn: Day;
  /** The day its instalment is payable; later or earlier than toOn only by a holiday shift. */
  readonly dueOn: Day;
  /** Calendar days from fromOn to toOn. */
  readonly days: number;
  /** The exact share of a year for which interest is charged. */
  readonly years: Fraction;
  /** False for a short or long first period and for a period whose bounds were moved. */
  readonly isRegular: boolean;
}

/** The periods of a loan in order; due days are counted from one anchor, so a 31st comes back after February. */
export function loanPeriods(terms: CompleteTerms): LoanPeriod[] {
  const dueDay = nominalDueDay(terms);
  const nominal = Array.from({ length: rowCount(terms) }, (_, index) => dueDay(index + 1));
  const regularFirst = regularFirstDay(terms);
  const regularYears = equalYears(terms);
  const shifted = terms.dueOn;
  const ends = shifted && terms.accrueOnShift ? shifted : nominal;
  let fromOn = terms.startOn;
  let nominalFrom = terms.startOn;
  return nominal.map((nominalTo, index) => {
    const toOn = ends[index] ?? nominalTo;
    const isRegular = fromOn === nominalFrom && toOn === nominalTo && (index > 0 || nominalTo === regularFirst);
    const period: LoanPeriod = {
      number: index + 1,
      fromOn,
      toOn,
      dueOn: shifted?.[index] ?? toOn,
      days: daysBetween(fromOn, toOn),
      years: isRegular && regularYears ? regularYears : countedYears(terms, fromOn, toOn),
      isRegular,
    };
    fromOn = toOn;
    nominalFrom = nominalTo;
    return period;
  });
}

/** The regular period in months or days that one row of the schedule spans. */
export const rowLength = (terms: CompleteTerms): number =>
  rowCount(terms) === terms.instalmentCount ? terms.period.length : terms.period.length * terms.instalmentCount;

/** The first due day before any holiday shift, and whether it ends a regular period. */
export function nominalFirst(terms: CompleteTerms): { readonly on: Day; readonly isRegular: boolean } {
  const on = nominalDueDay(terms)(1);
  return { on, isRegular: on === regularFirstDay(terms) };
}

const regularFirstDay = (terms: CompleteTerms): Day =>
  stepOf(terms, terms.startOn)(rowCount(terms) === 1 ? terms.instalmentCount : 1);

/** On which day each row is due. A BULLET counts the same days as an instalment loan and is paid on the last of them. */
function nominalDueDay(terms: CompleteTerms): (row: number) => Day {
  const { startOn, firstDueOn, instalmentCount } = terms;
  const regular = stepOf(terms, startOn, terms.dueDay);
  const numberOf = (row: number): number => (rowCount(terms) === 1 ? instalmentCount : row);
  if (firstDueOn === undefined || firstDueOn === regular(1)) return (row) => regular(numberOf(row));
  const fromFirst = stepOf(terms, firstDueOn, terms.dueDay);
  return (row) => (numberOf(row) === 1 ? firstDueOn : fromFirst(numberOf(row) - 1));
}

function stepOf(terms: CompleteTerms, from: Day, anchorDay = calendarDay(from).dayOfMonth): (count: number) => Day {
  const { length } = terms.period;
  switch (terms.period.unit) {
    case PeriodUnit.MONTH:
      return (count) => addMonths(from, count * length, terms.monthEnd, anchorDay);
    case PeriodUnit.WEEK:
      return (count) => addDays(from, count * length * 7);
    case PeriodUnit.DAY:
      return (count) => addDays(from, count * length);
  }
}

function equalYears(terms: CompleteTerms): Fraction | undefined {
  if (terms.period.unit !== PeriodUnit.MONTH || terms.interestPeriods !== InterestPeriods.EQUAL) return undefined;
  return terms.dayCount === DayCount.THIRTY_365 ? fraction(30 * rowLength(terms), 365) : fraction(rowLength(terms), 12);
}

// Months of thirty days mean nothing to a loan counted in weeks or days: there the real days stand over the same year.
function countedYears({ dayCount, period }: CompleteTerms, from: Day, to: Day): Fraction {
  if (period.unit === PeriodUnit.MONTH || !isThirtyDayMonth(dayCount)) return dayCountFraction(dayCount, from, to);
  return dayCountFraction(dayCount === DayCount.THIRTY_365 ? DayCount.ACT_365 : DayCount.ACT_360, from, to);
}
