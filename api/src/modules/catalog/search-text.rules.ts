import type { Fen, RepaymentMethod } from "@daichao/finance";
import { catalogErrors } from "./catalog.errors.js";
import type { ProductCategory } from "./product.states.js";
import { plainFigures, takeAmount, takeTerm } from "./search-figure.rules.js";
import { slipsAllowed, slipsBetween } from "./search-slip.rules.js";
import { ALIASES, LENDER_KINDS, METHOD_WORDS, PURPOSE_WORDS, STOP_WORDS } from "./search-words.rules.js";

/** What a search text asks for: purposes and words every hit must answer to; amount and term only order the hits. */
export interface SearchWish {
  readonly purposes: readonly ProductCategory[];
  /** Runs of Chinese characters that name no known purpose. */
  readonly phrases: readonly string[];
  /** What is left beside a purpose and too short to mean much by itself: it counts where it is part of a name. */
  readonly leftovers: readonly string[];
  /** Repayment methods, by what they are called. */
  readonly methods: readonly RepaymentMethod[];
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
  return text.normalize("NFKC").toLowerCase().replaceAll("ü", "v");
}

/**
 * Reads a search text. Unknown words stay words; nothing is refused but what `plainText` refuses.
 * @param lenders short names of lenders: a name is one word, whatever purposes are written in it.
 */
export function readText(text: string, lenders: readonly string[] = []): SearchWish {
  const { rest: named, taken: methods } = takeMethods(plainFigures(plainText(text)));
  const { rest: withoutTerm, termCount } = takeTerm(named);
  const { rest, amount } = takeAmount(withoutTerm);
  const purposes = new Set<ProductCategory>();
  const phrases: string[] = [];
  const unclear: string[] = [];
  const latin: string[] = [];
  for (const run of rest.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    const alias = Object.hasOwn(ALIASES, run) ? ALIASES[run] : undefined;
    if (alias) phrases.push(alias);
    else if (/\p{Script=Han}/u.test(run)) {
      const { parts, names } = withoutNames(run, lenders);
      phrases.push(...names);
      unclear.push(...withoutStopWords(parts.flatMap((part) => withoutPurposes(part, purposes))));
    } else {
      const left = latinPurpose(run, purposes);
      if (left.every((word) => !STOP_WORDS.includes(word))) latin.push(...left);
    }
  }
  const isUnderstood = purposes.size > 0 || methods.length > 0;
  const isLeftover = (word: string): boolean => word.length < 2 || (isUnderstood && word.length < 3);
  return {
    purposes: [...purposes],
    phrases: [...phrases, ...unclear.filter((word) => !isLeftover(word))],
    leftovers: unclear.filter(isLeftover),
    methods,
    latin,
    amount,
    termCount,
  };
}

/** Whether a text asks for more than an amount and a term. */
export const hasWords = ({ purposes, phrases, leftovers, methods, latin }: SearchWish): boolean =>
  purposes.length + phrases.length + leftovers.length + methods.length + latin.length > 0;

// Spelled as texts are compared: "one" stands as a figure by then.
const METHOD_NAMES = METHOD_WORDS.map(([method, names]) => [method, names.map(plainFigures)] as const);

/** Takes repayment methods out of a text by what they are called, in either language. */
function takeMethods(text: string): { readonly rest: string; readonly taken: RepaymentMethod[] } {
  const taken: RepaymentMethod[] = [];
  let rest = text;
  for (const [method, names] of METHOD_NAMES)
    for (const name of names) {
      if (!rest.includes(name)) continue;
      rest = rest.replaceAll(name, " ");
      if (!taken.includes(method)) taken.push(method);
    }
  return { rest, taken };
}

/** Cuts the names of lenders, and of their kinds, out of a run of Chinese characters. */
function withoutNames(run: string, lenders: readonly string[]) {
  const names: string[] = [];
  let parts = [run];
  for (const name of [...lenders, ...LENDER_KINDS])
    parts = parts.flatMap((part) => {
      if (!part.includes(name)) return [part];
      names.push(name);
      return part.split(name).filter(Boolean);
    });
  return { parts, names };
}

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
