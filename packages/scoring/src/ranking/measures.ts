/**
 * Normalised discounted cumulative gain of the first `k`: 1 when everything wanted stands first, 0 when nothing does.
 * A wanted item counts 1 ÷ log2(place + 1).
 */
export function ndcg(order: readonly string[], wanted: ReadonlySet<string>, k = 10): number {
  if (wanted.size === 0) return 0;
  const gain = (place: number) => 1 / Math.log2(place + 2);
  const found = order.slice(0, k).reduce((sum, id, place) => sum + (wanted.has(id) ? gain(place) : 0), 0);
  const best = Array.from({ length: Math.min(k, wanted.size) }, (_, place) => gain(place));
  return found / best.reduce((sum, value) => sum + value, 0);
}

/** Products by how often they were chosen, most first; ties by id. */
export function byPopularity(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([id]) => id);
}

/** Mean of a figure over the first `k` of an order; NaN for an empty one. */
export function meanOfTop(order: readonly string[], figureOf: (id: string) => number, k = 5): number {
  const head = order.slice(0, k);
  return head.reduce((sum, id) => sum + figureOf(id), 0) / head.length;
}
