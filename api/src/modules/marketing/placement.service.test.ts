import { addDays } from "@daichao/finance";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../../../tests/kit/market.js";
import { openMarketing, openMatching } from "../../../tests/kit/matching.js";
import { newId } from "../../kernel/ids/index.js";
import { anonymous, type PlatformViewer } from "../../kernel/viewer/index.js";
import type { BookPlacement } from "./placement.service.js";

let market: Market;
let marketing: ReturnType<typeof openMarketing>;
let products: string[];
let today: string;

const person = (displayName: string): PlatformViewer => ({
  kind: "PLATFORM",
  accountId: newId(),
  sessionId: newId(),
  permissions: new Set(["placement:read", "placement:manage", "placement:approve"]),
  displayName,
});
const maker = person("孙宁");
const checker = person("周岚");

beforeAll(async () => {
  market = await openMarket();
  const one = await market.lender("甲银行");
  const other = await market.lender("乙消金", "CONSUMER_FINANCE");
  products = [await market.product(one.id), await market.product(other.id), await market.product(other.id)];
  marketing = openMarketing(market);
  market.kernel.approvals.register(marketing.approvals ?? []);
  today = market.kernel.clock.today();
});
afterAll(() => market.close());

const book = (changed: Partial<BookPlacement> = {}) =>
  marketing.placements.book(maker, {
    place: "HOME",
    productId: products[0] ?? "",
    startsOn: today,
    endsOn: addDays(today, 9),
    dailyPrice: 50_000n,
    budget: 200_000n,
    idempotencyKey: newId(),
    ...changed,
  });
const decide = async (placementId: string, verdict: "APPROVED" | "REJECTED", by = checker) => {
  const [row] = await market.owner<
    { id: string }[]
  >`select id from approvals where subject_id = ${placementId} and state = 'PENDING'`;
  return market.kernel.db.write(by, (tx) =>
    market.kernel.approvals.decide(tx, by, row?.id ?? "", verdict, verdict === "APPROVED" ? null : "资料不全"),
  );
};
const running = (place: "HOME" | "PRODUCTS" = "HOME") =>
  market.kernel.db.read(anonymous, (reader) => marketing.placements.running(reader, place));
const clear = () => market.owner`delete from placements`;

