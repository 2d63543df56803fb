import type { Fen, Ppm, RepaymentMethod } from "@daichao/finance";
import type { LicenceKind } from "../institutions/index.js";
import type { ProductCategory } from "./product.states.js";
import { ProductSort } from "./product.states.js";
import type { ProductView } from "./product-view.rules.js";
import { type Ask, isOfWish, nearestAsk } from "./quote.rules.js";
import type { SearchDocument } from "./search-document.rules.js";
import type { SearchWish } from "./search-text.rules.js";

/** What people narrow the list by. Empty lists narrow nothing, except `ids`. */
export interface ProductFilter {
  readonly text?: string | null;
  readonly amount?: Fen | null;
  readonly termCount?: number | null;
  readonly maxAnnualCost?: Ppm | null;
  readonly maxMonthlyPayment?: Fen | null;
  readonly maxTotalCost?: Fen | null;
  readonly institutionIds?: readonly string[] | null;
  readonly categories?: readonly ProductCategory[] | null;
  readonly methods?: readonly RepaymentMethod[] | null;
  readonly licenceKinds?: readonly LicenceKind[] | null;
  readonly ids?: readonly string[] | null;
}

/** A published product prepared for search. */
export interface SearchEntry {
  readonly product: ProductView;
  readonly document: SearchDocument;
  /** Products with the same one cost the same for the same ask. */
  readonly costKey: string;
}

export interface CostFigures {
  readonly totalCost: Fen;
  readonly annualCost: Ppm;
  readonly highestPayment: Fen;
}

/** What a search is run with. */
export interface SearchGround {
  readonly today: string;
  readonly costOf: (entry: SearchEntry, ask: Ask) => CostFigures;
  /** Points of an entry for the text's words; 0 where the text does not match. */
  readonly pointsOf: (entry: SearchEntry) => number;
  /** Words of the text that no product answers. */
  readonly ignored: readonly string[];
  readonly wish: SearchWish;
}

/** Where an item stands in its list: the sort, two figures, and the product's id for ties. */
export type SortKey = readonly [sort: string, first: number, second: number, id: string];

export interface Hit {
  readonly entry: SearchEntry;
  readonly ask: Ask;
  readonly key: SortKey;
}

const noLimit = (list: readonly unknown[] | null | undefined): boolean => !list || list.length === 0;
const allows = <T>(list: readonly T[] | null | undefined, value: T): boolean =>
  !list || list.length === 0 || list.includes(value);

/** The loan a searcher is shown for a product: what was asked, or the product's nearest. */
export function askFor(
  product: ProductView,
  filter: ProductFilter,
  { wish, today }: Pick<SearchGround, "wish" | "today">,
): Ask {
  const amount = filter.amount ?? wish.amount;
  const termCount = filter.termCount ?? wish.termCount;
  const method = noLimit(filter.methods)
    ? undefined
    : product.repaymentMethods.find((known) => allows(filter.methods, known));
  return nearestAsk(product, { amount, termCount, method, startOn: today }).ask;
}

/** The tests of a filter that stand for themselves; costs depend on the ask and come apart. */
const tests = {
  institutions: (filter: ProductFilter, { product }: SearchEntry) =>
    allows(filter.institutionIds, product.institutionId),
  categories: (filter: ProductFilter, { product }: SearchEntry) => allows(filter.categories, product.category),
  methods: (filter: ProductFilter, { product }: SearchEntry) =>
    noLimit(filter.methods) || product.repaymentMethods.some((method) => allows(filter.methods, method)),
  licenceKinds: (filter: ProductFilter, { product }: SearchEntry) =>
    allows(filter.licenceKinds, product.institution.licenceKind),
  termOptions: (filter: ProductFilter, { product }: SearchEntry) =>
    filter.termCount == null || product.termOptions.includes(filter.termCount),
} as const;
export type FacetName = keyof typeof tests;
const FACETS: readonly FacetName[] = ["institutions", "categories", "methods", "licenceKinds", "termOptions"];

/** The tests that this filter does not pass anyway. */
function askedTests({ institutionIds, categories, methods, licenceKinds, termCount }: ProductFilter) {
  const isOpen: Record<FacetName, boolean> = {
    institutions: noLimit(institutionIds),
    categories: noLimit(categories),
    methods: noLimit(methods),
    licenceKinds: noLimit(licenceKinds),
    termOptions: termCount == null,
  };
  return FACETS.filter((name) => !isOpen[name]).map((name) => tests[name]);
}

function fitsRest({ product }: SearchEntry, filter: ProductFilter): boolean {
  const { ids, amount } = filter;
  return (
    (!ids || ids.includes(product.id)) &&
    (amount == null || (amount >= product.amountMin && amount <= product.amountMax))
  );
}

function fitsCosts(entry: SearchEntry, filter: ProductFilter, ground: SearchGround): boolean {
  const { maxAnnualCost, maxMonthlyPayment, maxTotalCost } = filter;
  if (!limitsCosts(filter)) return true;
  const cost = ground.costOf(entry, askFor(entry.product, filter, ground));
  return (
    (maxAnnualCost == null || cost.annualCost <= maxAnnualCost) &&
    (maxMonthlyPayment == null || cost.highestPayment <= maxMonthlyPayment) &&
    (maxTotalCost == null || cost.totalCost <= maxTotalCost)
  );
}

const WISH_POINTS = 100;

function pointsWithWish(entry: SearchEntry, ground: SearchGround): number {
  const { amount, termCount } = ground.wish;
  const { amountMin, amountMax, termOptions } = entry.product;
  const fitsAmount = amount !== undefined && amount >= amountMin && amount <= amountMax;
  const fitsTerm = termCount !== undefined && termOptions.includes(termCount);
  return ground.pointsOf(entry) + (fitsAmount ? WISH_POINTS : 0) + (fitsTerm ? WISH_POINTS : 0);
}

