import type { Fen } from "@daichao/finance";

const DIGITS: Record<string, number> = Object.fromEntries(
  ["零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((letters, value) =>
    [...letters].map((letter) => [letter, value]),
  ),
);
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** "三十六" is 36, "12.5" is 12.5, "半" is a half; undefined for what is no number below ten thousand. */
export function numberIn(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === "半") return 0.5;
  let total = 0;
  let digit: number | undefined;
  for (const letter of text) {
    const unit = UNITS[letter];
    const value = DIGITS[letter];
    if (unit) {
      total += (digit ?? 1) * unit;
      digit = undefined;
    } else if (value !== undefined) digit = value;
    else return undefined;
  }
  return text === "" ? undefined : total + (digit ?? 0);
}

const ENGLISH: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."萬万兩两個个貸贷裝装車车買买學学費费醫医療疗遊游經经營营債债務务銀银習习職职業业機机後后開开進进貨货還还貳贰參叁陸陆額额",
  ].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [])),
);

/** One way to write figures: simplified characters, no thousands separators, digits for English number words. */
export function plainFigures(text: string): string {
  return text
    .replace(/\p{Script=Han}/gu, (letter) => TRADITIONAL[letter] ?? letter)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(/\bhalf an? year\b/g, "6 months")
    .replace(/\b(?:an?|one) (year|month|thousand)\b/g, "1 $1")
    .replace(/[a-z]+/g, (word) => (Object.hasOwn(ENGLISH, word) ? String(ENGLISH[word]) : word))
    .replace(/\b(\d+)\s*thousand\b/g, "$1k");
}

const NUMBER = "(\\d+(?:\\.\\d+)?|[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟半]+)";
const YEARS = new RegExp(
  `${NUMBER}\\s*(?:年|nian|years?\\b|yrs?\\b)(?:(半)|(?:零|又|and|\\s)*${NUMBER}\\s*(?:个月|月|months?\\b))?期?`,
);
const MONTHS = new RegExp(`${NUMBER}\\s*(?:个月|个?期|月|qi(?![a-z])|geyue|months?\\b|mo\\b)`);
const HALF_YEAR = /半年|bannian/;
const TEN_THOUSAND = "(?:万|w(?![a-z])|wan(?![a-z]))";
const RANGE = new RegExp(`${NUMBER}\\s*${TEN_THOUSAND}?\\s*(?:-|~|到|至)\\s*(?=${NUMBER}\\s*${TEN_THOUSAND})`);
/** "3万5" and "一万二" are said of thousands. */
const AND_THOUSANDS = new RegExp(
  `${NUMBER}${TEN_THOUSAND}([1-9]|[一二三四五六七八九])(?:千|k)?(?![\\d.零一二三四五六七八九十期年月个])`,
);
const AMOUNT = new RegExp(
  `${NUMBER}\\s*(万|wan(?![a-z])|w(?![a-z])|千|k(?![a-z]))?\\s*(元|块钱?|yuan\\b|rmb\\b|cny\\b)?`,
  "g",
);
const SCALE: Record<string, number> = { 万: 10_000, wan: 10_000, w: 10_000, 千: 1_000, k: 1_000 };

/** Takes the term out of a text: "一年" is 12, "18期" is 18, "两年半" is 30. */
export function takeTerm(text: string): { rest: string; termCount?: number } {
  const half = HALF_YEAR.exec(text);
  const years = YEARS.exec(text);
  if (half && !years?.[2]) return { rest: text.replace(half[0], " "), termCount: 6 };
  const found = years ?? MONTHS.exec(text);
  const count = found && numberIn(found[1] ?? "");
  if (!found || count === undefined || count === null) return { rest: text };
  const more = years?.[2] ? 6 : (numberIn(years?.[3] ?? "") ?? 0);
  const months = years ? count * 12 + more : count;
  if (!Number.isInteger(months) || months < 1 || months > 360) return { rest: text };
  return { rest: text.replace(found[0], " "), termCount: months };
}

const inRange = (yuan: number): boolean => yuan >= 100 && yuan <= 100_000_000;

/**
 * Takes the amount out of a text: "5万" and "五万元" are 50,000 yuan, "3万5" is 35,000, of "5到8万" the upper end counts.
 * A bare number counts from 1,000 up.
 */
export function takeAmount(given: string): { rest: string; amount?: Fen } {
  const text = given.replace(RANGE, " ");
  const both = AND_THOUSANDS.exec(text);
  const [tenThousands, thousands] = [numberIn(both?.[1] ?? ""), numberIn(both?.[2] ?? "")];
  if (both && tenThousands !== undefined && thousands !== undefined) {
    const yuan = tenThousands * 10_000 + thousands * 1_000;
    if (Number.isInteger(tenThousands) && inRange(yuan))
      return { rest: text.replace(both[0], " "), amount: BigInt(yuan) * 100n };
  }
  for (const found of text.matchAll(AMOUNT)) {
    const [whole, digits = "", unit, currency] = found;
    const count = numberIn(digits);
    const isBare = !unit && !currency;
    if (count === undefined || (isBare && (!/^\d+$/.test(digits) || count < 1000))) continue;
    const yuan = Math.round(count * (unit ? (SCALE[unit] ?? 1) : 1));
    if (inRange(yuan)) return { rest: text.replace(whole, " "), amount: BigInt(yuan) * 100n };
  }
  return { rest: text };
}
