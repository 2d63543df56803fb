import { addDays } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import { anonymous, type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { ReportedEvent } from "./activity.rules.js";

let market: Market;
let products: string[];
beforeAll(async () => {
  market = await openMarket();
  const lender = await market.lender("晴川银行");
  products = await Promise.all([0, 1, 2].map((index) => market.product(lender.id, { name: `安居贷${index}号` })));
});
afterAll(() => market.close());

const code = (expected: string) => expect.objectContaining({ code: expected });
const productOf = (index: number): string => products[index] ?? "";
const viewed = (index = 0, id = newId()): ReportedEvent => ({
  id,
  kind: "PRODUCT_VIEWED",
  productId: productOf(index),
});
const choose = (viewer: Viewer, isAllowed: boolean, visitorId?: string) =>
  market.activityChoices.choose(viewer, {
    isAllowed,
    textHash: market.activityChoices.text("zh-CN").hash,
    ...(visitorId && { visitorId }),
  });
const stored = async (who: string): Promise<number> => {
  const [row] =
    await market.owner`select count(*)::int as n from activity_records where ${who} in (borrower_id, visitor_id)`;
  return row?.n;
};
const consenting = async (): Promise<BorrowerViewer> => {
  const viewer = await market.borrower({ isVerified: false });
  await choose(viewer, true);
  return viewer;
};

describe("A-31: behaviour is recorded under consent only", () => {
  it("nothing before yes, and nothing for a viewer who can have no trail", async () => {
    const viewer = await market.borrower({ isVerified: false });
    const attempt = (who: Viewer, visitorId?: string) =>
      market.activity.record(who, { events: [viewed()], ...(visitorId && { visitorId }) });
    await expect(attempt(viewer)).rejects.toThrow(code("ACTIVITY_NOT_ALLOWED"));
    await expect(attempt(anonymous)).rejects.toThrow(code("ACTIVITY_NOT_ALLOWED"));
    await expect(attempt(anonymous, newId())).rejects.toThrow(code("ACTIVITY_NOT_ALLOWED"));
    await choose(viewer, false);
    await expect(attempt(viewer)).rejects.toThrow(code("ACTIVITY_NOT_ALLOWED"));
    expect(await stored(viewer.borrowerId)).toBe(0);
    await choose(viewer, true);
    expect(await attempt(viewer)).toEqual({ recordedCount: 1 });
    await expect(choose(system, true)).rejects.toThrow(code("NOT_FOUND"));
  });

  it("is agreed to by the text that was shown, which is kept", async () => {
    const viewer = await market.borrower({ isVerified: false });
    await expect(market.activityChoices.choose(viewer, { isAllowed: true, textHash: "0".repeat(64) })).rejects.toThrow(
      code("ACTIVITY_TEXT_CHANGED"),
    );
    await choose(viewer, true);
    const [row] = await market.owner`select t.title from activity_choices c join consent_texts t on t.hash = c.text_hash
      where borrower_id = ${viewer.borrowerId}`;
    expect(row?.title).toContain("授权书");
    await expect(market.owner`delete from activity_choices where borrower_id = ${viewer.borrowerId}`).rejects.toThrow(
      /choice stays/,
    );
  });

  it("a repeated event is the same event, a product no longer offered is left out", async () => {
    const viewer = await consenting();
    const event = viewed();
    const gone = { ...viewed(), productId: newId() };
    expect(await market.activity.record(viewer, { events: [event, event, gone] })).toEqual({ recordedCount: 1 });
    expect(await market.activity.record(viewer, { events: [event] })).toEqual({ recordedCount: 0 });
    expect(await stored(viewer.borrowerId)).toBe(1);
  });

  it("withdrawal erases the trail at once, is told once, and the same choice again changes nothing", async () => {
    const viewer = await consenting();
    await market.activity.record(viewer, { events: [viewed(0), viewed(1)] });
    await choose(viewer, false);
    await choose(viewer, false);
    expect(await stored(viewer.borrowerId)).toBe(0);
    const isPersonalised = await market.kernel.db.read(viewer, (reader) =>
      market.activity.isPersonalised(reader, viewer.borrowerId),
    );
    expect(isPersonalised).toBe(false);
    const told = await market.owner`select facts->>'state' as state from events
      where name = 'activity.choiceChanged' and borrower_id = ${viewer.borrowerId} order by occurred_at, id`;
    expect(told.map(({ state }) => state)).toEqual(["ALLOWED", "REFUSED"]);
  });

  it("two thousand events of one page stop at the hour's quota, whole batches, and others go on", async () => {
    const viewer = await consenting();
    const other = await consenting();
    const batch = () => ({ events: Array.from({ length: 50 }, () => viewed()) });
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => market.activity.record(viewer, batch())));
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(20);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: "ACTIVITY_TOO_MANY" });
      expect(reason.params.seconds).toBeGreaterThan(0);
    }
    expect(await stored(viewer.borrowerId)).toBe(1_000);
    expect(await market.activity.record(other, { events: [viewed()] })).toEqual({ recordedCount: 1 });
  });

  it("a trail is its owner's: nobody else reads it, by wall as by question", async () => {
    const viewer = await consenting();
    const other = await consenting();
    await market.activity.record(viewer, { events: [viewed()] });
    const seenBy = (who: Viewer) =>
      market.kernel.db.read(who, (reader) =>
        market.activity.trailOf(reader, { borrowerId: viewer.borrowerId }, "2000-01-01"),
      );
    expect(await seenBy(viewer)).toMatchObject([{ productId: productOf(0), kind: "PRODUCT_VIEWED", weight: 1 }]);
    expect(await seenBy(other)).toEqual([]);
    expect(await seenBy(anonymous)).toEqual([]);
  });
});

