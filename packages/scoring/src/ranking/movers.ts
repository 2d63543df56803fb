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

  constructor(
    ranked: readonly Ranked[],
    private readonly weights: RankWeights,
  ) {
    this.scores = Float64Array.from(ranked, ({ score }) => score).sort();
    const middle = (term: Mover["term"]): number => {
      const values = Float64Array.from(ranked, ({ candidate }) => candidate[term]).sort();
      return values[values.length >> 1] ?? 0;
    };
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
