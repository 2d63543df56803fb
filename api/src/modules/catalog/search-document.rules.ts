import type { RepaymentMethod } from "@daichao/finance";
import { pinyin } from "pinyin-pro";
import { ProductCategory } from "./product.states.js";
import { lettersOf } from "./search-slip.rules.js";
import { CATEGORY_WORDS, PURPOSE_WORDS } from "./search-words.rules.js";

/** What text search knows of one product, prepared once per version. */
export interface SearchDocument {
  readonly category: ProductCategory;
  /** Purposes named in the copy, the category's own included. */
  readonly purposes: ReadonlySet<ProductCategory>;
  readonly name: string;
  readonly institution: string;
  readonly tagline: string;
  readonly methods: readonly RepaymentMethod[];
  readonly bigrams: ReadonlySet<string>;
  /** How name and lender sound, each apart; texts that are equal share one. */
  readonly sounds: readonly Sound[];
}

export interface SearchableText {
  readonly name: string;
  readonly tagline: string;
  readonly category: ProductCategory;
  readonly repaymentMethods: readonly RepaymentMethod[];
  readonly institution: { readonly name: string; readonly shortName: string };
}

/** A text as pinyin without tones: run together, by initials, where each syllable begins (and the last one ends). */
export interface Sound {
  readonly whole: string;
  readonly initials: string;
  readonly starts: readonly number[];
  /** Which letters occur in it. */
  readonly letters: number;
}

const heard = new Map<string, Sound>();
const MAX_HEARD = 50_000;

/** The syllables of a text without tones; Latin letters stand for themselves. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", v: true, nonZh: "consecutive" })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter(Boolean);

export function soundOf(text: string): Sound {
  const known = heard.get(text);
  if (known) return known;
  const syllables = syllablesOf(text);
  const starts = [0];
  for (const syllable of syllables) starts.push((starts.at(-1) ?? 0) + syllable.length);
  const whole = syllables.join("");
  const initials = syllables.map((syllable) => syllable[0]).join("");
  const sound = { whole, initials, starts, letters: lettersOf(whole) };
  if (heard.size >= MAX_HEARD) heard.clear();
  heard.set(text, sound);
  return sound;
}

export const bigramsOf = (text: string): string[] => {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
};

export function documentOf({ name, tagline, category, repaymentMethods, institution }: SearchableText): SearchDocument {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase();
  const copy = plain(`${name} ${tagline}`);
  const named = PURPOSE_WORDS.filter(({ word }) => word.length > 1 && copy.includes(word)).map(
    (found) => found.category,
  );
  const lender = plain(`${institution.shortName} ${institution.name}`);
  return {
    category,
    purposes: new Set([category, ...named]),
    name: plain(name),
    institution: lender,
    tagline: plain(tagline),
    methods: repaymentMethods,
    bigrams: new Set([
      ...bigramsOf(plain(name)),
      ...bigramsOf(plain(institution.shortName)),
      ...bigramsOf(plain(institution.name)),
      ...bigramsOf(plain(tagline)),
    ]),
    sounds: [name, institution.shortName, institution.name].map(soundOf),
  };
}

const CATEGORY_SOUNDS: ReadonlyMap<ProductCategory, readonly Sound[]> = new Map(
  Object.values(ProductCategory).map((category) => [
    category,
    CATEGORY_WORDS[category].filter((word) => /\p{Script=Han}/u.test(word)).map(soundOf),
  ]),
);

/** How the words for a purpose sound. */
export const soundsOf = (category: ProductCategory): readonly Sound[] => CATEGORY_SOUNDS.get(category) ?? [];
