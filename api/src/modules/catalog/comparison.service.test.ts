import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestCatalog, testCatalog } from "../../../tests/kit/catalog.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { sampleProduct } from "../../../tests/kit/sample-product.js";
import { newId } from "../../kernel/ids/index.js";
import { type PlatformViewer, system } from "../../kernel/viewer/index.js";
import { ComparisonService } from "./comparison.service.js";

let world: TestKernel;
let market: TestCatalog;
let comparisons: ComparisonService;
const lender = newId();
const officer: PlatformViewer = {
  kind: "PLATFORM",
  accountId: newId(),
  sessionId: newId(),
  permissions: new Set(["listing:suspend"]),
  displayName: "赵风控",
};
let ids: string[];

beforeAll(async () => {
  world = await testKernel();
  market = await testCatalog(world.kernel);
  await world.owner`insert into institutions (id, name, short_name, licence_kind, licence_number, uscc, state, province, service_phone, contact_email, monogram)
    values (${lender}, '江南银行股份有限公司', '江南银行', 'BANK', 'B1', '91310000MA1K35XQ10', 'ACTIVE', '江苏', '95500', 'a@example.com', '江')`;
  const list = ["甲装修贷", "乙装修贷", "丙装修贷", "丁装修贷", "戊装修贷"].map((name, index) => ({
    institutionId: lender,
    terms: sampleProduct({ name, amountMax: BigInt(3 + index * 2) * 1_000_000n }),
    publishedAt: new Date(Date.UTC(2026, 0, 1)),
  }));
  const made = await world.kernel.db.write(system, (tx) => market.catalog.createPublished(tx, list));
  ids = made.map(({ productId }) => productId);
  await market.catalog.start();
  comparisons = new ComparisonService(market.catalog);
});
afterAll(async () => {
  market.catalog.stop();
  await world.close();
});

const compare = (keys: readonly string[], wish = {}) =>
  world.kernel.db.read(system, (reader) => comparisons.compare(reader, keys, wish));

describe("2-02 comparison", () => {
  test("the same amount and term for all, in the order asked for, at most four, without repeats", async () => {
    const [a = "", b = "", c = "", d = "", e = ""] = ids;
    const found = await compare([c, a, c, b, d, e], { amount: 5_000_000n, termCount: 24 });
    expect(found.map(({ key }) => key)).toEqual([c, a, b, d]);
    expect(found.map(({ quote }) => quote?.termCount)).toEqual([24, 24, 24, 24]);
    // The second lends 30,000 at most: its column says that it is not the loan the others are.
    expect(found.map(({ quote }) => [quote?.amount, quote?.isAmountAdjusted])).toEqual([
      [5_000_000n, false],
      [3_000_000n, true],
      [5_000_000n, false],
      [5_000_000n, false],
    ]);
  });

  test("a readable address is as good as an id; what was never published comes without a product", async () => {
    const slug = market.catalog.publishedProductById(ids[0] ?? "")?.slug ?? "";
    const found = await compare([slug, newId(), "no-such-product", "'; drop table products; --"]);
    expect(found.map(({ product }) => product?.slug ?? null)).toEqual([slug, null, null, null]);
  });

  test("a product taken off the shelf is still shown, as no longer offered", async () => {
    const [id = ""] = ids.slice(4);
    await market.listings.suspend(officer, { productId: id, reason: "演练" });
    await market.catalog.refresh();
    const [column] = await compare([id]);
    expect(column?.product).toMatchObject({ id, isAvailable: false });
    expect(market.catalog.alternativesTo(column?.product ?? expect.fail()).length).toBeGreaterThan(0);
  });
});
