/** Whether two pictures show the same thing, whatever format, size or quality they were saved in. */

/** A difference hash of 16 rows by 16 neighbours: 256 bits. */
export const HASH_SIDE = 16;
const BAND_BITS = 16;
/** Saving anew, shrinking or another quality changes a few bits; another photo changes scores of them. */
const MAX_DISTANCE = 14;
/** Neighbours that differ by less are alike: paper is not a picture. */
const MARGIN = 3;

/**
 * The hash of grey levels, `HASH_SIDE` rows of `HASH_SIDE + 1`, as 64 hex digits; null for a picture of hardly anything,
 * which would be like every other one.
 */
export function pictureHash(levels: Uint8Array): string | null {
  const wide = HASH_SIDE + 1;
  let bits = "";
  let set = 0;
  for (let row = 0; row < HASH_SIDE; row += 1)
    for (let column = 0; column < HASH_SIDE; column += 1) {
      const at = row * wide + column;
      const isDarker = (levels[at] ?? 0) + MARGIN < (levels[at + 1] ?? 0);
      bits += isDarker ? "1" : "0";
      if (isDarker) set += 1;
    }
  if (set < HASH_SIDE) return null;
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
}

/**
 * Sixteen pieces of the hash, each with its place, without empty ones. Two hashes that differ in fewer bits than there
 * are pieces share one: an index over the pieces finds every near hash.
 */
export function bandsOf(hash: string): number[] {
  const pieces = hash.match(/.{4}/g) ?? [];
  return pieces.flatMap((piece, place) => {
    const value = Number.parseInt(piece, 16);
    return value === 0 ? [] : [place * 2 ** BAND_BITS + value];
  });
}

const ones = (nibble: number): number => [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4][nibble] ?? 0;

export function distance(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1)
    count += ones(Number.parseInt(a[at] ?? "0", 16) ^ Number.parseInt(b[at] ?? "0", 16));
  return count;
}

export const isSamePicture = (a: string, b: string): boolean => distance(a, b) <= MAX_DISTANCE;
