import {
  componentsOf,
  type RankCandidate,
  type Ranked,
  type RankTerm,
  type RankWeights,
  rankTerms,
  sumOf,
} from "./rank.ts";

/** A term that brought a candidate up, and by how many places. */
export interface Mover {
  readonly term: RankTerm | "chance" | "complaints";
  readonly places: number;
}

const allTerms = ["chance", ...rankTerms, "complaints"] as const;

/**
 * Why candidates stand where they stand. A term counts only where it moved something: with the middle value of all
 * candidates in its place, the candidate would have stood lower. Most places first.
 */
export class Movers {
  private readonly middles: Readonly<Record<Mover["term"], number>>;
  private readonly scores: Float64Array;
  private readonly weights: RankWeights;

  constructor(ranked: readonly Ranked[], weights: RankWeights) {
    this.weights = weights;
    this.scores = figuresOf(ranked, ({ score }) => score).sort();
    const middle = (term: Mover["term"]): number => middleOf(figuresOf(ranked, ({ candidate }) => candidate[term]));
    this.middles = {
      chance: middle("chance"),
      cost: middle("cost"),
      affinity: middle("affinity"),
      purpose: middle("purpose"),
      term: middle("term"),
      limit: middle("limit"),
      complaints: middle("complaints"),
    };
  }

  of({ candidate, score }: Ranked): Mover[] {
    const now = this.above(score);
    const movers = allTerms.map((term) => {
      const without = this.scoreWithout(candidate, term);
      // Its own score of now is among the higher ones then, and nobody stands above themselves.
      return { term, places: this.above(without) - now - (without < score ? 1 : 0) };
    });
    return movers.filter(({ places }) => places > 0).sort((a, b) => b.places - a.places);
  }

  private scoreWithout(candidate: RankCandidate, term: Mover["term"]): number {
    return sumOf(componentsOf({ ...candidate, [term]: this.middles[term] }, this.weights));
  }

  /** How many scores are higher than this one. */
  private above(score: number): number {
    let [low, high] = [0, this.scores.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.scores[middle] ?? 0) > score) high = middle;
      else low = middle + 1;
    }
    return this.scores.length - low;
  }
}

// Filled by hand: Float64Array.from with a mapper takes ten times as long.
function figuresOf(ranked: readonly Ranked[], figureOf: (one: Ranked) => number): Float64Array {
  const values = new Float64Array(ranked.length);
  for (let index = 0; index < ranked.length; index += 1) {
    const one = ranked[index];
    if (one !== undefined) values[index] = figureOf(one);
  }
  return values;
}

/** What would stand at half the length once sorted, found without sorting the rest; the values are moved about. */
function middleOf(values: Float64Array): number {
  const wanted = values.length >> 1;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const moved = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = moved;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return values[wanted] ?? 0;
}
