import { costOfCredit, type RepaymentMethod, RepaymentMethod as RepaymentMethods } from "@daichao/finance";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { DayCount, ProductCategory, ProductSort } from "./product.states.js";
import {
  amountBounds,
  compareKeys,
  countedAs,
  type FacetName,
  facetsOf,
  type Hit,
  hitsAfter,
  hitsOf,
  type ProductFilter,
  type SearchEntry,
  type SearchGround,
} from "./product-search.rules.js";
import type { ProductView } from "./product-view.rules.js";
import { type Ask, unshiftedTermsOf } from "./quote.rules.js";
import { documentOf } from "./search-document.rules.js";
import { matcherOf } from "./search-match.rules.js";
import { hasWords, readText } from "./search-text.rules.js";

const TODAY = "2026-03-16";
const LICENCES = ["BANK", "CONSUMER_FINANCE", "MICRO_LENDER"] as const;
const TERMS = [3, 6, 12, 24, 36];
const METHODS: RepaymentMethod[] = ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY_BULLET"];
const NAMES = ["安居装修贷", "畅行车贷", "随心用", "学成贷", "商户周转金", "翻新易"];

const entryOf = (product: ProductView): SearchEntry => ({
  product,
  document: documentOf(product),
  costKey: product.versionId,
});

const drafts = fc.record({
  name: fc.constantFrom(...NAMES),
  category: fc.constantFrom(...Object.values(ProductCategory)),
  lender: fc.integer({ min: 0, max: 4 }),
  low: fc.integer({ min: 10, max: 60 }),
  span: fc.integer({ min: 0, max: 200 }),
  rate: fc.constantFrom(60_000, 90_000, 120_000, 150_000, 180_000),
  terms: fc.subarray(TERMS, { minLength: 1 }),
  methods: fc.subarray(METHODS, { minLength: 1 }),
  dayCount: fc.constantFrom(...Object.values(DayCount)),
  hasFee: fc.boolean(),
  hours: fc.integer({ min: 1, max: 5 }),
  published: fc.integer({ min: 0, max: 3 }),
});
type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

function productOf(draft: Draft, index: number): ProductView {
  const id = `00000000-0000-7000-8000-${String((index * 7919) % 1_000_003).padStart(12, "0")}`;
  const lender = {
    id: `lender-${draft.lender}`,
    name: `第${draft.lender}银行`,
    shortName: `${draft.lender}号银行`,
    licenceKind: LICENCES[draft.lender % 3],
    state: "ACTIVE",
  };
  const terms = sampleProduct({
    name: draft.name,
    category: draft.category,
    amountMin: BigInt(draft.low) * 100_000n,
    amountMax: BigInt(draft.low + draft.span) * 100_000n,
    rateMin: draft.rate,
    rateMax: draft.rate,
    termOptions: draft.terms,
    repaymentMethods: draft.methods,
    dayCount: draft.dayCount,
    fees: draft.hasFee ? [guaranteeFee({ amount: 1_000n })] : [],
    disbursementHours: draft.hours,
  });
  const rest = {
    id,
    slug: id,
    institutionId: lender.id,
    institution: lender,
    version: 1,
    versionId: id,
    contentHash: "",
    contingentCosts: [],
    isAvailable: true,
  };
  const publishedAt = new Date(Date.UTC(2026, 0, 1 + draft.published));
  const annualCost = { min: draft.rate, max: draft.rate, method: "IRR_NOMINAL_SIMPLE" as const };
  const dearestBy = { IRR_NOMINAL_SIMPLE: draft.rate, IRR_COMPOUND: draft.rate, XIRR: draft.rate };
  return { ...terms, ...rest, publishedAt, annualCost, dearestBy } as unknown as ProductView;
}

