/** A small seeded generator (mulberry32): the same seed gives the same numbers everywhere; not for secrets. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Assigns every case a fold from 0 to folds − 1 with equal shares of bads in each; the same seed gives the same folds. */
export function stratifiedFolds(isBad: Uint8Array, folds: number, seed: number): Uint8Array {
  const random = seeded(seed);
  const foldOf = new Uint8Array(isBad.length);
  for (const outcome of [0, 1]) {
    const members = Array.from(isBad.keys()).filter((row) => isBad[row] === outcome);
    for (let index = members.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [members[index], members[other]] = [members[other] ?? 0, members[index] ?? 0];
    }
    for (const [position, row] of members.entries()) foldOf[row] = position % folds;
  }
  return foldOf;
}
