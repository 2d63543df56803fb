import { pinyin } from "pinyin-pro";
import type { ProductCategory } from "./product.states.js";
import { CATEGORY_WORDS, PURPOSE_WORDS } from "./search-words.rules.js";

/** What text search knows of one product, prepared once per version. */
export interface SearchDocument {
  readonly category: ProductCategory;
  /** Purposes named in the copy, the category's own included. */
  readonly purposes: ReadonlySet<ProductCategory>;
  readonly name: string;
  readonly institution: string;
  readonly tagline: string;
  readonly bigrams: ReadonlySet<string>;
  /** Pinyin of name and institution, whole and by initials, each field apart. */
  readonly sounds: readonly string[];
  readonly initials: readonly string[];
  readonly syllables: readonly (readonly string[])[];
}

export interface SearchableText {
  readonly name: string;
  readonly tagline: string;
  readonly category: ProductCategory;
  readonly institution: { readonly name: string; readonly shortName: string };
}

const heard = new Map<string, readonly string[]>();
const MAX_HEARD = 50_000;

/** The syllables of a text without tones; Latin letters stand for themselves. */
export function syllablesOf(text: string): readonly string[] {
  const known = heard.get(text);
  if (known) return known;
  const syllables = pinyin(text, { toneType: "none", type: "array", v: true, nonZh: "consecutive" })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter(Boolean);
  if (heard.size >= MAX_HEARD) heard.clear();
  heard.set(text, syllables);
  return syllables;
}

export const bigramsOf = (text: string): string[] => {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
};

export function documentOf({ name, tagline, category, institution }: SearchableText): SearchDocument {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase();
  const copy = plain(`${name} ${tagline}`);
  const named = PURPOSE_WORDS.filter(({ word }) => word.length > 1 && copy.includes(word)).map(
    (found) => found.category,
  );
  const lender = plain(`${institution.shortName} ${institution.name}`);
  const syllables = [name, institution.shortName, institution.name, ...CATEGORY_WORDS[category].slice(0, 4)].map(
    syllablesOf,
  );
  return {
    category,
    purposes: new Set([category, ...named]),
    name: plain(name),
    institution: lender,
    tagline: plain(tagline),
    bigrams: new Set([
      ...bigramsOf(plain(name)),
      ...bigramsOf(plain(institution.shortName)),
      ...bigramsOf(plain(institution.name)),
      ...bigramsOf(plain(tagline)),
    ]),
    sounds: syllables.map((list) => list.join("")),
    initials: syllables.map((list) => list.map((syllable) => syllable[0]).join("")),
    syllables,
  };
}
