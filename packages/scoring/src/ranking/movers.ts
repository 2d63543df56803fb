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
    this.scores = sorted(ranked, ({ score }) => score);
    const middle = (term: Mover["term"]): number =>
      sorted(ranked, ({ candidate }) => candidate[term])[ranked.length >> 1] ?? 0;
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
    const movers = allTerms.map((term) => ({ term, places: this.above(this.scoreWithout(candidate, term)) - now }));
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
function sorted(ranked: readonly Ranked[], figureOf: (one: Ranked) => number): Float64Array {
  const values = new Float64Array(ranked.length);
  for (let index = 0; index < ranked.length; index += 1) {
    const one = ranked[index];
    if (one !== undefined) values[index] = figureOf(one);
  }
  return values.sort();
}
