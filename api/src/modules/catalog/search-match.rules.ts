import type { RepaymentMethod } from "@daichao/finance";
import type { ProductCategory } from "./product.states.js";
import { bigramsOf, type SearchDocument, type Sound, soundOf, soundsOf } from "./search-document.rules.js";
import { hasNearRun, lettersMissing, slipsAllowed } from "./search-slip.rules.js";
import type { SearchWish } from "./search-text.rules.js";

/** Points of a word by where it was found; only their order matters to anybody. */
const POINTS = {
  NAME: 40,
  INSTITUTION: 35,
  PURPOSE: 30,
  NAMED_PURPOSE: 20,
  TAGLINE: 15,
  SOUND: 12,
  INITIALS: 10,
  NEAR: 5,
} as const;

/** Half of a phrase's pairs of characters must be there for it to count as the same phrase with a slip in it. */
const MIN_COVERAGE = 0.5;

type Scorer = (document: SearchDocument) => number;

export interface Matcher {
  /** Points of a document; 0 where one of the words that count is not answered. */
  readonly score: Scorer;
  /** Words that no product answers, exactly or nearly: beside words that are understood they do not count. */
  readonly ignored: readonly string[];
}

interface Word {
  readonly text: string;
  readonly score: Scorer | undefined;
}

/**
 * How well each document answers a wish. Exact words count more than sounds; a slip of the keyboard is forgiven only to
 * a word that no product answers exactly. Where nothing at all is understood, nothing is found.
 */
export function matcherOf(wish: SearchWish, documents: readonly SearchDocument[]): Matcher {
  const words: Word[] = [
    ...wish.phrases.map((text) => ({
      text,
      // Two characters with a slip in them sound like almost anything.
      score: answered(
        documents,
        phraseScorer(text),
        looseScorer(text),
        ...(text.length > 2 ? [nearSound(soundOf(text).whole)] : []),
      ),
    })),
    ...wish.leftovers.map((text) => ({ text, score: answered(documents, nameScorer(text)) })),
    ...wish.latin.map((text) => ({ text, score: answered(documents, latinScorer(text), nearSound(text)) })),
  ];
  const ignored = words.filter(({ score }) => score === undefined).map(({ text }) => text);
  const scorers = [
    ...wish.purposes.map(purposeScorer),
    ...wish.methods.map(methodScorer),
    ...words.flatMap(({ score }) => score ?? []),
  ];
  if (scorers.length === 0) return { score: () => 0, ignored };
  return { ignored, score: (document) => total(scorers, document) };
}

/** The points alone. */
export const scorerOf = (wish: SearchWish, documents: readonly SearchDocument[]): Scorer =>
  matcherOf(wish, documents).score;

function total(scorers: readonly Scorer[], document: SearchDocument): number {
  let sum = 0;
  for (const score of scorers) {
    const points = score(document);
    if (points === 0) return 0;
    sum += points;
  }
  return sum;
}

/** The first of these ways to read a word that any document answers. */
const answered = (documents: readonly SearchDocument[], ...ways: readonly Scorer[]): Scorer | undefined =>
  ways.find((score) => documents.some((document) => score(document) > 0));

const purposeScorer =
  (purpose: ProductCategory): Scorer =>
  (document) => {
    if (document.category === purpose) return POINTS.PURPOSE;
    return document.purposes.has(purpose) ? POINTS.NAMED_PURPOSE : 0;
  };

const methodScorer =
  (method: RepaymentMethod): Scorer =>
  ({ methods }) =>
    methods.includes(method) ? POINTS.PURPOSE : 0;

function nameScorer(word: string): Scorer {
  const sound = soundOf(word).whole;
  return ({ name, institution, sounds }) => {
    if (name.includes(word)) return POINTS.NAME;
    if (institution.includes(word)) return POINTS.INSTITUTION;
    return word.length > 1 && sounds.some(({ whole }) => whole.includes(sound)) ? POINTS.SOUND : 0;
  };
}

/** Whether a document's name, lender or purpose sounds like it; what a purpose sounds like is looked at once. */
function heard(isLike: (sound: Sound) => boolean): (document: SearchDocument) => boolean {
  const byCategory = new Map<ProductCategory, boolean>();
  const ofCategory = (category: ProductCategory): boolean => {
    const known = byCategory.get(category) ?? soundsOf(category).some(isLike);
    byCategory.set(category, known);
    return known;
  };
  return (document) => ofCategory(document.category) || document.sounds.some(isLike);
}

function phraseScorer(phrase: string): Scorer {
  const sound = soundOf(phrase).whole;
  const sounds = heard(({ whole }) => whole.includes(sound));
  return (document) => {
    if (document.name.includes(phrase)) return POINTS.NAME;
    if (document.institution.includes(phrase)) return POINTS.INSTITUTION;
    if (document.tagline.includes(phrase)) return POINTS.TAGLINE;
    return phrase.length > 1 && sounds(document) ? POINTS.SOUND : 0;
  };
}

function looseScorer(phrase: string): Scorer {
  const pairs = bigramsOf(phrase);
  return (document) => {
    const found = pairs.filter((pair) => document.bigrams.has(pair)).length;
    return pairs.length > 1 && found / pairs.length >= MIN_COVERAGE
      ? Math.round((POINTS.INITIALS * found) / pairs.length)
      : 0;
  };
}

function latinScorer(word: string): Scorer {
  const sounds = heard(({ whole }) => whole.includes(word));
  const initials = heard((sound) => sound.initials.startsWith(word));
  return (document) => {
    if (document.name.includes(word)) return POINTS.NAME;
    if (document.institution.includes(word)) return POINTS.INSTITUTION;
    if (word.length < 2) return 0;
    if (sounds(document)) return POINTS.SOUND;
    return initials(document) ? POINTS.INITIALS : 0;
  };
}

function nearSound(word: string): Scorer {
  const slips = slipsAllowed(word);
  if (slips === 0) return () => 0;
  const known = new Map<Sound, boolean>();
  const isNear = (sound: Sound): boolean => {
    const before = known.get(sound);
    if (before !== undefined) return before;
    const near = lettersMissing(word, sound.letters) <= slips && hasNearRun(word, sound, slips);
    known.set(sound, near);
    return near;
  };
  const sounds = heard(isNear);
  return (document) => (sounds(document) ? POINTS.NEAR : 0);
}
