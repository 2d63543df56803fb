import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { draftFor, type Market, openMarket } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import { stepsBySequence } from "./application.loaders.js";
import type { ApplicationState } from "./application.states.js";

let market: Market;
let lenders: Awaited<ReturnType<Market["lender"]>>[];
let products: string[];
let viewer: BorrowerViewer;

beforeAll(async () => {
  market = await openMarket();
  lenders = [await market.lender("甲银行"), await market.lender("乙银行"), await market.lender("丙银行")];
  products = [];
  for (const [at, { id }] of lenders.entries())
    products.push(await market.product(id, { name: `逐家贷${at + 1}`, disbursementHours: 24 * (3 - at) }));
});
afterAll(() => market.close());
beforeEach(async () => {
  viewer = await market.borrower();
});

const [first, second, third] = [0, 1, 2].map((at) => () => products[at] ?? "");
const inOrder = () => [first?.() ?? "", second?.() ?? "", third?.() ?? ""];

async function starts(productIds = inOrder(), wish: { amount?: bigint; termCount?: number } = {}) {
  const draft = await draftFor(market, viewer, productIds, wish);
  const input = { ...draft, goal: "LOWEST_COST" as const, productIds, idempotencyKey: newId() };
  return { input, id: await market.sequences.start(viewer, input) };
}
const standing = async (id: string) => {
  const { kernel, sequences } = market;
  return kernel.db.read(viewer, async (reader) => {
    const sequence = await sequences.find(reader, viewer, id);
    const [steps = []] = await stepsBySequence.batch(reader, [id], viewer);
    return { ...sequence, steps, states: steps.map(({ state }) => state) };
  });
};
async function moves(applicationId: string, ...path: ApplicationState[]) {
  for (const to of path)
    await market.kernel.db.write(system, async (tx) => {
      const { state } = await market.applications.lock(tx, system, applicationId);
      await market.applications.move(tx, system, { applicationId, from: [state], to });
    });
  await market.drain();
}
/** The lender's answer, without its desk: the state is moved as underwriting would. */
async function answers(id: string, ...path: ApplicationState[]) {
  await market.drain();
  const sent = (await standing(id)).steps.find(({ state }) => state === "SENT");
  const applicationId = sent?.applicationId ?? "";
  await moves(applicationId, ...path);
  return applicationId;
}
const refuses = (id: string) => answers(id, "REJECTED");
const code = (expected: string) => expect.objectContaining({ code: expected });

