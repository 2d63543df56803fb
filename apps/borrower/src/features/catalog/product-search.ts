import type { LicenceKind, ProductCategory, ProductFilter, ProductSort, RepaymentMethod } from "../../gql/graphql.ts";
import { amountIn, termIn, wholeWithin, yuan } from "../../lib/need.ts";

export const categories: readonly ProductCategory[] = [
  "CONSUMPTION",
  "RENOVATION",
  "CAR",
  "EDUCATION",
  "MEDICAL",
  "TRAVEL",
  "BUSINESS",
  "DEBT_CONSOLIDATION",
];
export const methods: readonly RepaymentMethod[] = [
  "EQUAL_INSTALMENT",
  "EQUAL_PRINCIPAL",
  "INTEREST_ONLY_BULLET",
  "BULLET",
];
export const licences: readonly LicenceKind[] = ["BANK", "CONSUMER_FINANCE", "MICRO_LENDER"];
export const sorts = [
  "TOTAL_COST",
  "ANNUAL_COST",
  "MONTHLY_PAYMENT",
  "SPEED",
  "AMOUNT_MAX",
  "NEWEST",
] as const satisfies readonly ProductSort[];

/** Everything the product list shows depends on this, and all of it stands in the address. */
export interface ProductSearch {
  readonly text: string;
  readonly amount: number | null;
  readonly term: number | null;
  /** Highest annual cost in hundredths of a per cent: 1560 is 15.60 %. */
  readonly maxAnnualCost: number | null;
  /** Highest monthly payment in whole yuan. */
  readonly maxMonthlyPayment: number | null;
  /** Highest sum of interest and fees in whole yuan. */
  readonly maxTotalCost: number | null;
  readonly institutions: readonly string[];
  readonly categories: readonly ProductCategory[];
  readonly methods: readonly RepaymentMethod[];
  readonly licences: readonly LicenceKind[];
  /** Null leaves the order to the list: by fit for a text, else by cost. */
  readonly sort: ProductSort | null;
  /** Cards by choice; otherwise lines where there is room for them. */
  readonly view: "cards" | null;
}

const names = {
  text: "q",
  amount: "amount",
  term: "term",
  maxAnnualCost: "apr",
  maxMonthlyPayment: "monthly",
  maxTotalCost: "total",
  institutions: "inst",
  categories: "category",
  methods: "method",
  licences: "licence",
  sort: "sort",
  view: "view",
} as const;

const list = (params: URLSearchParams, name: string): string[] => (params.get(name) ?? "").split(",").filter(Boolean);

function known<Value extends string>(params: URLSearchParams, name: string, values: readonly Value[]): Value[] {
  const asked = new Set(list(params, name));
  return values.filter((value) => asked.has(value));
}

/** Reads the address; what it does not understand is left out. */
export function readSearch(params: URLSearchParams): ProductSearch {
  return {
    text: (params.get(names.text) ?? "").slice(0, 100),
    amount: amountIn(params),
    term: termIn(params),
    maxAnnualCost: wholeWithin(params.get(names.maxAnnualCost), 1, 9_999),
    maxMonthlyPayment: wholeWithin(params.get(names.maxMonthlyPayment), 1, 10_000_000),
    maxTotalCost: wholeWithin(params.get(names.maxTotalCost), 1, 10_000_000),
    institutions: list(params, names.institutions).slice(0, 20),
    categories: known(params, names.categories, categories),
    methods: known(params, names.methods, methods),
    licences: known(params, names.licences, licences),
    sort: sorts.find((sort) => sort === params.get(names.sort)) ?? null,
    view: params.get(names.view) === "cards" ? "cards" : null,
  };
}

/** Writes the address; what says nothing is left out, so that equal searches have equal addresses. */
export function writeSearch(search: ProductSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const [field, name] of Object.entries(names)) {
    const value = search[field as keyof ProductSearch];
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text !== null && text !== "") params.set(name, String(text));
  }
  return params;
}

/** Hundredths of a per cent as a share of one with six decimals: 1560 becomes "0.156000". */
export const shareOf = (hundredths: number): string => `0.${String(hundredths).padStart(4, "0")}00`;

const some = <Value>(values: readonly Value[]): Value[] | undefined => (values.length === 0 ? undefined : [...values]);

export function filterOf(search: ProductSearch): ProductFilter {
  return {
    text: search.text.trim() || undefined,
    amount: search.amount === null ? undefined : yuan(search.amount),
    termCount: search.term ?? undefined,
    maxAnnualCost: search.maxAnnualCost === null ? undefined : shareOf(search.maxAnnualCost),
    maxMonthlyPayment: search.maxMonthlyPayment === null ? undefined : yuan(search.maxMonthlyPayment),
    maxTotalCost: search.maxTotalCost === null ? undefined : yuan(search.maxTotalCost),
    institutionIds: some(search.institutions),
    categories: some(search.categories),
    methods: some(search.methods),
    licenceKinds: some(search.licences),
  };
}

export function sortOf({ sort, text, amount }: ProductSearch): ProductSort {
  if (sort !== null) return sort;
  if (text.trim() !== "") return "RELEVANCE";
  // Total costs compare only for one amount; without it small loans would look cheap.
  return amount === null ? "ANNUAL_COST" : "TOTAL_COST";
}

/** The narrowing parts of a search: what may be dropped one by one. */
export const narrowing = [
  "text",
  "amount",
  "term",
  "maxAnnualCost",
  "maxMonthlyPayment",
  "maxTotalCost",
  "institutions",
  "categories",
  "methods",
  "licences",
] as const satisfies readonly (keyof ProductSearch)[];
export type Narrowing = (typeof narrowing)[number];

const empty: Pick<ProductSearch, Narrowing> = {
  text: "",
  amount: null,
  term: null,
  maxAnnualCost: null,
  maxMonthlyPayment: null,
  maxTotalCost: null,
  institutions: [],
  categories: [],
  methods: [],
  licences: [],
};

export function isNarrowed(search: ProductSearch, by: Narrowing): boolean {
  const value = search[by];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
}

export function without(search: ProductSearch, by: Narrowing): ProductSearch {
  return { ...search, [by]: empty[by] };
}

/** Only this part of what was asked for. */
export const only = (search: ProductSearch, by: Narrowing): ProductSearch =>
  narrowing.filter((other) => other !== by).reduce(without, search);

/** The same need, drawn the same way, with nothing else asked for. */
export function cleared(search: ProductSearch): ProductSearch {
  return { ...search, ...empty, amount: search.amount, term: search.term };
}

/** Where several picked products become one application. */
export function applyHref(
  products: readonly string[],
  amount: number | null,
  term: number | null,
  method?: string,
): string {
  const params = new URLSearchParams({ products: products.join(",") });
  if (amount !== null) params.set("amount", String(amount));
  if (term !== null) params.set("term", String(term));
  if (method !== undefined) params.set("method", method);
  return `/apply?${params}`;
}
