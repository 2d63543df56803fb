import { bigramsOf, type SearchDocument, type Sound, soundOf } from "./search-document.rules.js";
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

/**
 * How well each document answers a wish: points, or 0 where one of its words is not answered. Exact words count
 * more than sounds; a slip of the keyboard is forgiven only to a word that no product answers exactly.
 */
export function scorerOf(wish: SearchWish, documents: readonly SearchDocument[]): Scorer {
  const scorers = [
    ...wish.purposes.map(
      (purpose): Scorer =>
        (document) => {
          if (document.category === purpose) return POINTS.PURPOSE;
          return document.purposes.has(purpose) ? POINTS.NAMED_PURPOSE : 0;
        },
    ),
    ...wish.phrases.map((phrase) => forgiving(phraseScorer(phrase), nearSound(soundOf(phrase).whole), documents)),
    ...wish.latin.map((word) => forgiving(latinScorer(word), nearSound(word), documents)),
  ];
  return (document) => {
    let total = 0;
    for (const score of scorers) {
      const points = score(document);
      if (points === 0) return 0;
      total += points;
    }
    return total;
  };
}

function forgiving(exact: Scorer, near: Scorer, documents: readonly SearchDocument[]): Scorer {
  return documents.some((document) => exact(document) > 0) ? exact : near;
}

function phraseScorer(phrase: string): Scorer {
  const pairs = bigramsOf(phrase);
  const sound = soundOf(phrase).whole;
  return (document) => {
    if (document.name.includes(phrase)) return POINTS.NAME;
    if (document.institution.includes(phrase)) return POINTS.INSTITUTION;
    if (document.tagline.includes(phrase)) return POINTS.TAGLINE;
    if (pairs.length > 0 && document.sounds.some(({ whole }) => whole.includes(sound))) return POINTS.SOUND;
    const found = pairs.filter((pair) => document.bigrams.has(pair)).length;
    return pairs.length > 1 && found / pairs.length >= MIN_COVERAGE
      ? Math.round((POINTS.INITIALS * found) / pairs.length)
      : 0;
  };
}

function latinScorer(word: string): Scorer {
  return (document) => {
    if (document.name.includes(word)) return POINTS.NAME;
    if (document.institution.includes(word)) return POINTS.INSTITUTION;
    if (word.length < 2) return 0;
    if (document.sounds.some(({ whole }) => whole.includes(word))) return POINTS.SOUND;
    return document.sounds.some(({ initials }) => initials.startsWith(word)) ? POINTS.INITIALS : 0;
  };
}

// One slip in five letters, two in nine: shorter words have too many neighbours.
function nearSound(word: string): Scorer {
  const slips = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
  if (slips === 0) return () => 0;
  const known = new Map<Sound, boolean>();
  const isNear = (sound: Sound): boolean => {
    const before = known.get(sound);
    if (before !== undefined) return before;
    const near = runsOf(sound, word.length, slips).some((run) => slipsBetween(run, word, slips) <= slips);
    known.set(sound, near);
    return near;
  };
  return (document) => (document.sounds.some(isNear) ? POINTS.NEAR : 0);
}

/** Runs of whole syllables about as long as a word. */
function runsOf({ whole, starts }: Sound, length: number, slack: number): string[] {
  return starts.flatMap((from) =>
    starts.filter((to) => Math.abs(to - from - length) <= slack && to > from).map((to) => whole.slice(from, to)),
  );
}

/** Letters to add, drop, change or swap with a neighbour to make one word of the other; anything above `limit` is only "more". */
export function slipsBetween(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