describe("asking lenders one after another", () => {
  it("idea 5: tells one lender at a time; the next hears of it when the one before refused, and only then has a consent", async () => {
    const { id } = await starts();
    await market.drain();
    expect((await standing(id)).states).toEqual(["SENT", "WAITING", "WAITING"]);
    const consents = () =>
      market.owner`select institution_id from consents where borrower_id = ${viewer.borrowerId} order by given_at`;
    expect((await consents()).map((row) => row.institution_id)).toEqual([lenders[0]?.id]);
    for (const lender of lenders.slice(1)) {
      const page = await market.kernel.db.read(lender.reviewer, (reader) =>
        market.applications.page(reader, lender.reviewer, {}, "NEWEST", { first: 50 }),
      );
      expect(page.edges.some(({ node }) => node.borrowerId === viewer.borrowerId)).toBe(false);
    }
    await refuses(id);
    expect((await standing(id)).states).toEqual(["ENDED", "SENT", "WAITING"]);
    expect((await consents()).map((row) => row.institution_id)).toEqual([lenders[0]?.id, lenders[1]?.id]);
  });

  it("idea 5: stops at the first accepted offer, and nobody else is ever asked", async () => {
    const { id } = await starts();
    await market.drain();
    await refuses(id);
    const applicationId = await answers(id, "APPROVED");
    expect(await standing(id)).toMatchObject({ state: "RUNNING", states: ["ENDED", "SENT", "WAITING"] });
    const takes = () => market.kernel.db.write(viewer, (tx) => market.sequences.taken(tx, viewer, applicationId));
    await takes();
    const over = { state: "ACCEPTED", states: ["ENDED", "ACCEPTED", "SKIPPED"] };
    expect(await standing(id)).toMatchObject(over);
    // Whatever becomes of that offer, and however often it is said.
    await takes();
    await moves(applicationId, "EXPIRED");
    expect(await standing(id)).toMatchObject(over);
    const rows = await market.owner`select id from applications where borrower_id = ${viewer.borrowerId}`;
    expect(rows).toHaveLength(2);
  });

  it("idea 5: goes on after a withdrawal and an expiry too, once each, and is exhausted when nobody is left", async () => {
    const { id } = await starts();
    await market.drain();
    const applicationId = (await standing(id)).steps[0]?.applicationId ?? "";
    const row = await market.kernel.db.read(viewer, (reader) =>
      market.applications.find(reader, viewer, applicationId),
    );
    await market.closing.withdraw(viewer, { applicationId, version: row.version, idempotencyKey: newId() });
    await market.drain();
    expect((await standing(id)).states).toEqual(["ENDED", "SENT", "WAITING"]);
    await answers(id, "APPROVED", "EXPIRED");
    expect((await standing(id)).states).toEqual(["ENDED", "ENDED", "SENT"]);
    const [event] =
      await market.owner`select id from events where name = 'application.statusChanged' and subject_id = ${applicationId} order by occurred_at desc`;
    await market.sequences.follow("applications.followSequence", event?.id, applicationId, "WITHDRAWN");
    expect((await standing(id)).states).toEqual(["ENDED", "ENDED", "SENT"]);
    await refuses(id);
    expect(await standing(id)).toMatchObject({ state: "EXHAUSTED", states: ["ENDED", "ENDED", "ENDED"] });
  });

  it("idea 5: pressed twice, or in two tabs, is one walk with one application", async () => {
    const draft = await draftFor(market, viewer, inOrder());
    const input = { ...draft, goal: "FASTEST" as const, productIds: inOrder() };
    const key = newId();
    const twice = await Promise.all(
      [1, 2].map(() => market.sequences.start(viewer, { ...input, idempotencyKey: key })),
    );
    expect(new Set(twice).size).toBe(1);
    const tabs = await Promise.allSettled(
      [1, 2].map(() => market.sequences.start(viewer, { ...input, idempotencyKey: newId() })),
    );
    expect(tabs.every(({ status }) => status === "rejected")).toBe(true);
    await expect(starts([third?.() ?? ""])).rejects.toThrow(code("APPLICATION_SEQUENCE_OPEN"));
    expect(await market.owner`select id from applications where borrower_id = ${viewer.borrowerId}`).toHaveLength(1);
  });

  it("idea 5: paused asks nobody, resumed asks the next, reordered asks another, cancelled is over", async () => {
    const { id } = await starts();
    await market.drain();
    const version = async () => (await standing(id)).version;
    await market.sequences.pause(viewer, id, await version());
    await refuses(id);
    expect(await standing(id)).toMatchObject({ state: "PAUSED", states: ["ENDED", "WAITING", "WAITING"] });
    await expect(market.sequences.resume(viewer, { sequenceId: id, version: 1 })).rejects.toThrow(code("CONFLICT"));
    const other = [third?.() ?? "", second?.() ?? ""];
    await market.sequences.reorder(viewer, { sequenceId: id, version: await version(), productIds: other });
    await expect(
      market.sequences.reorder(viewer, { sequenceId: id, version: await version(), productIds: inOrder() }),
    ).rejects.toThrow(code("APPLICATION_PRODUCT_NOT_IN_DRAFT"));
    await market.sequences.resume(viewer, { sequenceId: id, version: await version() });
    expect((await standing(id)).steps.map(({ productId, state }) => [productId, state]).slice(1)).toEqual([
      [third?.(), "SENT"],
      [second?.(), "WAITING"],
    ]);
    await market.sequences.cancel(viewer, id, await version());
    await refuses(id);
    expect(await standing(id)).toMatchObject({ state: "CANCELLED", states: ["ENDED", "ENDED", "SKIPPED"] });
    await expect(market.sequences.pause(viewer, id, await version())).rejects.toThrow(
      code("APPLICATION_SEQUENCE_ENDED"),
    );
    const stranger = await market.borrower();
    await expect(market.sequences.cancel(stranger, id, 1)).rejects.toThrow(code("NOT_FOUND"));
  });

  it("idea 5: passes a lender by who offers the product no more, and says why", async () => {
    const gone = await market.product(lenders[1]?.id ?? "", { name: "将下架贷" });
    const { id } = await starts([first?.() ?? "", gone, third?.() ?? ""]);
    await market.drain();
    await market.owner`update products set state = 'SUSPENDED', suspended_reason = 'test' where id = ${gone}`;
    await market.catalog.refresh();
    await refuses(id);
    const { steps, states } = await standing(id);
    expect(states).toEqual(["ENDED", "SKIPPED", "SENT"]);
    expect(steps[1]?.reason).toMatchObject({ code: "PRODUCT_NOT_AVAILABLE" });
  });

  it("idea 5: stands still where the borrower can mend what is in the way, and goes on once it is mended", async () => {
    const { id } = await starts();
    await market.drain();
    await market.owner`update accounts set state = 'FROZEN', freeze_reason = 'test' where id = ${viewer.accountId}`;
    await refuses(id);
    const paused = await standing(id);
    expect(paused).toMatchObject({ state: "PAUSED", states: ["ENDED", "WAITING", "WAITING"] });
    expect(paused.reason).toMatchObject({ code: "APPLICATION_ACCOUNT_FROZEN" });
    expect(paused.reason?.zh).toMatch(/冻结/);
    await market.owner`update accounts set state = 'ACTIVE', freeze_reason = null where id = ${viewer.accountId}`;
    await market.sequences.resume(viewer, { sequenceId: id, version: paused.version });
    expect((await standing(id)).states).toEqual(["ENDED", "SENT", "WAITING"]);
  });
});

