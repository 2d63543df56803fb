import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lender, type Market, openMarket } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, type PlatformViewer, system } from "../../kernel/viewer/index.js";
import { listingEvents } from "../catalog/index.js";
import type { SaveSearchWish } from "./saved-search.service.js";

let market: Market;
let lender: Lender;
let viewer: BorrowerViewer;
beforeAll(async () => {
  market = await openMarket();
  lender = await market.lender("晴川银行");
  viewer = await market.borrower({ isVerified: false });
});
afterAll(() => market.close());

const code = (expected: string) => expect.objectContaining({ code: expected });
const wish = (more: Partial<SaveSearchWish> = {}): SaveSearchWish => ({
  name: "装修",
  filter: { categories: ["RENOVATION"], termCount: 12 },
  sort: "ANNUAL_COST",
  isAlerting: true,
  idempotencyKey: newId(),
  ...more,
});
const somebody = () => market.borrower({ isVerified: false });
const alertsOf = async ({ borrowerId }: BorrowerViewer) =>
  (
    await market.owner`select kind, search_name, cost_before, cost_now from product_alerts where borrower_id = ${borrowerId} order by created_at, id`
  ).map((row) => ({ ...row }));

/** Tells the world that a product's present version has come onto the shelf. */
async function announce(productId: string): Promise<string> {
  const [row] =
    await market.owner`select current_version_id as id, institution_id from products where id = ${productId}`;
  const eventId = await market.kernel.db.write(system, (tx) =>
    market.kernel.events.record(tx, system, listingEvents.published, {
      subject: { type: "Product", id: productId },
      institutionId: row?.institution_id,
      facts: { productId, versionId: row?.id, number: 1 },
    }),
  );
  await market.drain();
  return eventId;
}

/** One with another rate. */
const reprices = (productId: string, annualCostMax: number): Promise<void> =>
  changes(productId, {
    annual_cost_max: annualCostMax,
    rate_max: annualCostMax,
    annual_cost_min: annualCostMax,
    rate_min: annualCostMax,
  });

/** The next version of a product on the shelf without its review. */
async function changes(productId: string, columns: Record<string, number>): Promise<void> {
  const id = newId();
  await market.owner`insert into product_versions
    select (jsonb_populate_record(v, jsonb_build_object('id', ${id}::text, 'number', v.number + 1) || ${JSON.stringify(columns)}::text::jsonb)).*
    from product_versions v join products p on p.current_version_id = v.id where p.id = ${productId}`;
  await market.owner`update products set current_version_id = ${id}, version = version + 1 where id = ${productId}`;
}

describe("2-35: saved searches", () => {
  it("are kept once per intent, listed, renamed and deleted by their owner alone", async () => {
    const idempotencyKey = newId();
    const first = await market.savedSearches.save(viewer, wish({ idempotencyKey, name: " 装修 " }));
    const again = await market.savedSearches.save(viewer, wish({ idempotencyKey, name: " 装修 " }));
    expect(again.id).toBe(first.id);
    expect(first.name).toBe("装修");
    const other = await somebody();
    await expect(market.savedSearches.change(other, first.id, { name: "别人的" })).rejects.toThrow(code("NOT_FOUND"));
    await expect(market.savedSearches.remove(other, first.id)).rejects.toThrow(code("NOT_FOUND"));
    const renamed = await market.savedSearches.change(viewer, first.id, { name: "新家", isAlerting: false });
    expect(renamed).toMatchObject({ name: "新家", isAlerting: false });
    const list = (who: BorrowerViewer) =>
      market.kernel.db.read(who, (reader) => market.savedSearches.list(reader, who));
    expect((await list(viewer)).map(({ id }) => id)).toEqual([first.id]);
    expect(await list(other)).toEqual([]);
    await market.savedSearches.remove(viewer, first.id);
    expect(await list(viewer)).toEqual([]);
  });

  it("need a name and end at twenty", async () => {
    const hoarder = await somebody();
    await expect(market.savedSearches.save(hoarder, wish({ name: "  " }))).rejects.toThrow(
      code("SAVED_SEARCH_NAME_LENGTH"),
    );
    await expect(market.savedSearches.save(hoarder, wish({ name: "长".repeat(41) }))).rejects.toThrow(
      code("SAVED_SEARCH_NAME_LENGTH"),
    );
    for (let count = 0; count < 20; count += 1) await market.savedSearches.save(hoarder, wish());
    await expect(market.savedSearches.save(hoarder, wish())).rejects.toThrow(code("SAVED_SEARCH_FULL"));
  });

  it("say what has come, changed and gone since they were opened", async () => {
    const watcher = await somebody();
    const [changing, going] = [await market.product(lender.id), await market.product(lender.id)];
    const search = await market.savedSearches.save(watcher, wish({ isAlerting: false }));
    expect(market.savedSearches.changesOf(search)).toEqual({ newCount: 0, changedCount: 0, goneCount: 0 });
    await market.product(lender.id);
    await reprices(changing, 118_000);
    await market.owner`update products set state = 'UNPUBLISHED' where id = ${going}`;
    await market.catalog.refresh();
    expect(market.savedSearches.changesOf(search)).toEqual({ newCount: 1, changedCount: 1, goneCount: 1 });
    const opened = await market.savedSearches.open(watcher, search.id);
    expect(market.savedSearches.changesOf(opened)).toEqual({ newCount: 0, changedCount: 0, goneCount: 0 });
  });
});

