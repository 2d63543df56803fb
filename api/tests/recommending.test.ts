/** The order in which products are recommended: one's own with a yes, everybody's without, nobody's for money. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { WorldBorrower } from "./kit/world-borrower.js";
import { mutation } from "./kit/world-documents.js";

interface Ranked {
  readonly product: { readonly id: string };
  readonly place: number;
  readonly guestPlace: number | null;
  readonly score: number;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly quote: { readonly annualRate: string; readonly totalCost: string; readonly firstPayment: string };
}
interface RankingView {
  readonly id: string;
  readonly basis: string;
  readonly candidateCount: number;
  readonly items: readonly Ranked[];
  readonly excluded: readonly {
    readonly product: { readonly id: string };
    readonly failures: readonly { criterion: string }[];
  }[];
}

const RANKING = `id basis candidateCount items { product { id } place guestPlace score reasons { code text }
  quote { annualRate totalCost firstPayment } } excluded { product { id } failures { criterion } }`;
const open = { minAge: 18, maxAge: 65, employments: [], provinces: [] };

let world: World;
let rich: WorldBorrower;
let modest: WorldBorrower;
const shelf: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  shelf.cheap = await world.publishes("A", {
    name: "高薪专享贷",
    rateMin: "0.048000",
    rateMax: "0.048000",
    eligibility: { ...open, minMonthlyIncome: "20000.00" },
  });
  shelf.middle = await world.publishes("A", {
    name: "安居装修贷",
    eligibility: { ...open, minMonthlyIncome: "3000.00" },
  });
  shelf.dear = await world.publishes("B", {
    name: "青春消费贷",
    category: "CONSUMPTION",
    rateMin: "0.150000",
    rateMax: "0.150000",
    eligibility: { ...open, minMonthlyIncome: "3000.00" },
  });
  rich = await world.borrower().isReady();
  modest = await world.borrower().isReady();
  await modest.completesProfile({ monthlyIncome: "6000.00", monthlyDebtPayment: "0.00" });
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const ranked = async (caller: Caller): Promise<RankingView> =>
  (
    await caller.run<{ recommendations: RankingView }>(
      `{ recommendations(need: { amount: "30000.00", termCount: 12 }, first: 20) { ${RANKING} } }`,
    )
  ).recommendations;
const ids = ({ items }: RankingView) => items.map(({ product }) => product.id);

async function chooses(caller: Caller, isAllowed: boolean): Promise<void> {
  const { activityChoice } = await caller.run<{ activityChoice: { text: { hash: string } } }>(
    "{ activityChoice { text { hash } } }",
  );
  const input = { isAllowed, textHash: activityChoice.text.hash };
  await caller.run(mutation("setActivityChoice", "state"), { input });
}

describe("a personal order", () => {
  it("B-03: two borrowers with different facts get different orders, each product with a reason in words", async () => {
    await chooses(rich.caller, true);
    await chooses(modest.caller, true);
    const [one, other] = [await ranked(rich.caller), await ranked(modest.caller)];
    expect([one.basis, other.basis]).toEqual(["PERSONAL", "PERSONAL"]);
    expect(ids(one)).not.toEqual(ids(other));
    expect(ids(other)).not.toContain(shelf.cheap);
    expect(other.excluded.map(({ product, failures }) => [product.id, failures.map((one) => one.criterion)])).toEqual([
      [shelf.cheap, ["INCOME"]],
    ]);
    for (const { reasons } of [...one.items, ...other.items]) expect(reasons[0]?.text).toMatch(/[\u4e00-\u9fff]/);
  });

  it("R-08 B-03: one tap off, and both get the guest's order to the letter", async () => {
    for (const { caller } of [rich, modest]) await chooses(caller, false);
    const [one, other, guest] = [await ranked(rich.caller), await ranked(modest.caller), await ranked(world.guest())];
    expect([one.basis, other.basis, guest.basis]).toEqual(["SWITCHED_OFF", "SWITCHED_OFF", "GUEST"]);
    expect(one.items).toEqual(guest.items);
    expect(other.items).toEqual(guest.items);
    expect(guest.items.map(({ place, guestPlace }) => place === guestPlace)).toEqual(guest.items.map(() => true));
  });

  it("R-08: what somebody looked at moves the order and never a price", async () => {
    for (const { caller } of [rich, modest]) await chooses(caller, true);
    const before = await ranked(rich.caller);
    const events = Array.from({ length: 20 }, () => ({
      id: randomUUID(),
      kind: "PRODUCT_VIEWED",
      productId: shelf.dear,
    }));
    await rich.run(mutation("recordActivity", "recordedCount"), { input: { events } });
    const after = await ranked(rich.caller);
    const placeOf = (ranking: RankingView) => ids(ranking).indexOf(shelf.dear ?? "");
    const scoreOf = ({ items }: RankingView) => items.find(({ product }) => product.id === shelf.dear)?.score ?? 0;
    expect(placeOf(after)).toBeLessThanOrEqual(placeOf(before));
    expect(scoreOf(after)).toBeGreaterThan(scoreOf(before));
    const prices = ({ items }: RankingView) => new Map(items.map(({ product, quote }) => [product.id, quote]));
    const everybodys = prices(await ranked(world.guest()));
    for (const ranking of [after, await ranked(modest.caller)])
      for (const [id, quote] of prices(ranking)) expect(quote).toEqual(everybodys.get(id));
  });
});

describe("an order explained", () => {
  it("U-18 X-02: every point is one of the parts, every act is named, and another's order is nobody's business", async () => {
    const ranking = await ranked(rich.caller);
    const query = `query Why($rankingId: ID!, $productId: ID!) { explainRank(rankingId: $rankingId, productId: $productId) {
      place guestPlace score isRebuilt isPersonalised parts { term points } acts { productId kind share } } }`;
    interface Explained {
      readonly place: number;
      readonly score: number;
      readonly isRebuilt: boolean;
      readonly parts: readonly { readonly points: number }[];
      readonly acts: readonly { readonly productId: string; readonly share: number }[];
    }
    for (const item of ranking.items) {
      const variables = { rankingId: ranking.id, productId: item.product.id };
      const { explainRank } = await rich.run<{ explainRank: Explained }>(query, variables);
      expect(explainRank).toMatchObject({ place: item.place, score: item.score, isRebuilt: true });
      expect(explainRank.parts.reduce((sum, { points }) => sum + points, 0)).toBe(item.score);
      if (item.product.id !== shelf.dear) continue;
      expect(explainRank.acts.length).toBeGreaterThan(0);
      expect(explainRank.acts.every(({ productId }) => productId === shelf.dear)).toBe(true);
      expect(explainRank.acts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    }
    const variables = { rankingId: ranking.id, productId: ranking.items[0]?.product.id };
    await expect(modest.run(query, variables)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what is paid for", () => {
  it("U-18 B-01: stands outside the order with its label and payer, whatever is bid, with the facts of the list", async () => {
    const before = await ranked(world.guest());
    const list = () =>
      world
        .guest()
        .run<{ products: { edges: { node: { id: string } }[] } }>(
          "{ products(first: 20) { edges { node { id annualCost { min max method } } } } }",
        );
    const listed = await list();
    const admin = await world.admin();
    const { businessClock } = await admin.run<{ businessClock: { today: string } }>("{ businessClock { today } }");
    const booking = {
      place: "HOME",
      productId: shelf.dear,
      startsOn: businessClock.today,
      endsOn: businessClock.today,
      dailyPrice: "90000.00",
      budget: "90000.00",
      idempotencyKey: randomUUID(),
    };
    const { bookPlacement } = await admin.run<{ bookPlacement: { id: string; state: string } }>(
      mutation("bookPlacement", "id state"),
      { input: booking },
    );
    expect(bookPlacement.state).toBe("PROPOSED");
    const officer = await world.admin("risk-officer");
    const wish = (await officer.seesApprovals()).find(({ subjectId }) => subjectId === bookPlacement.id);
    await officer.speaks(wish?.id ?? "", "APPROVED");
    const { placements } = await world.guest().run<{
      placements: {
        isSponsored: boolean;
        payerName: string;
        advertiser: { id: string };
        product: { id: string; annualCost: object };
      }[];
    }>(
      "{ placements(place: HOME) { isSponsored payerName advertiser { id } product { id annualCost { min max method } } } }",
    );
    expect(placements).toHaveLength(1);
    expect(placements[0]).toMatchObject({ isSponsored: true, product: { id: shelf.dear } });
    expect(placements[0]?.payerName).not.toBe("");
    const same = listed.products.edges.find(({ node }) => node.id === shelf.dear)?.node;
    expect(placements[0]?.product).toEqual(same);
    expect(await ranked(world.guest())).toEqual(before);
    expect(await list()).toEqual(listed);
    const twice = world.guest().run(mutation("bookPlacement", "id"), { input: booking });
    await expect(twice).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
