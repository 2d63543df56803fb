/** A calendar day in Beijing, written 'YYYY-MM-DD'. Text order is time order. */
export type Day = string;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function civilOf(day: Day): Civil | undefined {
  const match = shape.exec(day);
  if (match === null) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
  return date >= 1 && date <= longest ? { year, month, day: date } : undefined;
}

/** True only for a day that exists in the Gregorian calendar. */
export function isDay(text: string): boolean {
  return civilOf(text) !== undefined;
}

/** The next day; undefined after 9999-12-31 and for what is no real day. */
export function dayAfter(text: Day): Day | undefined {
  const civil = civilOf(text);
  if (!civil) return undefined;
  const { year, month, day } = civil;
  const candidates = [
    { year, month, day: day + 1 },
    { year, month: month + 1, day: 1 },
    { year: year + 1, month: 1, day: 1 },
  ];
  return candidates.map(textOf).find(isDay);
}

const textOf = ({ year, month, day }: Civil): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

// Days since 0000-03-01: years are counted from March so that the leap day falls at a year's end.
function serialOf({ year, month, day }: Civil): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

/** Calendar days from one day to the other, negative when `to` is earlier; undefined when either is no real day. */
export function daysBetween(from: Day, to: Day): number | undefined {
  const [a, b] = [civilOf(from), civilOf(to)];
  return a && b ? serialOf(b) - serialOf(a) : undefined;
}

/** Completed months, rounded towards zero; undefined when either is no real day. */
export function monthsBetween(from: Day, to: Day): number | undefined {
  const [a, b] = [civilOf(from), civilOf(to)];
  if (!a || !b) return undefined;
  if (to < from) {
    const back = monthsBetween(to, from);
    return back === undefined ? undefined : 0 - back;
  }
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

/** Completed years (周岁 for a birthday), rounded towards zero; undefined when either is no real day. */
export function yearsBetween(from: Day, to: Day): number | undefined {
  const months = monthsBetween(from, to);
  return months === undefined ? undefined : Math.trunc(months / 12) + 0;
}
