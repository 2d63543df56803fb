import { mostPicked } from "../../features/catalog/picks.ts";
import { methods } from "../../features/catalog/product-search.ts";
import type { RepaymentMethod } from "../../gql/graphql.ts";
import type { Need } from "../../lib/need.ts";
import { amountIn, firstNeed, needLimits, termIn, wholeWithin } from "../../lib/need.ts";

/** Everything the comparison shows depends on this, and all of it stands in the address. */
export interface Comparison {
  /** Readable addresses or ids of the products, in the order of the columns. */
  readonly keys: readonly string[];
  /** The version of each that was seen when the address was made; null where nobody said. */
  readonly versions: readonly (number | null)[];
  readonly need: Need;
  /** Null leaves it to each product's first. */
  readonly method: RepaymentMethod | null;
  readonly onlyDifferences: boolean;
}

const listIn = (params: URLSearchParams, name: string): string[] => (params.get(name) ?? "").split(",");

/** Reads the address; what it does not understand is left out, and so is a fifth product. */
export function readComparison(params: URLSearchParams): Comparison {
  const seen = listIn(params, "v");
  const columns = new Map<string, number | null>();
  for (const [at, key] of listIn(params, "ids").entries())
    if (key !== "" && !columns.has(key)) columns.set(key, wholeWithin(seen[at] ?? null, 1, 1_000_000));
  const kept = [...columns].slice(0, mostPicked);
  return {
    keys: kept.map(([key]) => key),
    versions: kept.map(([, version]) => version),
    need: {
      amount: Math.max(needLimits.min, amountIn(params) ?? firstNeed.amount),
      term: termIn(params) ?? firstNeed.term,
    },
    method: methods.find((method) => method === params.get("method")) ?? null,
    onlyDifferences: params.get("only") === "1",
  };
}

/** Writes the address; equal comparisons have equal addresses. */
export function writeComparison({ keys, versions, need, method, onlyDifferences }: Comparison): URLSearchParams {
  const params = new URLSearchParams({ ids: keys.join(","), amount: String(need.amount), term: String(need.term) });
  if (method !== null) params.set("method", method);
  if (onlyDifferences) params.set("only", "1");
  if (versions.some((version) => version !== null)) params.set("v", versions.map((one) => one ?? "").join(","));
  return params;
}

/** The same with other products; what was seen of those that stay is kept. */
export function withColumns(comparison: Comparison, keys: readonly string[]): Comparison {
  const seen = new Map(comparison.keys.map((key, at) => [key, comparison.versions[at] ?? null]));
  return { ...comparison, keys, versions: keys.map((key) => seen.get(key) ?? null) };
}

/** The same with the versions that are on show now. */
export function seenIn(
  comparison: Comparison,
  columns: readonly { readonly key: string; readonly product: { readonly version: number } | null }[],
): Comparison {
  const shown = new Map(columns.map(({ key, product }) => [key, product?.version ?? null]));
  return { ...comparison, versions: comparison.keys.map((key) => shown.get(key) ?? null) };
}