const catalogues = fc.array(drafts, { minLength: 0, maxLength: 25 }).map((list) => list.map(productOf).map(entryOf));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const filters: fc.Arbitrary<ProductFilter> = fc.record({
  text: optional(fc.constantFrom("装修", "车贷 5万", "一年", "随心", "zhuangxiu 3万 半年", "银行")),
  amount: optional(fc.integer({ min: 5, max: 200 }).map((value) => BigInt(value) * 100_000n)),
  termCount: optional(fc.constantFrom(...TERMS)),
  maxAnnualCost: optional(fc.constantFrom(65_000, 100_000, 130_000, 170_000)),
  maxMonthlyPayment: optional(fc.constantFrom(100_000n, 500_000n, 2_000_000n)),
  maxTotalCost: optional(fc.constantFrom(50_000n, 200_000n, 600_000n, 2_000_000n)),
  institutionIds: optional(fc.subarray([0, 1, 2, 3, 4].map((index) => `lender-${index}`))),
  categories: optional(fc.subarray(Object.values(ProductCategory))),
  methods: optional(fc.subarray(METHODS)),
  licenceKinds: optional(fc.subarray([...LICENCES])),
});

const costOf: SearchGround["costOf"] = ({ product }, ask) => {
  const cost = costOfCredit(unshiftedTermsOf(product, ask));
  return { totalCost: cost.totalFinancingCost, annualCost: cost.aprNominal, highestPayment: cost.highestPayment };
};

function groundOf(entries: readonly SearchEntry[], filter: ProductFilter): SearchGround {
  const wish = readText(filter.text ?? "");
  const { score, ignored } = matcherOf(
    wish,
    entries.map((entry) => entry.document),
  );
  const pointsOf = (entry: SearchEntry) => (hasWords(wish) ? score(entry.document) : 1);
  return { today: TODAY, wish, costOf, pointsOf, ignored };
}

/** The filter said once more in the plainest way, one product at a time. */
function plainlyFits(entry: SearchEntry, filter: ProductFilter, ground: SearchGround): boolean {
  const { product } = entry;
  if (filter.amount !== undefined && filter.amount !== null) {
    if (filter.amount < product.amountMin || filter.amount > product.amountMax) return false;
  }
  if (filter.termCount && !product.termOptions.includes(filter.termCount)) return false;
  if (filter.institutionIds?.length && !filter.institutionIds.includes(product.institutionId)) return false;
  if (filter.categories?.length && !filter.categories.includes(product.category)) return false;
  if (filter.licenceKinds?.length && !filter.licenceKinds.includes(product.institution.licenceKind)) return false;
  const methods = filter.methods?.length
    ? product.repaymentMethods.filter((method) => filter.methods?.includes(method))
    : product.repaymentMethods;
  const [method] = methods;
  if (!method) return false;
  if (ground.pointsOf(entry) === 0) return false;
  const wanted = filter.amount ?? ground.wish.amount ?? 5_000_000n;
  const amount =
    wanted < product.amountMin ? product.amountMin : wanted > product.amountMax ? product.amountMax : wanted;
  const wantedTerm = filter.termCount ?? ground.wish.termCount ?? 12;
  const termCount =
    [...product.termOptions].sort((a, b) => Math.abs(a - wantedTerm) - Math.abs(b - wantedTerm) || a - b)[0] ?? 0;
  const ask: Ask = { amount, termCount, method, startOn: TODAY };
  const cost = costOf(entry, ask);
  if (filter.maxAnnualCost && cost.annualCost > filter.maxAnnualCost) return false;
  if (filter.maxTotalCost && cost.totalCost > filter.maxTotalCost) return false;
  return !(filter.maxMonthlyPayment && cost.highestPayment > filter.maxMonthlyPayment);
}

const idsOf = (hits: readonly Hit[]) => hits.map((hit) => hit.entry.product.id);
const chosen: Record<FacetName, (value: string) => ProductFilter> = {
  institutions: (value) => ({ institutionIds: [value] }),
  categories: (value) => ({ categories: Object.values(ProductCategory).filter((known) => known === value) }),
  methods: (value) => ({ methods: Object.values(RepaymentMethods).filter((known) => known === value) }),
  licenceKinds: (value) => ({ licenceKinds: LICENCES.filter((known) => known === value) }),
  termOptions: (value) => ({ termCount: Number(value) }),
};
const facetValues: Record<FacetName, readonly string[]> = {
  institutions: [0, 1, 2, 3, 4].map((index) => `lender-${index}`),
  categories: Object.values(ProductCategory),
  methods: METHODS,
  licenceKinds: LICENCES,
  termOptions: TERMS.map(String),
};

