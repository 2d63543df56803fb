/** Something a person did with a product: how much it says, and how long ago. */
export interface Act {
  readonly productId: string;
  readonly weight: number;
  readonly ageDays: number;
}

/** Two products that the same people looked at; 0 to 1, the same both ways. */
export interface ProductPair {
  readonly productId: string;
  readonly otherId: string;
  readonly similarity: number;
  /** How many people did something with both. */
  readonly together: number;
}

/** What an interest says halves in so many days. */
export const halfLifeDays = 14;
/** So many people in common make half of a likeness believed. */
const shrinkage = 5;
/** So much interest makes half of the full affinity: one fresh comparison and a look, for instance. */
const halfway = 3;
const kept = 20;

/** What an act still says: half after 14 days, a quarter after 28. An act from the future counts as fresh. */
export const remaining = ({ weight, ageDays }: Act): number => weight * 0.5 ** (Math.max(0, ageDays) / halfLifeDays);

/** People of whom only counts are known: each did something, worth one, with a product, or with both of a pair. */
export interface CountedPair {
  readonly productId: string;
  readonly otherId: string;
  readonly together: number;
  /** Who did something with the first, the second included or not. */
  readonly ofProduct: number;
  readonly ofOther: number;
}

/**
 * Likeness of products by the people they share: cosine of what each person did, drawn towards nothing where few
 * people did both. Each product keeps its nearest twenty. `counted` adds people nobody may look at one by one.
 */
export function pairsOf(
  people: readonly ReadonlyMap<string, number>[],
  counted: readonly CountedPair[] = [],
): ProductPair[] {
  const norms = new Map<string, number>();
  const shared = new Map<string, Map<string, { dot: number; together: number }>>();
  for (const acts of people) {
    for (const [productId, weight] of acts) {
      norms.set(productId, (norms.get(productId) ?? 0) + weight ** 2);
      for (const [otherId, other] of acts) if (otherId !== productId) add(shared, productId, otherId, weight * other);
    }
  }
  const counts = new Map(
    counted.flatMap(({ productId, otherId, ofProduct, ofOther }) => [
      [productId, ofProduct],
      [otherId, ofOther],
    ]),
  );
  for (const [productId, count] of counts) norms.set(productId, (norms.get(productId) ?? 0) + count);
  for (const { productId, otherId, together } of counted) {
    add(shared, productId, otherId, together, together);
    add(shared, otherId, productId, together, together);
  }
  return [...shared].flatMap(([productId, others]) =>
    [...others]
      .map(([otherId, { dot, together }]): ProductPair => {
        // Counts from outside may not fit each other: nothing is liker than itself.
        const cosine = Math.min(1, dot / Math.sqrt((norms.get(productId) ?? 1) * (norms.get(otherId) ?? 1)));
        return { productId, otherId, together, similarity: (cosine * together) / (together + shrinkage) };
      })
      .sort((a, b) => b.similarity - a.similarity || (a.otherId < b.otherId ? -1 : 1))
      .slice(0, kept),
  );
}

function add(
  shared: Map<string, Map<string, { dot: number; together: number }>>,
  productId: string,
  otherId: string,
  product: number,
  people = 1,
): void {
  const others = shared.get(productId) ?? new Map<string, { dot: number; together: number }>();
  const sum = others.get(otherId) ?? { dot: 0, together: 0 };
  others.set(otherId, { dot: sum.dot + product, together: sum.together + people });
  shared.set(productId, others);
}

/** How much of a product's affinity came from what was done with one product, itself included. */
export interface AffinitySource {
  readonly productId: string;
  readonly share: number;
}

export interface Affinity {
  /** 0 to 1. */
  readonly value: number;
  /** Shares add up to 1; largest first. */
  readonly sources: readonly AffinitySource[];
}

export type Neighbours = ReadonlyMap<string, readonly Pick<ProductPair, "otherId" | "similarity">[]>;

/** What a trail says about products: those acted on and their likes. Products it says nothing about are absent. */
export function affinitiesOf(acts: readonly Act[], neighbours: Neighbours): Map<string, Affinity> {
  const strengths = new Map<string, number>();
  for (const act of acts) strengths.set(act.productId, (strengths.get(act.productId) ?? 0) + remaining(act));
  const gathered = new Map<string, Map<string, number>>();
  const give = (productId: string, from: string, amount: number) => {
    const sources = gathered.get(productId) ?? new Map<string, number>();
    sources.set(from, (sources.get(from) ?? 0) + amount);
    gathered.set(productId, sources);
  };
  for (const [productId, strength] of strengths) {
    give(productId, productId, strength);
    for (const { otherId, similarity } of neighbours.get(productId) ?? [])
      give(otherId, productId, strength * similarity);
  }
  return new Map([...gathered].map(([productId, sources]) => [productId, affinityOf(sources)]));
}

function affinityOf(sources: ReadonlyMap<string, number>): Affinity {
  const total = [...sources.values()].reduce((sum, amount) => sum + amount, 0);
  const shares = [...sources].map(([productId, amount]) => ({ productId, share: total === 0 ? 0 : amount / total }));
  return { value: total / (total + halfway), sources: shares.sort((a, b) => b.share - a.share) };
}
