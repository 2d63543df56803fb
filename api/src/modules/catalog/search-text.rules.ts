import type { Fen } from "@daichao/finance";
import { catalogErrors } from "./catalog.errors.js";
import type { ProductCategory } from "./product.states.js";
import { plainFigures, takeAmount, takeTerm } from "./search-figure.rules.js";
import { slipsAllowed, slipsBetween } from "./search-slip.rules.js";
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

/** Reads a search text. Unknown words stay words; nothing is refused but what `plainText` refuses. */
export function readText(text: string): SearchWish {
  const { rest: withoutTerm, termCount } = takeTerm(plainFigures(plainText(text)));
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

/** Whether a text asks for more than an amount and a term. */
export const hasWords = ({ purposes, phrases, latin }: SearchWish): boolean =>
  purposes.length + phrases.length + latin.length > 0;

const ENGLISH_PURPOSES = PURPOSE_WORDS.filter(({ word }) => /^[a-z]{6,}$/.test(word));

// Pinyin is far from English: an English purpose with a slip in it is taken for that purpose.
function latinPurpose(run: string, purposes: Set<ProductCategory>): string[] {
  const slips = slipsAllowed(run);
  const known =
    PURPOSE_WORDS.find(({ word }) => word === run) ??
    (slips > 0 ? ENGLISH_PURPOSES.find(({ word }) => slipsBetween(word, run, slips) <= slips) : undefined);
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
