import type { Fen } from "@daichao/finance";
import { catalogErrors } from "./catalog.errors.js";
import type { ProductCategory } from "./product.states.js";
import { PURPOSE_WORDS, STOP_WORDS } from "./search-words.rules.js";

/** What a search text asks for: purposes and words every hit must answer to; amount and term only order the hits. */
export interface SearchWish {
  readonly purposes: readonly ProductCategory[];
  /** Runs of Chinese characters that name no known purpose. */
  readonly phrases: readonly string[];
  /** Runs of Latin letters or digits: a name, or pinyin whole or by initials. */
  readonly latin: readonly string[];
  readonly amount?: Fen;
  readonly termCount?: number;
}

export const MAX_TEXT = 200;

/** Width, case and spacing taken out of a text. @throws CATALOG_TEXT_UNUSABLE beyond 200 characters or with control characters. */
export function plainText(text: string): string {
  const isUnusable =
    text.length > MAX_TEXT || [...text].some((letter) => letter < " " && letter !== "\t" && letter !== "\n");
  if (isUnusable) throw catalogErrors.textUnusable({ max: MAX_TEXT });
  return text.normalize("NFKC").toLowerCase();
}

const DIGITS: Record<string, number> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

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

const NUMBER = "(\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十百千半]+)";
const YEARS = new RegExp(`${NUMBER}\\s*(?:年|years?\\b|yrs?\\b)(半)?`);
const MONTHS = new RegExp(`${NUMBER}\\s*(?:个月|个?期|月|months?\\b)`);
const HALF_YEAR = /半年/;
const AMOUNT = new RegExp(`${NUMBER}\\s*(万|w(?![a-z])|千|k(?![a-z]))?\\s*(元|块钱?|yuan\\b|rmb\\b)?`, "g");
const SCALE: Record<string, number> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000 };

/** Takes the term out of a text: "一年" is 12, "18期" is 18, "两年半" is 30. */
function takeTerm(text: string): { rest: string; termCount?: number } {
  const half = HALF_YEAR.exec(text);
  const years = YEARS.exec(text);
  if (half && !years?.[2]) return { rest: text.replace(half[0], " "), termCount: 6 };
  const found = years ?? MONTHS.exec(text);
  const count = found && numberIn(found[1] ?? "");
  if (!found || count === undefined || count === null) return { rest: text };
  const months = years ? count * 12 + (years[2] ? 6 : 0) : count;
  if (!Number.isInteger(months) || months < 1 || months > 360) return { rest: text };
  return { rest: text.replace(found[0], " "), termCount: months };
}

/** Takes the amount out of a text: "5万" and "五万元" are 50,000 yuan. A bare number counts from 1,000 up. */
function takeAmount(text: string): { rest: string; amount?: Fen } {
  for (const found of text.matchAll(AMOUNT)) {
    const [whole, digits = "", unit, currency] = found;
    const count = numberIn(digits);
    const isBare = !unit && !currency;
    if (count === undefined || (isBare && (!/^\d+$/.test(digits) || count < 1000))) continue;
    const yuan = Math.round(count * (unit ? (SCALE[unit] ?? 1) : 1));
    if (yuan < 100 || yuan > 100_000_000) continue;
    return { rest: text.replace(whole, " "), amount: BigInt(yuan) * 100n };
  }
  return { rest: text };
}

/** Reads a search text. Unknown words stay words; nothing is refused but what `plainText` refuses. */
export function readText(text: string): SearchWish {
  const { rest: withoutTerm, termCount } = takeTerm(plainText(text));
  const { rest, amount } = takeAmount(withoutTerm);
  const purposes = new Set<ProductCategory>();
  const phrases: string[] = [];
  const latin: string[] = [];
  for (const run of rest.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    const isHan = /\p{Script=Han}/u.test(run);
    const left = isHan ? withoutPurposes(run, purposes) : latinPurpose(run, purposes);
    if (isHan) phrases.push(...withoutStopWords(left));
    else if (left.every((word) => !STOP_WORDS.includes(word))) latin.push(...left);
  }
  return { purposes: [...purposes], phrases, latin, amount, termCount };
}

function latinPurpose(run: string, purposes: Set<ProductCategory>): string[] {
  const known = PURPOSE_WORDS.find(({ word }) => word === run);
  if (!known) return [run];
  purposes.add(known.category);
  return [];
}

function withoutPurposes(run: string, purposes: Set<ProductCategory>): string[] {
  const known = PURPOSE_WORDS.find(({ word }) => run.includes(word));
  if (!known) return [run];
  purposes.add(known.category);
  return run
    .split(known.word)
    .filter(Boolean)
    .flatMap((part) => withoutPurposes(part, purposes));
}

const withoutStopWords = (parts: readonly string[]): string[] =>
  STOP_WORDS.reduce((left, word) => left.flatMap((part) => part.split(word)), parts).filter(Boolean);
