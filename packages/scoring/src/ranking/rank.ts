/** What a ranking looks at. All figures from 0 to 1. What anybody pays for attention is not among them. */
export interface RankCandidate {
  readonly id: string;
  readonly institutionId: string;
  /** Chance of approval. */
  readonly chance: number;
  /** 1 costs nothing. */
  readonly cost: number;
  /** Nearness to what this person looked at. */
  readonly affinity: number;
  /** Whether it is made for the stated purpose. */
  readonly purpose: number;
  readonly term: number;
  readonly limit: number;
  /** Share of customers who complained. */
  readonly complaints: number;
}

export const rankTerms = ["cost", "affinity", "purpose", "term", "limit"] as const;
export type RankTerm = (typeof rankTerms)[number];
export type RankWeights = Readonly<Record<RankTerm | "complaints", number>>;
/** Whole points; `complaints` is never above 0. */
export type RankComponents = Readonly<Record<RankTerm | "complaints", number>>;

export interface Ranked<Candidate extends RankCandidate = RankCandidate> {
  readonly candidate: Candidate;
  readonly components: RankComponents;
  /** Exactly the sum of the components. */
  readonly score: number;
}

/** A million points are a certain approval at the full weight of one term. */
const points = 1_000_000;

/** No institution fills the head of a list. */
export const diversity = { head: 5, perInstitution: 2 } as const;

/** chance × (weighted terms) − complaints, each part rounded to whole points first so that the parts are the sum. */
export function componentsOf(candidate: RankCandidate, weights: RankWeights): RankComponents {
  const part = (term: RankTerm) => Math.round(points * candidate.chance * weights[term] * candidate[term]);
  return {
    cost: part("cost"),
    affinity: part("affinity"),
    purpose: part("purpose"),
    term: part("term"),
    limit: part("limit"),
    complaints: -Math.round(points * weights.complaints * candidate.complaints),
  };
}

export const sumOf = (parts: RankComponents): number =>
  parts.cost + parts.affinity + parts.purpose + parts.term + parts.limit + parts.complaints;

/** Best first; equal scores by id, so that the order is total and the same everywhere. */
export const byScore = (a: Ranked, b: Ranked): number =>
  b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1);

/**
 * The organic order: by score, except that among the first five no institution stands more than twice while another
 * one is left. Ranking any head of an order again gives the same head, so an order can be rebuilt from what was shown.
 */
export function rank<Candidate extends RankCandidate>(
  candidates: readonly Candidate[],
  weights: RankWeights,
): Ranked<Candidate>[] {
  const scored = candidates.map((candidate): Ranked<Candidate> => {
    const components = componentsOf(candidate, weights);
    return { candidate, components, score: sumOf(components) };
  });
  scored.sort(byScore);
  return spread(scored);
}

function spread<Candidate extends RankCandidate>(scored: readonly Ranked<Candidate>[]): Ranked<Candidate>[] {
  const left = [...scored];
  const head: Ranked<Candidate>[] = [];
  const taken = new Map<string, number>();
  while (head.length < diversity.head && left.length > 0) {
    const at = left.findIndex(({ candidate }) => (taken.get(candidate.institutionId) ?? 0) < diversity.perInstitution);
    const [next] = left.splice(Math.max(0, at), 1);
    if (next === undefined) break;
    const { institutionId } = next.candidate;
    taken.set(institutionId, (taken.get(institutionId) ?? 0) + 1);
    head.push(next);
  }
  return [...head, ...left];
}
