import type { ErrorText } from "../../kernel/errors/index.js";
import { ProductCategory, SuggestionKind } from "./product.states.js";
import type { SearchEntry } from "./product-search.rules.js";
import { type Sound, soundsOf } from "./search-document.rules.js";
import { CATEGORY_LABELS, CATEGORY_WORDS } from "./search-words.rules.js";

/** One way to go on from what has been typed. */
export interface Completion {
  readonly kind: SuggestionKind;
  /** What the last word becomes, in both languages. */
  readonly word: ErrorText;
  /** Of a product: where it is read. */
  readonly slug: string | null;
  /** 0 begins with what was typed, 1 contains it, 2 sounds like it. */
  readonly distance: number;
}

/** A text cut before the word that is still being typed. */
export function lastWord(text: string): { readonly head: string; readonly word: string } {
  const found = /(?:\p{Script=Han}+|[a-z]+|\d+(?:\.\d)?)$/u.exec(text);
  return found ? { head: text.slice(0, found.index), word: found[0] } : { head: text, word: "" };
}

const same = (text: string): ErrorText => ({ zh: text, en: text });

function distanceOf(word: string, texts: readonly string[], sounds: readonly Sound[]): number | undefined {
  if (texts.some((text) => text.startsWith(word))) return 0;
  if (!/^[a-z]+$/.test(word)) return texts.some((text) => text.includes(word)) ? 1 : undefined;
  const isHeard = ({ whole, initials }: Sound) =>
    word.length > 1 && (whole.startsWith(word) || initials.startsWith(word));
  return sounds.some(isHeard) ? 2 : undefined;
}

function purposesFor(word: string): Completion[] {
  return Object.values(ProductCategory).flatMap((category) => {
    const label = CATEGORY_LABELS[category];
    const texts = [label.zh, label.en.toLowerCase(), ...CATEGORY_WORDS[category]].filter((text) => text.length > 1);
    const distance = distanceOf(word, texts, soundsOf(category));
    return distance === undefined ? [] : [{ kind: SuggestionKind.PURPOSE, word: label, slug: null, distance }];
  });
}

function namesFor(word: string, entries: readonly SearchEntry[]): Completion[] {
  const lenders = new Map<string, Completion>();
  const products: Completion[] = [];
  for (const { product, document } of entries) {
    const [ofName, ofShortName] = document.sounds;
    const distance = distanceOf(word, [document.name], ofName ? [ofName] : []);
    if (distance !== undefined)
      products.push({ kind: SuggestionKind.PRODUCT, word: same(product.name), slug: product.slug, distance });
    const { shortName } = product.institution;
    if (lenders.has(shortName)) continue;
    const near = distanceOf(word, [shortName.toLowerCase()], ofShortName ? [ofShortName] : []);
    if (near !== undefined)
      lenders.set(shortName, { kind: SuggestionKind.LENDER, word: same(shortName), slug: null, distance: near });
  }
  return [...lenders.values(), ...products];
}

/** "5" may become "5万" or, where products run so long, "5期". */
function needsFor(word: string, terms: ReadonlySet<number>): Completion[] {
  const count = Number(word);
  if (!(count > 0 && count <= 500)) return [];
  const need = (zh: string, en: string) => ({
    kind: SuggestionKind.NEED,
    word: { zh, en },
    slug: null,
    distance: 0,
  });
  const amount = count <= 100 ? [need(`${word}万`, `${(count * 10_000).toLocaleString("en-US")} yuan`)] : [];
  const term = terms.has(count) ? [need(`${word}期`, `${word} months`)] : [];
  return [...amount, ...term];
}

const RANK: Record<SuggestionKind, number> = { NEED: 0, PURPOSE: 1, LENDER: 2, PRODUCT: 3 };

/** Ways to finish the last word of a text, nearest first, at most so many; nothing for a word not begun. */
export function completionsFor(word: string, entries: readonly SearchEntry[], most: number): Completion[] {
  if (word === "") return [];
  const isFigure = /^\d/.test(word);
  const terms = new Set(isFigure ? entries.flatMap(({ product }) => product.termOptions) : []);
  const found = isFigure ? needsFor(word, terms) : [...purposesFor(word), ...namesFor(word, entries)];
  return found
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        RANK[a.kind] - RANK[b.kind] ||
        a.word.zh.length - b.word.zh.length ||
        (a.word.zh < b.word.zh ? -1 : 1),
    )
    .slice(0, most);
}
