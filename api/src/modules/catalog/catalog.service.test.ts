import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestCatalog, testCatalog } from "../../../tests/kit/catalog.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";
import { type PlatformViewer, system } from "../../kernel/viewer/index.js";
import type { QuoteValue, ReadyProduct } from "./index.js";

let world: TestKernel;
let here: TestCatalog;
/** The same market as another process sees it: nothing shared but the database. */
let elsewhere: TestCatalog;
const lenders = [newId(), newId(), newId()];
const officer: PlatformViewer = {
  kind: "PLATFORM",
  accountId: newId(),
  sessionId: newId(),
  permissions: new Set(["listing:suspend"]),
  displayName: "赵风控",
};

const ready = (index: number): ReadyProduct => ({
  institutionId: lenders[index % 3] ?? "",
  terms: sampleProduct({
    name: `${["安居装修贷", "畅行车贷", "随心消费贷"][index % 3]}${index}号`,
    category: (["RENOVATION", "CAR", "CONSUMPTION"] as const)[index % 3],
    rateMax: 80_000 + (index % 40) * 1_000,
    disbursementHours: 1 + (index % 5),
    fees: index % 2 ? [guaranteeFee({ amount: 1_000n })] : [],
  }),
  publishedAt: new Date(Date.UTC(2026, 0, 1 + (index % 7))),
});
const insert = (list: readonly ReadyProduct[]) =>
  world.kernel.db.write(system, (tx) => here.catalog.createPublished(tx, list));

beforeAll(async () => {
  world = await testKernel();
  here = await testCatalog(world.kernel);
  elsewhere = await testCatalog(world.kernel);
  for (const [index, id] of lenders.entries())
    await world.owner`insert into institutions (id, name, short_name, licence_kind, licence_number, uscc, state, province, service_phone, contact_email, monogram)
      values (${id}, ${`第${index}银行股份有限公司`}, ${`${index}号银行`}, ${["BANK", "CONSUMER_FINANCE", "MICRO_LENDER"][index] ?? ""}, 'B1', ${`91310000MA1K35XQ1${index}`}, 'ACTIVE', '江苏', '95500', 'a@example.com', '号')`;
  await insert(Array.from({ length: 60 }, (_, index) => ready(index)));
  await Promise.all([here.catalog.start(), elsewhere.catalog.start()]);
});
afterAll(async () => {
  here.catalog.stop();
  elsewhere.catalog.stop();
  await world.close();
});

const within = async (seconds: number, isSo: () => boolean) => {
  for (let waited = 0; waited < seconds * 20; waited += 1) {
    if (isSo()) return true;
    await sleep(50);
  }
  return false;
};

describe("B-01 the published catalogue in memory", () => {
  test("holds what was inserted ready-made, at least three lenders, under every rule", async () => {
    const { products } = here.catalog.snapshot();
    expect(products).toHaveLength(60);
    expect(new Set(products.map((product) => product.institutionId)).size).toBe(3);
    await expect(insert([{ ...ready(0), terms: sampleProduct({ rateMax: 250_000 }) }])).rejects.toMatchObject({
      code: "CATALOG_RATE_OVER_CAP",
    });
    await expect(insert([{ ...ready(0), terms: sampleProduct({ tagline: "免审核" }) }])).rejects.toMatchObject({
      code: "CATALOG_CHECK_FAILED",
    });
  });

  test("I-04 A-28 another process sees a listing and a suspension within five seconds though no word reaches it", async () => {
    const [made] = await insert([ready(100)]);
    const id = made?.productId ?? "";
    expect(await within(5, () => elsewhere.catalog.publishedProductById(id) !== undefined)).toBe(true);
    await here.listings.suspend(officer, { productId: id, reason: "演练" });
    expect(await within(5, () => elsewhere.catalog.publishedProductById(id) === undefined)).toBe(true);
    expect(() => here.catalog.offered(id)).toThrow(expect.objectContaining({ code: "PRODUCT_NOT_AVAILABLE" }));
    expect(elsewhere.catalog.snapshot().version).toBe(here.catalog.snapshot().version);
  });

  test("P-02 card, product page and partner answer with one and the same object", async () => {
    const [edge] = here.search.search({ amount: 5_000_000n, termCount: 12 }, "TOTAL_COST", { first: 1 }).edges;
    const product =
      edge && (await world.kernel.db.read(system, (reader) => here.catalog.find(reader, { slug: edge.node.slug })));
    expect(product).toBe(edge?.node);
    const whole = product && here.catalog.quote(product, { amount: 5_000_000n, termCount: 12 });
    const listed = edge?.quote;
    const names = Object.keys(whole ?? {}) as (keyof QuoteValue)[];
    expect(names).toContain("termsHash");
    expect(Object.fromEntries(names.map((name) => [name, listed?.[name]]))).toEqual(whole);
  });

  test("a lender that is suspended takes its products along", async () => {
    await world.owner`update institutions set state = 'SUSPENDED' where id = ${lenders[2] ?? ""}`;
    await here.catalog.refresh();
    expect(here.catalog.snapshot().products.some((product) => product.institutionId === lenders[2])).toBe(false);
    await world.owner`update institutions set state = 'ACTIVE' where id = ${lenders[2] ?? ""}`;
    await here.catalog.refresh();
    expect(here.catalog.snapshot().products).toHaveLength(60);
  });
});