describe("B-06 filters: by amount, term, cost, payment, lender", () => {
  test("every combination finds exactly the products that a plain predicate finds", () => {
    fc.assert(
      fc.property(catalogues, filters, (entries, filter) => {
        const ground = groundOf(entries, filter);
        const expected = entries.filter((entry) => plainlyFits(entry, filter, ground)).map((entry) => entry.product.id);
        expect(idsOf(hitsOf(entries, filter, "NEWEST", ground)).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  test("a facet's count is the length of the list with that value chosen alone", () => {
    fc.assert(
      fc.property(catalogues, filters, (entries, filter) => {
        const counts = facetsOf(entries, filter, groundOf(entries, filter));
        for (const name of Object.keys(facetValues) as FacetName[])
          for (const value of facetValues[name]) {
            const narrowed = { ...filter, ...chosen[name](value) };
            expect([name, value, counts[name].get(value) ?? 0]).toEqual([
              name,
              value,
              hitsOf(entries, narrowed, "NEWEST", groundOf(entries, narrowed)).length,
            ]);
          }
      }),
      { numRuns: 40 },
    );
  });

  test("counts are the same for every amount between two bounds", () => {
    fc.assert(
      fc.property(catalogues, filters, fc.bigInt({ min: 0n, max: 30_000_000n }), (entries, filter, amount) => {
        const asked = { ...filter, amount };
        const counted = countedAs(asked, amountBounds(entries));
        expect(facetsOf(entries, counted, groundOf(entries, counted))).toEqual(
          facetsOf(entries, asked, groundOf(entries, asked)),
        );
      }),
      { numRuns: 100 },
    );
    const entries = fc.sample(catalogues, { numRuns: 1, seed: 7 })[0] ?? [];
    const bounds = amountBounds(entries);
    const [low = 0n, high = 0n] = bounds;
    expect(countedAs({ amount: high - 1n }, bounds)).toEqual({ amount: low });
    expect(countedAs({ amount: high }, bounds)).toEqual({ amount: high });
  });

  test("an empty list of ids finds none, an empty list of lenders all", () => {
    const entries = fc.sample(catalogues, { numRuns: 1, seed: 7 })[0] ?? [];
    const ground = groundOf(entries, {});
    expect(hitsOf(entries, { ids: [] }, "NEWEST", ground)).toEqual([]);
    expect(hitsOf(entries, { institutionIds: [] }, "NEWEST", ground)).toHaveLength(entries.length);
  });
});

describe("B-07 order and pages", () => {
  test("every sort is monotone in what it sorts by, and total", () => {
    const sortedBy: Record<ProductSort, (hit: Hit, ground: SearchGround) => number> = {
      RELEVANCE: (hit) => hit.key[1],
      TOTAL_COST: (hit) => hit.key[1] * 1e12 + hit.key[2],
      ANNUAL_COST: (hit, ground) => ground.costOf(hit.entry, hit.ask).annualCost,
      MONTHLY_PAYMENT: (hit) => hit.key[1] * 1e12 + hit.key[2],
      AMOUNT_MAX: (hit) => -Number(hit.entry.product.amountMax),
      SPEED: (hit) => hit.entry.product.disbursementHours,
      NEWEST: (hit) => -Number(hit.entry.product.publishedAt),
    };
    fc.assert(
      fc.property(catalogues, filters, fc.constantFrom(...Object.values(ProductSort)), (entries, filter, sort) => {
        const ground = groundOf(entries, filter);
        const hits = hitsOf(entries, filter, sort, ground);
        const figures = hits.map((hit) => sortedBy[sort](hit, ground));
        expect(figures).toEqual([...figures].sort((a, b) => a - b));
        const gaps = hits.slice(1).map((hit, index) => compareKeys(hits[index]!.key, hit.key));
        expect(gaps.every((gap) => gap < 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("sums in yuan are compared for one loan: who does not lend it stands behind, in its own order", () => {
    fc.assert(
      fc.property(
        catalogues,
        filters,
        fc.constantFrom("TOTAL_COST" as const, "MONTHLY_PAYMENT" as const),
        (entries, filter, sort) => {
          const ground = groundOf(entries, filter);
          const { amount: saidAmount, termCount: saidTerm } = ground.wish;
          const amount = filter.amount ?? saidAmount ?? 5_000_000n;
          const termCount = filter.termCount ?? saidTerm ?? 12;
          const hits = hitsOf(entries, filter, sort, ground);
          const lends = hits.map(({ ask }) => ask.amount === amount && ask.termCount === termCount);
          const from = lends.indexOf(false);
          if (from >= 0) expect(lends.slice(from)).not.toContain(true);
          const yuanOf = ({ entry, ask }: Hit) => {
            const { totalCost, highestPayment } = ground.costOf(entry, ask);
            return Number(sort === "TOTAL_COST" ? totalCost : highestPayment);
          };
          for (const lot of [hits.slice(0, from < 0 ? undefined : from), from < 0 ? [] : hits.slice(from)]) {
            const figures = lot.map(yuanOf);
            expect(figures).toEqual([...figures].sort((a, b) => a - b));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("P-13 pages one after another hold each standing product once, while others are listed and taken down", () => {
    fc.assert(
      fc.property(
        fc.array(drafts, { minLength: 6, maxLength: 30 }),
        fc.constantFrom(...Object.values(ProductSort)),
        fc.integer({ min: 1, max: 5 }),
        (list, sort, size) => {
          const all = list.map(productOf).map(entryOf);
          const standing = all.filter((_, index) => index % 3 !== 0);
          const leaving = all.filter((_, index) => index % 6 === 0);
          const coming = all.filter((_, index) => index % 6 === 3);
          const seen: string[] = [];
          let position: Hit["key"] | null = null;
          for (let page = 0; page < 60; page += 1) {
            const entries = [...standing, ...leaving.slice(page), ...coming.slice(0, page)];
            const hits = hitsAfter(hitsOf(entries, {}, sort, groundOf(entries, {})), position, size);
            if (hits.length === 0) break;
            seen.push(...idsOf(hits));
            position = hits.at(-1)?.key ?? null;
          }
          expect(new Set(seen).size).toBe(seen.length);
          for (const entry of standing) expect(seen).toContain(entry.product.id);
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe("B-05 relevance", () => {
  test("装修 5万 一年: what has that purpose, amount and term comes first", () => {
    const draft = {
      name: "安居贷",
      category: "RENOVATION",
      lender: 0,
      low: 10,
      span: 90,
      rate: 180_000,
      terms: [12],
      methods: ["EQUAL_INSTALMENT"],
      dayCount: "THIRTY_360",
      hasFee: false,
      hours: 1,
      published: 0,
    } satisfies Draft;
    const list: Draft[] = [
      { ...draft, category: "CAR", rate: 60_000 },
      { ...draft, name: "装修特惠贷", terms: [36], rate: 60_000 },
      { ...draft, name: "装修大额贷", low: 60, rate: 60_000 },
      draft,
    ];
    const entries = list.map(productOf).map(entryOf);
    const filter = { text: "装修 5万 一年" };
    const hits = hitsOf(entries, filter, "RELEVANCE", groundOf(entries, filter));
    expect(hits.map((hit) => hit.entry.product.name)).toEqual(["安居贷", "装修特惠贷", "装修大额贷"]);
    expect(hits[0]?.ask).toMatchObject({ amount: 5_000_000n, termCount: 12 });
  });
});