describe("A-31: a guest's trail", () => {
  it("stands under a random number and joins an account by that account's own yes", async () => {
    const visitorId = newId();
    await choose(anonymous, true, visitorId);
    await market.activity.record(anonymous, { visitorId, events: [viewed(0), viewed(1)] });
    const viewer = await market.borrower({ isVerified: false });
    expect(await stored(viewer.borrowerId)).toBe(0);
    await choose(viewer, true, visitorId);
    expect([await stored(viewer.borrowerId), await stored(visitorId)]).toEqual([2, 0]);
    await expect(market.activity.record(anonymous, { visitorId, events: [viewed()] })).rejects.toThrow(
      code("ACTIVITY_NOT_ALLOWED"),
    );
  });

  it("is erased by an account's no, and by the guest's own", async () => {
    const [first, second] = [newId(), newId()];
    for (const visitorId of [first, second]) {
      await choose(anonymous, true, visitorId);
      await market.activity.record(anonymous, { visitorId, events: [viewed()] });
    }
    await choose(await market.borrower({ isVerified: false }), false, first);
    await choose(anonymous, false, second);
    expect([await stored(first), await stored(second)]).toEqual([0, 0]);
  });

  it("is not joined without the guest's yes", async () => {
    const visitorId = newId();
    await choose(anonymous, false, visitorId);
    const viewer = await market.borrower({ isVerified: false });
    await choose(viewer, true, visitorId);
    const joined =
      await market.owner`select 1 from events where name = 'activity.trailJoined' and borrower_id = ${viewer.borrowerId}`;
    expect(joined).toHaveLength(0);
  });

  it("is forgotten after its days, an account's after its own", async () => {
    const visitorId = newId();
    await choose(anonymous, true, visitorId);
    await market.activity.record(anonymous, { visitorId, events: [viewed()] });
    const viewer = await consenting();
    await market.activity.record(viewer, { events: [viewed()] });
    const today = market.kernel.clock.today();
    await market.activityChoices.forget(addDays(today, 30));
    expect([await stored(visitorId), await stored(viewer.borrowerId)]).toEqual([1, 1]);
    await market.activityChoices.forget(addDays(today, 31));
    expect([await stored(visitorId), await stored(viewer.borrowerId)]).toEqual([0, 1]);
    const left = await market.owner`select 1 from activity_choices where visitor_id = ${visitorId}`;
    expect(left).toHaveLength(0);
    await market.activityChoices.forget(addDays(today, 181));
    expect(await stored(viewer.borrowerId)).toBe(0);
  });
});

describe("X-02: what trails say about products", () => {
  it("counts people who took an interest in both, and keeps silent about fewer than three", async () => {
    await market.owner`delete from activity_records`;
    for (const liked of [[0, 1], [0, 1], [0, 1, 2], [0]]) {
      const viewer = await consenting();
      await market.activity.record(viewer, { events: liked.flatMap((index) => [viewed(index), viewed(index)]) });
    }
    const pairs = await market.kernel.db.read(system, (reader) => market.activity.coOccurrences(reader, "2000-01-01"));
    expect(
      pairs.map(({ productId, otherProductId, personCount, productPersonCount, otherPersonCount }) => [
        personCount,
        new Map([
          [productId, productPersonCount],
          [otherProductId, otherPersonCount],
        ]),
      ]),
    ).toEqual([
      [
        3,
        new Map([
          [productOf(0), 4],
          [productOf(1), 3],
        ]),
      ],
    ]);
  });
});
