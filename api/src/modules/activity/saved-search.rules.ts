/** A search as it is kept: the filter with its amounts as text, and what of its hits has been seen. */
import type { Ppm } from "@daichao/finance";
import type { ProductSearchService, ProductView } from "../catalog/index.js";
import { ProductAlertKind } from "./saved-search.states.js";

/** What the product list is narrowed by. */
export type ProductFilter = Parameters<ProductSearchService["search"]>[0];

const MONEY = ["amount", "maxMonthlyPayment", "maxTotalCost"] as const;
type MoneyField = (typeof MONEY)[number];

/** A filter as plain JSON: amounts are fen as text. */
export type KeptFilter = Omit<ProductFilter, MoneyField | "ids"> & { readonly [Field in MoneyField]?: string | null };

const isSaid = (value: unknown): boolean =>
  value != null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Leaves out what narrows nothing, so that equal searches are kept equally. Picked ids are no part of a search. */
export function keptOf({ ids: _, ...filter }: ProductFilter): KeptFilter {
  const amounts = Object.fromEntries(MONEY.map((field) => [field, filter[field]?.toString()]));
  const kept = { ...filter, text: filter.text?.trim(), ...amounts };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => isSaid(value)));
}

export function filterOf(kept: KeptFilter): ProductFilter {
  const amounts = MONEY.flatMap((field) => {
    const text = kept[field];
    return text == null ? [] : [[field, BigInt(text)] as const];
  });
  return { ...kept, ...Object.fromEntries(amounts) } as ProductFilter;
}

/** A hit as it was when the search was last opened. */
export interface SeenHit {
  readonly productId: string;
  readonly versionId: string;
}

export interface SearchChanges {
  readonly newCount: number;
  readonly changedCount: number;
  readonly goneCount: number;
}

/** What has happened to the hits since they were last seen. */
export function changesSince(
  seen: readonly SeenHit[],
  now: readonly Pick<ProductView, "id" | "versionId">[],
): SearchChanges {
  const before = new Map(seen.map(({ productId, versionId }) => [productId, versionId]));
  const present = new Set(now.map(({ id }) => id));
  return {
    newCount: now.filter(({ id }) => !before.has(id)).length,
    changedCount: now.filter(({ id, versionId }) => before.has(id) && before.get(id) !== versionId).length,
    goneCount: seen.filter(({ productId }) => !present.has(productId)).length,
  };
}

/** What was published, beside the version before it; undefined where it is the first. */
export interface Published {
  readonly now: { readonly annualCostMax: Ppm };
  readonly before: { readonly annualCostMax: Ppm } | undefined;
}

/** Whether the dearest annual cost fell. */
export const isCheaper = ({ now, before }: Published): boolean =>
  before !== undefined && now.annualCostMax < before.annualCostMax;

/**
 * What a published version is to somebody whose search it answers: a product that did not answer it before (because it
 * is new, or lends more, or at other terms), one whose dearest annual cost fell, or nothing worth a word. A product that
 * comes back to the shelf unchanged is neither.
 */
export function alertKindOf(published: Published, hasAnsweredBefore: boolean): ProductAlertKind | null {
  if (!hasAnsweredBefore) return ProductAlertKind.NEW_MATCH;
  return isCheaper(published) ? ProductAlertKind.COST_FELL : null;
}