describe("placements", () => {
  it("2-25: run only once a second person has agreed, labelled and with who pays", async () => {
    const row = await book();
    expect(row.state).toBe("PROPOSED");
    expect(await running()).toEqual([]);
    await expect(decide(row.id, "APPROVED", maker)).rejects.toMatchObject({ code: "APPROVAL_MAKER_CANNOT_CHECK" });
    await decide(row.id, "APPROVED");
    expect(await running()).toMatchObject([
      { isSponsored: true, payerName: "甲银行股份有限公司", product: { id: products[0] } },
    ]);
    expect(await running("PRODUCTS")).toEqual([]);
    await clear();
  });

  it("2-25: a refused one never runs, and says why", async () => {
    const row = await book();
    await decide(row.id, "REJECTED");
    expect(await running()).toEqual([]);
    const [stored] = await market.owner`select state, ended_note from placements where id = ${row.id}`;
    expect(stored).toEqual({ state: "REJECTED", ended_note: "资料不全" });
    await clear();
  });

  it("B-01: a product off the shelf is off its slot, and is not charged for", async () => {
    const row = await book({ productId: products[1] ?? "" });
    await decide(row.id, "APPROVED");
    expect(await running()).toHaveLength(1);
    await market.owner`update products set state = 'SUSPENDED', suspended_reason = 'x' where id = ${products[1] ?? ""}`;
    await market.owner`update catalog_version set version = version + 1`;
    await market.catalog.refresh();
    expect(await running()).toEqual([]);
    expect(await marketing.placements.chargeDay(today)).toBe(0);
    await market.owner`update products set state = 'PUBLISHED', suspended_reason = null where id = ${products[1] ?? ""}`;
    await market.catalog.refresh();
    expect(await running()).toHaveLength(1);
    await clear();
  });

  it("2-25: each day is charged once, and a budget is never overdrawn", async () => {
    const row = await book({ dailyPrice: 50_000n, budget: 120_000n });
    await decide(row.id, "APPROVED");
    const charged = [];
    for (const days of [0, 0, 1, 2, 3]) charged.push(await marketing.placements.chargeDay(addDays(today, days)));
    expect(charged).toEqual([1, 0, 1, 0, 0]);
    const [stored] = await market.owner`select state, spent, ended_reason from placements where id = ${row.id}`;
    expect(stored).toEqual({ state: "ENDED", spent: "100000", ended_reason: "BUDGET_SPENT" });
    await expect(market.owner`update placements set spent = budget + 1 where id = ${row.id}`).rejects.toMatchObject({
      constraint_name: "placements_spent_within_budget",
    });
    await clear();
  });

  it("2-25: ends after its last day, or when somebody stops it with a reason", async () => {
    const past = await book({ endsOn: today });
    await decide(past.id, "APPROVED");
    await marketing.placements.chargeDay(addDays(today, 1));
    const open = await book();
    await expect(
      marketing.placements.end(maker, { placementId: open.id, version: open.version, reason: " " }),
    ).rejects.toMatchObject({ code: "PLACEMENT_REASON_REQUIRED" });
    await expect(
      marketing.placements.end(maker, { placementId: open.id, version: open.version + 1, reason: "预算调整" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await marketing.placements.end(maker, { placementId: open.id, version: open.version, reason: "预算调整" });
    const rows = await market.owner`select ended_reason from placements order by created_at`;
    expect(rows.map(({ ended_reason }) => ended_reason)).toEqual(["COMPLETED", "STOPPED"]);
    const [wish] = await market.owner`select state from approvals where subject_id = ${open.id}`;
    expect(wish?.state).toBe("WITHDRAWN");
    await clear();
  });

  it("2-25: a place holds no more than it may on any day, and two who book at once cannot both have the last", async () => {
    await book();
    const both = await Promise.allSettled([
      book({ productId: products[1] ?? "" }),
      book({ productId: products[2] ?? "" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "PLACEMENT_PLACE_TAKEN", field: "startsOn" } });
    await expect(book({ place: "PRODUCTS" })).resolves.toMatchObject({ state: "PROPOSED" });
    await clear();
  });

  it("2-25: the same key books once", async () => {
    const idempotencyKey = newId();
    const [one, again] = [await book({ idempotencyKey }), await book({ idempotencyKey })];
    expect(again.id).toBe(one.id);
    await expect(book({ idempotencyKey, budget: 300_000n })).rejects.toMatchObject({ code: "KEY_REUSED" });
    await clear();
  });

  it.each([
    ["PLACEMENT_STARTS_IN_PAST", "startsOn", { startsOn: "2020-01-01" }],
    ["PLACEMENT_ENDS_BEFORE_START", "endsOn", { endsOn: "2020-01-01" }],
    ["PLACEMENT_TOO_LONG", "endsOn", { endsOn: "2099-01-01" }],
    ["PLACEMENT_PRICE_INVALID", "dailyPrice", { dailyPrice: 0n }],
    ["PLACEMENT_BUDGET_INVALID", "budget", { budget: 49_999n }],
    ["PLACEMENT_PRODUCT_NOT_OFFERED", "productId", { productId: newId() }],
  ] as const)("2-25: %s is told on its field and nothing is written", async (code, field, changed) => {
    await expect(book(changed)).rejects.toMatchObject({ code, field });
    expect(await market.owner`select 1 from placements`).toHaveLength(0);
  });

  it("U-18: whatever anybody bids for placements, the organic order stays as it is", async () => {
    const matching = openMatching(market);
    const wish = { amount: 3_000_000n, termCount: 12, purpose: null };
    const order = async () => {
      const { items } = await market.kernel.db.read(anonymous, (reader) =>
        matching.rankings.recommend(reader, anonymous, wish, 10),
      );
      return items.map(({ priced }) => priced.product.id);
    };
    const before = await order();
    const bids = fc.array(
      fc.record({ product: fc.nat({ max: products.length - 1 }), daily: fc.bigInt({ min: 1n, max: 10_000_000n }) }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(bids, async (paid) => {
        await market.owner`delete from placements`;
        for (const { product, daily } of paid) {
          const id = products[product] ?? "";
          await market.owner`insert into placements (id, place, product_id, institution_id, payer_name, starts_on, ends_on, daily_price, budget, spent, state)
            select gen_random_uuid(), 'HOME', ${id}, institution_id, 'p', ${today}, ${today}, ${String(daily)}, ${String(daily)}, 0, 'BOOKED' from products where id = ${id}`;
        }
        const slots = await market.kernel.db.read(anonymous, (reader) => marketing.placements.running(reader, "HOME"));
        expect(slots.length).toBeGreaterThan(0);
        expect(await order()).toEqual(before);
      }),
      { numRuns: 12 },
    );
    await clear();
    await matching.shown.stop();
  });
});