function keyOf(entry: SearchEntry, ask: Ask, filter: ProductFilter, sort: ProductSort, ground: SearchGround): SortKey {
  const { product } = entry;
  // Yuan compare for one loan only: who does not lend it stands behind those who do.
  const byYuan = (yuan: Fen): readonly [number, number] => {
    const { wish } = ground;
    const loan = { amount: filter.amount ?? wish.amount, termCount: filter.termCount ?? wish.termCount };
    return [isOfWish(ask, loan) ? 0 : 1, Number(yuan)];
  };
  const figures = (): readonly [number, number] => {
    switch (sort) {
      case ProductSort.RELEVANCE:
        return [-pointsWithWish(entry, ground), product.annualCost.max];
      case ProductSort.TOTAL_COST:
        return byYuan(ground.costOf(entry, ask).totalCost);
      case ProductSort.ANNUAL_COST:
        return [ground.costOf(entry, ask).annualCost, 0];
      case ProductSort.MONTHLY_PAYMENT:
        return byYuan(ground.costOf(entry, ask).highestPayment);
      case ProductSort.AMOUNT_MAX:
        return [-Number(product.amountMax), 0];
      case ProductSort.SPEED:
        return [product.disbursementHours, 0];
      case ProductSort.NEWEST:
        return [-(product.publishedAt?.getTime() ?? 0), 0];
    }
  };
  return [sort, ...figures(), product.id];
}

export function compareKeys(a: SortKey, b: SortKey): number {
  return a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);
}

/** Every product that passes the filter, in the order of the sort; ties by product id, so the order is total. */
export function hitsOf(
  entries: readonly SearchEntry[],
  filter: ProductFilter,
  sort: ProductSort,
  ground: SearchGround,
): Hit[] {
  const hits: Hit[] = [];
  const asked = askedTests(filter);
  for (const entry of entries) {
    const passes =
      asked.every((test) => test(filter, entry)) &&
      fitsRest(entry, filter) &&
      ground.pointsOf(entry) > 0 &&
      fitsCosts(entry, filter, ground);
    if (!passes) continue;
    const ask = askFor(entry.product, filter, ground);
    hits.push({ entry, ask, key: keyOf(entry, ask, filter, sort, ground) });
  }
  return hits.sort((a, b) => compareKeys(a.key, b.key));
}

/** The page that follows a position, whether or not the item that stood there is still listed. */
export function hitsAfter(hits: readonly Hit[], position: SortKey | null, count: number): readonly Hit[] {
  if (!position) return hits.slice(0, count);
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const hit = hits[middle];
    if (hit && compareKeys(hit.key, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return hits.slice(low, low + count);
}

export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** What each value of a facet would leave, all other filters standing: the count of the list with that value chosen alone. */
export function facetsOf(entries: readonly SearchEntry[], filter: ProductFilter, ground: SearchGround): FacetCounts {
  const counts: Record<FacetName, Map<string, number>> = {
    institutions: new Map(),
    categories: new Map(),
    methods: new Map(),
    licenceKinds: new Map(),
    termOptions: new Map(),
  };
  const add = (name: FacetName, value: string) => counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  for (const entry of entries) {
    if (!fitsRest(entry, filter) || ground.pointsOf(entry) === 0) continue;
    const failed = FACETS.filter((name) => !tests[name](filter, entry));
    if (failed.length > 1) continue;
    const open = failed.length === 0 ? FACETS : failed;
    for (const name of open) for (const value of valuesOf(name, entry, filter, ground)) add(name, String(value));
  }
  return counts;
}

/** Amounts at which the list of products that lend changes, rising. */
export function amountBounds(entries: readonly SearchEntry[]): readonly Fen[] {
  const bounds = new Set(entries.flatMap(({ product }) => [product.amountMin, product.amountMax + 1n]));
  return [...bounds].sort((a, b) => (a < b ? -1 : 1));
}

/** The filter in whose place this one may stand where only counts matter: amounts between two bounds leave the same products. */
export function countedAs(filter: ProductFilter, bounds: readonly Fen[]): ProductFilter {
  const { amount } = filter;
  if (amount == null || limitsCosts(filter)) return filter;
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? 0n) <= amount) low = middle + 1;
    else high = middle;
  }
  return { ...filter, amount: bounds[low - 1] ?? 0n };
}

const limitsCosts = ({ maxAnnualCost, maxMonthlyPayment, maxTotalCost }: ProductFilter): boolean =>
  maxAnnualCost != null || maxMonthlyPayment != null || maxTotalCost != null;

function valuesOf(
  name: FacetName,
  entry: SearchEntry,
  filter: ProductFilter,
  ground: SearchGround,
): readonly (string | number)[] {
  const { product } = entry;
  if (!limitsCosts(filter)) {
    if (name === "methods") return product.repaymentMethods;
    if (name === "termOptions") return product.termOptions;
  }
  // The ask, and with it the cost, depends on method and term only: each of their values is priced apart.
  if (name === "methods")
    return product.repaymentMethods.filter((method) => fitsCosts(entry, { ...filter, methods: [method] }, ground));
  if (name === "termOptions")
    return product.termOptions.filter((termCount) => fitsCosts(entry, { ...filter, termCount }, ground));
  if (!fitsCosts(entry, filter, ground)) return [];
  if (name === "institutions") return [product.institutionId];
  return [name === "categories" ? product.category : product.institution.licenceKind];
}