describe("B-07 P-13 the list", () => {
  test("sorted by cost it is monotone in the quotes it shows, and pages hold each product once while others are listed", async () => {
    const seen: string[] = [];
    const costs: bigint[] = [];
    let after: string | null = null;
    const standing = here.catalog.snapshot().products.map((product) => product.id);
    do {
      const page = here.search.search({ amount: 5_000_000n }, "TOTAL_COST", { first: 7, after });
      for (const edge of page.edges) {
        seen.push(edge.node.id);
        costs.push(edge.quote.totalCost);
      }
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await insert([ready(200 + seen.length)]);
      await here.catalog.refresh();
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(standing.every((id) => seen.includes(id))).toBe(true);
    expect(costs).toEqual(costs.toSorted((a, b) => Number(a - b)));
  });

  test("the figure it is sorted by is the figure the quote shows, whatever the holiday shift", () => {
    const { edges } = here.search.search({ amount: 3_000_000n, termCount: 24, maxAnnualCost: 150_000 }, "ANNUAL_COST", {
      first: 50,
    });
    expect(edges.length).toBeGreaterThan(5);
    const shown = edges.map((edge) => edge.quote.annualCost.primary);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(Math.max(...shown)).toBeLessThanOrEqual(150_000);
  });

  test("a cursor of another sort, or of nobody, is refused", () => {
    const cursor = here.search.search({}, "SPEED", { first: 1 }).pageInfo.endCursor;
    expect(() => here.search.search({}, "NEWEST", { first: 1, after: cursor })).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", field: "after" }),
    );
    expect(() => here.search.search({}, "NEWEST", { first: 1, after: "bm9uc2Vuc2U" })).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT" }),
    );
  });

  test("B-05 words, amount and term in the text order and price the hits", () => {
    const page = here.search.search({ text: "翻新 5万 一年" }, "RELEVANCE", { first: 5 });
    expect(page.edges.every((edge) => edge.node.category === "RENOVATION")).toBe(true);
    expect(page.edges[0]?.quote).toMatchObject({ amount: 5_000_000n, termCount: 12 });
    expect(page.facets.categories).toEqual([
      { value: "RENOVATION", label: { zh: "装修", en: "Renovation" }, count: page.totalCount },
    ]);
  });

  test("B-05 a text says what it was taken to mean; without a text there is nothing to say", () => {
    const reading = (text: string) => here.search.search({ text }, "RELEVANCE", { first: 1 }).reading;
    expect(reading("装修 12万 24期")).toEqual({
      amount: 12_000_000n,
      termCount: 24,
      categories: ["RENOVATION"],
      methods: [],
      ignored: [],
    });
    expect(reading("等额本息 5万")).toMatchObject({ methods: ["EQUAL_INSTALMENT"], amount: 5_000_000n, ignored: [] });
    expect(reading("翻新 龘龘")).toMatchObject({ categories: ["RENOVATION"], ignored: ["龘龘"] });
    expect(here.search.search({}, "NEWEST", { first: 1 }).reading).toBeNull();
  });

  test("B-05 a suggestion finds as many products as it says, in either language", () => {
    for (const locale of ["zh-CN", "en-US"])
      for (const typed of ["装", "zhuang", "1号", "翻新 che", "car", "海"]) {
        for (const { text, count, kind } of here.search.suggestions(typed, 8, locale)) {
          if (kind === "NEED" || kind === "PRODUCT") continue;
          expect([text, count]).toEqual([text, here.search.search({ text }, "RELEVANCE", { first: 1 }).totalCount]);
          expect(count).toBeGreaterThan(0);
        }
      }
    expect(here.search.suggestions("装", 8, "zh-CN")[0]).toMatchObject({ kind: "PURPOSE", text: "装修" });
    expect(here.search.suggestions("翻新 5", 8, "zh-CN")[0]).toMatchObject({ kind: "NEED", text: "翻新 5万" });
  });

  test("a repeated search over sixty products takes well under a millisecond, its quotes included", () => {
    const search = () =>
      here.search
        .search({ amount: 5_000_000n, termCount: 12 }, "TOTAL_COST", { first: 20 })
        .edges.map((edge) => edge.quote.totalCost);
    search();
    const times = Array.from({ length: 200 }, () => {
      const begun = performance.now();
      search();
      return performance.now() - begun;
    });
    expect(times.toSorted((a, b) => a - b)[100]).toBeLessThan(1);
  });
});