describe("the guard of a walk", () => {
  it("idea 5: refuses to push a loan the month cannot carry, names what would fit, and what it names is let through", async () => {
    viewer = await market.borrower({ monthlyIncome: 600_000n });
    const wish = { amount: 5_000_000n, termCount: 12 };
    const refusal = await starts(inOrder(), wish).then(
      () => null,
      (error: { code: string; params: { options: string } }) => error,
    );
    expect(refusal).toMatchObject({ code: "APPLICATION_DEBT_SERVICE_TOO_HIGH", field: "amount" });
    const [amount = "", termCount = ""] = (refusal?.params.options ?? "").split(" / ")[0]?.split(" × ") ?? [];
    expect(await market.owner`select id from applications where borrower_id = ${viewer.borrowerId}`).toHaveLength(0);
    const fen = BigInt(amount.replace(".", ""));
    await expect(starts(inOrder(), { amount: fen + 10_000n, termCount: Number(termCount) })).rejects.toThrow(
      code("APPLICATION_DEBT_SERVICE_TOO_HIGH"),
    );
    const { id } = await starts(inOrder(), { amount: fen, termCount: Number(termCount) });
    expect((await standing(id)).states[0]).toBe("SENT");
  });

  it("idea 5: counts what the borrower owes on this platform, and stops a walk that began before", async () => {
    const { id } = await starts();
    await market.drain();
    const debt = {
      loanId: newId(),
      borrowerId: viewer.borrowerId,
      monthlyPayment: 1_900_000n,
      outstanding: 9_000_000n,
    };
    await market.kernel.db.write(system, (tx) => market.obligations.record(tx, [{ ...debt, endsOn: "2028-01-01" }]));
    await refuses(id);
    expect(await standing(id)).toMatchObject({
      state: "PAUSED",
      reason: { code: "APPLICATION_DEBT_SERVICE_TOO_HIGH" },
    });
    await market.kernel.db.write(system, (tx) =>
      market.obligations.record(tx, [{ ...debt, monthlyPayment: 0n, outstanding: 0n, endsOn: "2028-01-01" }]),
    );
    await market.sequences.resume(viewer, { sequenceId: id, version: (await standing(id)).version });
    expect((await standing(id)).states[1]).toBe("SENT");
  });
});

describe("a plan", () => {
  it("idea 5: orders the draft's products by the goal, and by the odds of whoever can tell them", async () => {
    const { draftId } = await draftFor(market, viewer, inOrder());
    const planned = (goal: "FASTEST" | "SUREST", odds?: ReadonlyMap<string, number>) =>
      market.kernel.db.read(viewer, async (reader) => {
        const draft = await market.drafts.find(reader, viewer, draftId);
        const { draftItemsByDraft } = await import("./application.loaders.js");
        const [items = []] = await draftItemsByDraft.batch(reader, [draftId], viewer);
        return market.plans.planFor(reader, draft, items, { goal }, odds);
      });
    const fastest = await planned("FASTEST");
    expect(fastest.turns.map(({ product }) => product.id)).toEqual([...inOrder()].reverse());
    expect(fastest).toMatchObject({ parallelHardPulls: 3, chance: null });
    const odds = new Map(inOrder().map((id, at) => [id, [100_000, 200_000, 900_000][at] ?? 0]));
    const surest = await planned("SUREST", odds);
    expect(surest.turns[0]).toMatchObject({ product: { id: third?.() }, odds: 900_000 });
    expect(surest.expectedHardPulls).toBeLessThan(1.2);
  });
});
