import { seeded } from "@daichao/scoring";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../../../tests/kit/market.js";
import { everydayPast, openMatching, plantPast } from "../../../tests/kit/matching.js";
import { anonymous, type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { RankWish } from "./ranking.rules.js";

let market: Market;
let matching: ReturnType<typeof openMatching>;
let rich: BorrowerViewer;
let modest: BorrowerViewer;
const products: string[] = [];
const wish: RankWish = { amount: 3_000_000n, termCount: 12, purpose: null };

const recommend = (viewer: Viewer, asked: RankWish = wish, first = 10) =>
  market.kernel.db.read(viewer, (reader) => matching.rankings.recommend(reader, viewer, asked, first));
const explain = (viewer: Viewer, rankingId: string, productId: string) =>
  market.kernel.db.read(viewer, (reader) => matching.explanations.explain(reader, viewer, rankingId, productId));
const orderOf = ({ items }: Awaited<ReturnType<typeof recommend>>) => items.map(({ priced }) => priced.product.id);

beforeAll(async () => {
  market = await openMarket();
  const lenders = [
    await market.lender("甲银行"),
    await market.lender("乙消金", "CONSUMER_FINANCE"),
    await market.lender("丙小贷", "MICRO_LENDER"),
  ];
  for (const [index, { id }] of lenders.entries())
    for (let shelf = 0; shelf < 3; shelf += 1) {
      const rate = 70_000 + 12_000 * index + 9_000 * shelf;
      const eligibility = { minMonthlyIncome: shelf === 0 ? 1_500_000n : null };
      products.push(
        await market.product(id, {
          name: `示例产品${index}${shelf}`,
          rateMin: rate,
          rateMax: rate,
          category: shelf === 1 ? "CAR" : "RENOVATION",
          eligibility: {
            minAge: 18,
            maxAge: 65,
            employments: [],
            provinces: [],
            minEmploymentMonths: null,
            ...eligibility,
          },
        }),
      );
    }
  matching = openMatching(market);
  await plantPast(market, everydayPast(products, 900, seeded(7)));
  await matching.training.train(system);
  rich = await market.borrower({ monthlyIncome: 4_000_000n });
  modest = await market.borrower({ monthlyIncome: 800_000n });
  matching.trail.agreed.add(rich.borrowerId).add(modest.borrowerId);
});
afterAll(async () => {
  await matching.shown.stop();
  await market.close();
});

describe("recommendations", () => {
  it("B-03: two borrowers with different facts get different orders, each product with a reason", async () => {
    const [one, other] = [await recommend(rich), await recommend(modest)];
    expect(one.basis).toBe("PERSONAL");
    expect(orderOf(one)).not.toEqual(orderOf(other));
    for (const { items } of [one, other])
      for (const item of items) {
        expect(item.reasons.length).toBeGreaterThanOrEqual(1);
        expect(item.guestPlace).not.toBeNull();
      }
  });

  it("B-03: what somebody does not qualify for is left out, and told with what stands in the way", async () => {
    const { excluded, items } = await recommend(modest);
    expect(excluded).toHaveLength(3);
    for (const { failures } of excluded) expect(failures.map(({ criterion }) => criterion)).toEqual(["INCOME"]);
    const left = new Set(excluded.map(({ priced }) => priced.product.id));
    expect(items.some(({ priced }) => left.has(priced.product.id))).toBe(false);
  });

  it("B-03: without consent both get the guest's order, and none of their facts is kept with it", async () => {
    const guest = await recommend(anonymous);
    matching.trail.agreed.clear();
    const [one, other] = [await recommend(rich), await recommend(modest)];
    matching.trail.agreed.add(rich.borrowerId).add(modest.borrowerId);
    expect([one.basis, guest.basis]).toEqual(["SWITCHED_OFF", "GUEST"]);
    expect(orderOf(one)).toEqual(orderOf(guest));
    expect(orderOf(other)).toEqual(orderOf(guest));
    expect([one.id, other.id]).toEqual([guest.id, guest.id]);
    await matching.shown.flush();
    const [row] = await market.owner`select borrower_id, facts, acts from rankings where id = ${guest.id}`;
    expect(row).toEqual({ borrower_id: null, facts: null, acts: [] });
  });

  it("B-03: what somebody looked at moves up, and the reason says so", async () => {
    const before = await recommend(rich);
    const last = before.items.at(-1);
    const productId = last?.priced.product.id ?? "";
    const occurredAt = market.kernel.clock.businessNow();
    const step = { productId, kind: "APPLICATION_STARTED", weight: 5, occurredAt };
    matching.trail.steps.set(rich.borrowerId, [step, { ...step, kind: "PRODUCT_COMPARED", weight: 2 }]);
    const after = await recommend(rich);
    const now = after.items.find(({ priced }) => priced.product.id === productId);
    expect(now?.place).toBeLessThan(last?.place ?? 0);
    expect(now?.reasons.map(({ code }) => code)).toContain("LIKE_VIEWED");
  });

  it("X-02: products that the same people looked at are alike by the counts of people, drawn to nothing where few did", async () => {
    const [one = "", other = "", third = ""] = products;
    const counts = { personCount: 40, productPersonCount: 50, otherPersonCount: 80 };
    matching.trail.common.push({ productId: one, otherProductId: other, ...counts });
    matching.trail.common.push({ productId: one, otherProductId: third, ...counts, personCount: 3 });
    await matching.pairs.refresh();
    const likes = (await matching.pairs.neighbours()).get(one) ?? [];
    const likeness = (id: string) => likes.find(({ otherId }) => otherId === id)?.similarity ?? 0;
    expect(likeness(other)).toBeGreaterThan(5 * likeness(third));
    expect(likeness(third)).toBeGreaterThan(0);
    matching.trail.common.length = 0;
    await matching.pairs.refresh();
  });

  it("B-03: a stated purpose lifts what is made for it, for a guest as well", async () => {
    const { items } = await recommend(anonymous, { ...wish, purpose: "CAR" });
    expect(items.slice(0, 3).map(({ priced }) => priced.product.category)).toEqual(["CAR", "CAR", "CAR"]);
    expect(items[0]?.reasons.map(({ code }) => code)).toContain("FITS_PURPOSE");
  });

  it("A-24: explainRank's parts sum to the score, for every place of an order", async () => {
    const { id, items } = await recommend(rich);
    for (const { priced, score, place } of items) {
      const told = await explain(rich, id, priced.product.id);
      expect(told.parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect([told.score, told.place, told.isRebuilt]).toEqual([score, place, true]);
    }
  });

  it("idea 3: the shown order is rebuilt from what was kept, also after the shelf and the model have moved on", async () => {
    const { id, items } = await recommend(modest);
    const first = items[0]?.priced.product.id ?? "";
    await matching.shown.flush();
    await plantPast(market, everydayPast(products, 40, seeded(9)));
    await matching.training.train(system);
    const told = await explain(modest, id, first);
    expect(told).toMatchObject({ isRebuilt: true, place: 1, oddsModelVersion: 1 });
    const [row] = await market.owner`select items from rankings where id = ${id}`;
    const bent = row?.items.map((item: { cost: number }, index: number) => (index === 2 ? { ...item, cost: 1 } : item));
    await market.owner`update rankings set items = ${market.owner.json(bent)} where id = ${id}`;
    expect((await explain(modest, id, first)).isRebuilt).toBe(false);
  });

  it("X-02: one event is followed to its feature and to its points", async () => {
    const { id, items } = await recommend(rich);
    const liked = items.find(({ reasons }) => reasons.some(({ code }) => code === "LIKE_VIEWED"));
    const told = await explain(rich, id, liked?.priced.product.id ?? "");
    expect(told.acts.map(({ kind }) => kind)).toEqual(["APPLICATION_STARTED", "PRODUCT_COMPARED"]);
    expect(told.acts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(told.parts.find(({ term }) => term === "affinity")?.points).toBeGreaterThan(0);
    expect(told.factors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["income", "debtShare", "category", "institution", "product"]),
    );
  });

  it("idea 3: somebody else's order is like one that was never made", async () => {
    const { id, items } = await recommend(rich);
    const productId = items[0]?.priced.product.id ?? "";
    await expect(explain(modest, id, productId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(explain(anonymous, id, productId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const guest = await recommend(anonymous);
    expect((await explain(anonymous, guest.id, orderOf(guest)[0] ?? "")).isPersonalised).toBe(false);
  });

  it("idea 4: odds that were shown are on record with the model that said them", async () => {
    const { items } = await recommend(rich);
    await matching.shown.flush();
    const shown = items.filter(({ odds }) => odds !== null);
    expect(shown.length).toBeGreaterThan(0);
    const rows = await market.owner<{ product_id: string; percent: number; outcome: number | null }[]>`
      select s.product_id, s.percent, s.outcome from shown_odds s join odds_models m on m.id = s.model_id
      where s.borrower_id = ${rich.borrowerId} and m.state = 'ACTIVE'`;
    for (const { priced, odds } of shown)
      expect(rows).toContainEqual({ product_id: priced.product.id, percent: odds?.percent, outcome: null });
  });

  it("idea 4: what came of shown odds is written down once it is decided", async () => {
    const { today } = market.kernel.clock;
    const [asked] = orderOf(await recommend(rich));
    await matching.shown.flush();
    const decided = { monthlyIncome: 4_000_000n, monthlyDebtPayment: 0n, isApproved: false, daysAgo: 0 };
    await plantPast(market, [{ ...decided, productId: asked ?? "", borrowerId: rich.borrowerId }]);
    expect(await matching.shownOdds.settle(today())).toBeGreaterThan(0);
    const rows = await market.owner<{ outcome: number }[]>`
      select outcome from shown_odds where borrower_id = ${rich.borrowerId} and product_id = ${asked ?? ""}`;
    expect(rows.every(({ outcome }) => outcome === 0)).toBe(true);
    const [record] =
      await market.owner`select count from odds_records where source = 'SHOWN' and institution_id is null`;
    expect(record?.count).toBeGreaterThan(0);
    expect(await matching.shownOdds.settle(today())).toBe(0);
  });

  it("idea 4: a product that refused somebody of late is no match for as much again, and has no odds for them", async () => {
    const picky = await market.borrower({ monthlyIncome: 4_000_000n });
    matching.trail.agreed.add(picky.borrowerId);
    const { amount, termCount } = wish;
    const [refusedId = ""] = orderOf(await recommend(picky));
    const matchFor = (money: bigint) =>
      market.kernel.db.read(picky, async (reader) => {
        const [asker = null] = await matching.matches.asker.batch(reader, [""], picky);
        return matching.matches.matchOf(asker, refusedId, { amount: money, termCount });
      });
    expect((await matchFor(amount))?.isMatch).toBe(true);
    const past = { monthlyIncome: 4_000_000n, monthlyDebtPayment: 0n, isApproved: false, amount };
    await plantPast(market, [{ ...past, productId: refusedId, borrowerId: picky.borrowerId, daysAgo: 3 }]);
    const after = await recommend(picky);
    expect(orderOf(after)).not.toContain(refusedId);
    const left = after.excluded.find(({ priced }) => priced.product.id === refusedId);
    expect(left?.failures.map(({ criterion }) => criterion)).toEqual(["REFUSAL"]);
    expect(await matchFor(amount)).toMatchObject({ isMatch: false, odds: null });
    expect((await matchFor(amount - 1n))?.isMatch).toBe(true);

    const [otherId = ""] = orderOf(after);
    await plantPast(market, [{ ...past, productId: otherId, borrowerId: picky.borrowerId, daysAgo: 31 }]);
    expect(orderOf(await recommend(picky))).toContain(otherId);
  });

  it("idea 4: odds are hidden where the record does not bear them out", async () => {
    await market.owner`update odds_records set calibration_error = 0.3 where source = 'HOLDOUT'`;
    matching.odds.forget();
    const { items } = await recommend(modest);
    expect(items.every(({ odds }) => odds === null)).toBe(true);
    await market.owner`update odds_records set calibration_error = 0.05 where source = 'HOLDOUT'`;
    matching.odds.forget();
    expect((await recommend(modest)).items.some(({ odds }) => odds !== null)).toBe(true);
  });
});
