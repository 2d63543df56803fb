/** One slip in five letters, two in nine: shorter words have too many neighbours. */
export const slipsAllowed = (word: string): number => (word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0);

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

const A = "a".charCodeAt(0);
/** A letter's own bit; whatever is no letter shares one. */
const bitOf = (code: number): number => 1 << (code >= A && code < A + 26 ? code - A : 26);

/** Which letters occur in a text, one bit each. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= bitOf(text.charCodeAt(at));
  return letters;
}

/** How many letters of a word do not occur among those: each costs a slip at least. */
export function lettersMissing(word: string, letters: number): number {
  let missing = 0;
  for (let at = 0; at < word.length; at += 1) if ((letters & bitOf(word.charCodeAt(at))) === 0) missing += 1;
  return missing;
}

const FAR = 250;
let rows = [new Uint8Array(128), new Uint8Array(128), new Uint8Array(128)] as const;

/**
 * Whether some run of whole syllables is within so many slips of a word: one table for all runs, which may begin and
 * end at syllables only.
 */
export function hasNearRun(
  word: string,
  { whole, starts }: { readonly whole: string; readonly starts: readonly number[] },
  limit: number,
): boolean {
  const width = whole.length + 1;
  if (width > rows[0].length) rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  let [older, previous, current] = rows;
  previous.fill(FAR, 0, width);
  for (const start of starts) previous[start] = 0;
  // A run may begin with letters that were not typed.
  for (let j = 1; j < width; j += 1) previous[j] = Math.min(previous[j] ?? FAR, (previous[j - 1] ?? FAR) + 1, FAR);
  for (let i = 1; i <= word.length; i += 1) {
    const letter = word.charCodeAt(i - 1);
    const before = word.charCodeAt(i - 2);
    let least = Math.min(FAR, (previous[0] ?? FAR) + 1);
    current[0] = least;
    for (let j = 1; j < width; j += 1) {
      const sounded = whole.charCodeAt(j - 1);
      let best = (previous[j - 1] ?? FAR) + (letter === sounded ? 0 : 1);
      best = Math.min(best, (previous[j] ?? FAR) + 1, (current[j - 1] ?? FAR) + 1, FAR);
      if (i > 1 && j > 1 && letter === whole.charCodeAt(j - 2) && before === sounded)
        best = Math.min(best, (older[j - 2] ?? FAR) + 1);
      current[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return false;
    [older, previous, current] = [previous, current, older];
  }
  return starts.some((end) => end > 0 && (previous[end] ?? FAR) <= limit);
}