describe("2-35: alerts", () => {
  it("tell once per change, however often and however many searches it answers", async () => {
    const watcher = await somebody();
    await market.savedSearches.save(watcher, wish({ name: "甲" }));
    await market.savedSearches.save(watcher, wish({ name: "乙", filter: {} }));
    await market.savedSearches.save(watcher, wish({ name: "丙", filter: { categories: ["CAR"] } }));
    const productId = await market.product(lender.id);
    const eventId = await announce(productId);
    await announce(productId);
    await market.productAlerts.tell(
      eventId,
      (await market.owner`select facts from events where id = ${eventId}`)[0]?.facts,
    );
    expect(await alertsOf(watcher)).toMatchObject([{ kind: "NEW_MATCH", search_name: "甲" }]);
    const told =
      await market.owner`select 1 from events where name = 'activity.productAlerted' and borrower_id = ${watcher.borrowerId}`;
    expect(told).toHaveLength(1);

    await reprices(productId, 110_000);
    await announce(productId);
    await announce(productId);
    expect((await alertsOf(watcher)).map(({ kind }) => kind)).toEqual(["NEW_MATCH", "COST_FELL"]);
    await reprices(productId, 115_000);
    await announce(productId);
    expect(await alertsOf(watcher)).toHaveLength(2);
  });

  it("tell that a product answers now because it lends more, though it costs no less, and are silent where it answered before", async () => {
    const productId = await market.product(lender.id, { amountMax: 5_000_000n });
    const [waiting, served] = [await somebody(), await somebody()];
    await market.savedSearches.save(waiting, wish({ name: "八万", filter: { amount: 8_000_000n } }));
    await market.savedSearches.save(served, wish({ name: "三万", filter: { amount: 3_000_000n } }));
    await changes(productId, { amount_max: 9_000_000 });
    await announce(productId);
    expect(await alertsOf(waiting)).toMatchObject([{ kind: "NEW_MATCH", search_name: "八万" }]);
    expect(await alertsOf(served)).toEqual([]);
    await changes(productId, { amount_max: 9_500_000 });
    await announce(productId);
    expect(await alertsOf(waiting)).toHaveLength(1);
  });

  it("tell by its words, too: a name that answers now what it did not", async () => {
    const productId = await market.product(lender.id, { name: "安心一号", tagline: "按月还款", category: "CAR" });
    const waiting = await somebody();
    await market.savedSearches.save(waiting, wish({ name: "装修", filter: { text: "装修" } }));
    await market.owner`insert into product_versions
      select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'number', v.number + 1, 'name', '安心装修贷'))).*
      from product_versions v join products p on p.current_version_id = v.id where p.id = ${productId}`;
    await market.owner`update products p set current_version_id =
      (select id from product_versions where product_id = p.id order by number desc limit 1), version = version + 1 where id = ${productId}`;
    await announce(productId);
    expect((await alertsOf(waiting)).at(-1)).toMatchObject({ kind: "NEW_MATCH", search_name: "装修" });
  });

  it("do not come for a search that is switched off or that the product does not answer", async () => {
    const quiet = await somebody();
    await market.savedSearches.save(quiet, wish({ isAlerting: false }));
    await market.savedSearches.save(quiet, wish({ filter: { amount: 100_000_000n } }));
    await announce(await market.product(lender.id));
    expect(await alertsOf(quiet)).toEqual([]);
  });
});

describe("2-35: favourites", () => {
  const officer: PlatformViewer = {
    kind: "PLATFORM",
    accountId: newId(),
    sessionId: newId(),
    permissions: new Set(),
    displayName: "赵风控",
  };
  const list = (who: BorrowerViewer) => market.kernel.db.read(who, (reader) => market.favourites.list(reader, who));

  it("are set and taken back, twice the same as once, and say what has changed or gone", async () => {
    const keeper = await somebody();
    const [kept, dropped] = [await market.product(lender.id), await market.product(lender.id)];
    for (const productId of [kept, kept, dropped])
      await market.favourites.toggle(keeper, { productId, isFavourite: true });
    await market.favourites.toggle(keeper, { productId: dropped, isFavourite: false });
    await market.favourites.toggle(keeper, { productId: dropped, isFavourite: false });
    expect(await list(keeper)).toMatchObject([{ productId: kept, hasChanged: false, product: { isAvailable: true } }]);
    await reprices(kept, 105_000);
    await market.owner`update products set state = 'UNPUBLISHED' where id = ${kept}`;
    await market.catalog.refresh();
    expect(await list(keeper)).toMatchObject([{ productId: kept, hasChanged: true, product: { isAvailable: false } }]);
    await expect(market.favourites.toggle(keeper, { productId: newId(), isFavourite: true })).rejects.toThrow(
      code("NOT_FOUND"),
    );
    await expect(market.favourites.toggle(officer, { productId: kept, isFavourite: true })).rejects.toThrow(
      code("NOT_FOUND"),
    );
  });

  it("are told of when they become cheaper, without any saved search", async () => {
    const keeper = await somebody();
    const productId = await market.product(lender.id);
    await market.favourites.toggle(keeper, { productId, isFavourite: true });
    await reprices(productId, 100_000);
    await announce(productId);
    expect(await alertsOf(keeper)).toMatchObject([{ kind: "COST_FELL", search_name: null, cost_now: 100_000 }]);
  });
});
