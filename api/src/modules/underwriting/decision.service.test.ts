import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply, type Market, openMarket } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import { type InstitutionViewer, system } from "../../kernel/viewer/index.js";
import type { DecisionWish } from "./decision.service.js";

let market: Market;
let lender: Awaited<ReturnType<Market["lender"]>>;
let product: string;

beforeAll(async () => {
  market = await openMarket();
  lender = await market.lender("甲银行");
  product = await market.product(lender.id);
});
afterAll(() => market.close());

const rowOf = (id: string, by: InstitutionViewer = lender.reviewer) =>
  market.kernel.db.read(by, (reader) => market.applications.find(reader, by, id));

async function underReview(amount = 3_000_000n) {
  const viewer = await market.borrower({ monthlyIncome: 5_000_000n });
  const id = await apply(market, viewer, product, { amount });
  await market.assessments.screen(id);
  return { viewer, id, version: (await rowOf(id)).version };
}
const decide = (
  id: string,
  version: number,
  wish: Partial<DecisionWish> = {},
  by: InstitutionViewer = lender.reviewer,
) =>
  market.decisions.decide(by, {
    applicationId: id,
    version,
    verdict: "APPROVE",
    reasons: [],
    idempotencyKey: newId(),
    ...wish,
  });
const offerOf = async (id: string) => {
  const offers = await market.kernel.db.read(lender.reviewer, (reader) => market.offers.ofApplication(reader, id));
  const offer = offers.at(-1);
  if (!offer) throw new Error("no offer");
  return offer;
};
const judge = (
  by: InstitutionViewer,
  approvalId: string,
  verdict: "APPROVED" | "REJECTED",
  reason: string | null = null,
) => market.kernel.db.write(by, (tx) => market.kernel.approvals.decide(tx, by, approvalId, verdict, reason));

describe("a reviewer's verdict (I-19)", () => {
  it("approves as asked for, and the borrower must accept before the contract", async () => {
    const { viewer, id, version } = await underReview();
    await decide(id, version, { annualRate: 90_000, comment: "欢迎" });
    expect((await rowOf(id)).state).toBe("APPROVED");
    const offer = await offerOf(id);
    expect(offer).toMatchObject({ kind: "AS_REQUESTED", annualRate: 90_000, amount: 3_000_000n, comment: "欢迎" });
    expect(offer.expiresAt.getTime() - offer.createdAt.getTime()).toBe(72 * 3_600_000);
    const key = newId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => market.offers.accept(viewer, { offerId: offer.id, idempotencyKey: key })),
    );
    expect(new Set(answers)).toEqual(new Set([id]));
    expect(await rowOf(id)).toMatchObject({ state: "APPROVED", offerAcceptedAt: expect.any(Date) });
    const accepted = await market.kernel.db.read(viewer, (reader) => market.offers.accepted(reader, id));
    expect(accepted?.id).toBe(offer.id);
    await expect(market.offers.accept(viewer, { offerId: offer.id, idempotencyKey: newId() })).rejects.toMatchObject({
      code: "OFFER_NOT_OPEN",
    });
  });

  it.each([
    ["amount above the product's maximum", { amount: 99_000_000n }, "CATALOG_ASK_OUT_OF_RANGE", "amount"],
    ["a rate above the product's range", { annualRate: 200_000 }, "CATALOG_ASK_OUT_OF_RANGE", "annualRate"],
    ["a term the product lacks", { termCount: 18 }, "CATALOG_ASK_OUT_OF_RANGE", "termCount"],
    ["the terms that were asked for", {}, "DECISION_SAME_AS_REQUESTED", "amount"],
  ])("2-09: a counter-offer with %s is refused on the field", async (_, terms, code, field) => {
    const { id, version } = await underReview();
    await expect(decide(id, version, { verdict: "COUNTER_OFFER", ...terms })).rejects.toMatchObject({ code, field });
    expect((await rowOf(id)).state).toBe("UNDER_REVIEW");
  });

  it("refuses a rejection without reason, an approval of other terms, and a rate above the quote", async () => {
    const { id, version } = await underReview();
    await expect(decide(id, version, { verdict: "REJECT" })).rejects.toMatchObject({
      code: "DECISION_REASON_REQUIRED",
    });
    await expect(decide(id, version, { amount: 2_000_000n })).rejects.toMatchObject({
      code: "DECISION_NOT_AS_REQUESTED",
      field: "amount",
    });
    await expect(decide(id, version, { annualRate: 130_000 })).rejects.toMatchObject({
      code: "DECISION_RATE_ABOVE_QUOTE",
    });
    await expect(decide(id, version + 1)).rejects.toMatchObject({ code: "CONFLICT" });
    await decide(id, version, { verdict: "REJECT", reasons: ["INSUFFICIENT_INCOME"] });
    expect((await rowOf(id)).state).toBe("REJECTED");
  });

  it("is not for another institution: NOT_FOUND, as for an id that does not exist", async () => {
    const other = await market.lender("乙银行");
    const { id, version } = await underReview();
    const foreign = await decide(id, version, {}, other.reviewer).catch((error) => error);
    const missing = await decide(newId(), version, {}, other.reviewer).catch((error) => error);
    expect(foreign).toMatchObject({ code: "NOT_FOUND" });
    expect(foreign.text("zh-CN")).toBe(missing.text("zh-CN"));
    expect(foreign.params).toEqual(missing.params);
  });

  it("shows beforehand what terms would cost and what is wrong with them", async () => {
    const { id } = await underReview();
    const preview = (amount: bigint) =>
      market.kernel.db.read(lender.reviewer, (reader) =>
        market.decisions.preview(reader, lender.reviewer, {
          applicationId: id,
          amount,
          annualRate: 100_000,
          termCount: 12,
          method: "EQUAL_INSTALMENT",
        }),
      );
    expect(await preview(6_000_000n)).toMatchObject({
      needsSecondPerson: true,
      problems: [],
      quote: { amount: 6_000_000n },
    });
    const wrong = await preview(1n);
    expect(wrong).toMatchObject({
      quote: null,
      problems: [{ code: "CATALOG_ASK_OUT_OF_RANGE", field: "amount", verdict: "FAIL" }],
    });
  });
});

describe("a counter-offer (2-09)", () => {
  it("2-09: accepted, the counter-offer is approved and waits for its cost sheet", async () => {
    const { viewer, id, version } = await underReview();
    await decide(id, version, { verdict: "COUNTER_OFFER", amount: 2_000_000n, annualRate: 110_000 });
    expect((await rowOf(id)).state).toBe("COUNTER_OFFERED");
    const offer = await offerOf(id);
    expect(offer).toMatchObject({ kind: "COUNTER_OFFER", requestedAmount: 3_000_000n });
    await market.offers.accept(viewer, { offerId: offer.id, idempotencyKey: newId() });
    const steps =
      await market.owner`select facts->>'to' as state from events where subject_id = ${id} and name = 'application.statusChanged' order by occurred_at, id`;
    expect(steps.map(({ state }) => state).slice(-3)).toEqual(["UNDER_REVIEW", "COUNTER_OFFERED", "APPROVED"]);
  });

  it("2-09: a declined offer withdraws the application, one not answered in time expires it", async () => {
    const first = await underReview();
    await decide(first.id, first.version, { verdict: "COUNTER_OFFER", amount: 2_000_000n });
    const { id: declinedId } = await offerOf(first.id);
    await market.offers.decline(first.viewer, { offerId: declinedId, reason: "COST", idempotencyKey: newId() });
    const [told] = await market.owner`select decline_reason from offers where id = ${declinedId}`;
    expect(told).toEqual({ decline_reason: "COST" });
    await expect(rowOf(first.id)).rejects.toMatchObject({ code: "NOT_FOUND" });

    const second = await underReview();
    await decide(second.id, second.version, { verdict: "COUNTER_OFFER", amount: 2_000_000n });
    const offer = await offerOf(second.id);
    await market.owner`alter table offers disable trigger offers_guard`;
    await market.owner`update offers set expires_at = now() - interval '1 second' where id = ${offer.id}`;
    await market.owner`alter table offers enable trigger offers_guard`;
    await expect(
      market.offers.accept(second.viewer, { offerId: offer.id, idempotencyKey: newId() }),
    ).rejects.toMatchObject({ code: "OFFER_EXPIRED" });
    expect(await market.offers.expire()).toBe(1);
    const [row] = await market.owner`select state from applications where id = ${second.id}`;
    expect(row?.state).toBe("EXPIRED");
    expect(await market.offers.expire()).toBe(0);
  });

  it("2-09: an accepted offer ends the other applications that are named, in the same moment, and no others", async () => {
    const other = await market.product(lender.id, { name: "乙贷" });
    const third = await market.product(lender.id, { name: "丙贷" });
    const { viewer, id, version } = await underReview();
    const [named, left] = [await apply(market, viewer, other), await apply(market, viewer, third)];
    await decide(id, version);
    const { id: offerId } = await offerOf(id);
    const stranger = await underReview();
    const key = newId();
    const accept = (withdrawing: string[], idempotencyKey = key) =>
      market.offers.accept(viewer, { offerId, idempotencyKey, withdrawing });
    await expect(accept([named, stranger.id])).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await offerOf(id)).state).toBe("OPEN");
    expect(await accept([named, id])).toBe(id);
    expect(await accept([named, id])).toBe(id);
    expect((await offerOf(id)).state).toBe("ACCEPTED");
    const states = await market.owner`select id, state, consent_ended_at is not null as ended from applications
      where id in ${market.owner([named, left])} order by id`;
    expect(states).toEqual([
      { id: named, state: "WITHDRAWN", ended: true },
      { id: left, state: "SUBMITTED", ended: false },
    ]);
    expect((await rowOf(stranger.id)).state).toBe("UNDER_REVIEW");
  });

  it("2-09: of two offers that are each to end the other, one is accepted; a signed loan ends for no offer", async () => {
    const other = await market.product(lender.id, { name: "丁贷" });
    const { viewer, id, version } = await underReview();
    const rival = await apply(market, viewer, other);
    await market.assessments.screen(rival);
    await decide(id, version);
    await decide(rival, (await rowOf(rival)).version);
    const accept = async (from: string, withdrawing: string[]) =>
      market.offers.accept(viewer, { offerId: (await offerOf(from)).id, idempotencyKey: newId(), withdrawing });
    const answers = await Promise.allSettled([accept(id, [rival]), accept(rival, [id])]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "OFFER_NOT_OPEN" } });
    const rows = await market.owner`select state from applications where id in ${market.owner([id, rival])}`;
    expect(rows.map(({ state }) => state).sort()).toEqual(["APPROVED", "WITHDRAWN"]);

    const taken = answers[0]?.status === "fulfilled" ? id : rival;
    await market.kernel.db.write(system, async (tx) => {
      await market.applications.move(tx, system, { applicationId: taken, from: ["APPROVED"], to: "CONTRACT_PENDING" });
      await market.applications.move(tx, system, {
        applicationId: taken,
        from: ["CONTRACT_PENDING"],
        to: "CONTRACTED",
      });
    });
    const last = await apply(market, viewer, await market.product(lender.id, { name: "戊贷" }));
    await market.assessments.screen(last);
    await decide(last, (await rowOf(last)).version);
    await expect(accept(last, [taken])).rejects.toMatchObject({ code: "APPLICATION_CANNOT_WITHDRAW" });
    expect((await offerOf(last)).state).toBe("OPEN");
  });

  it("expires when accepted and not signed in time, and is left alone once the contract is signed", async () => {
    const accepted = async () => {
      const { viewer, id, version } = await underReview();
      await decide(id, version);
      await market.offers.accept(viewer, { offerId: (await offerOf(id)).id, idempotencyKey: newId() });
      await market.owner`update offers set sign_by = now() - interval '1 second' where application_id = ${id}`;
      return id;
    };
    const unsigned = await accepted();
    expect(await market.offers.expire()).toBe(1);
    const signed = await accepted();
    await market.kernel.db.write(system, async (tx) => {
      await market.applications.move(tx, system, { applicationId: signed, from: ["APPROVED"], to: "CONTRACT_PENDING" });
      await market.applications.move(tx, system, {
        applicationId: signed,
        from: ["CONTRACT_PENDING"],
        to: "CONTRACTED",
      });
    });
    expect(await market.offers.expire()).toBe(0);
    const rows =
      await market.owner`select a.id, a.state, o.state as offer, o.sign_by from applications a join offers o on o.application_id = a.id where a.id in (${unsigned}, ${signed})`;
    expect(rows.find(({ id }) => id === unsigned)).toMatchObject({ state: "EXPIRED", offer: "EXPIRED" });
    expect(rows.find(({ id }) => id === signed)).toMatchObject({
      state: "CONTRACTED",
      offer: "ACCEPTED",
      sign_by: null,
    });
  });

  it("cannot be answered by anybody else, nor by a frozen borrower", async () => {
    const { viewer, id, version } = await underReview();
    await decide(id, version, { verdict: "COUNTER_OFFER", amount: 2_000_000n });
    const { id: offerId } = await offerOf(id);
    const stranger = await market.borrower();
    await expect(market.offers.accept(stranger, { offerId, idempotencyKey: newId() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      market.offers.accept({ ...viewer, isFrozen: true }, { offerId, idempotencyKey: newId() }),
    ).rejects.toMatchObject({ code: "OFFER_ACCOUNT_FROZEN" });
  });

  it("keeps its terms, whoever writes", async () => {
    const { id, version } = await underReview();
    await decide(id, version, { verdict: "COUNTER_OFFER", amount: 2_000_000n });
    await expect(market.owner`update offers set amount = 1 where application_id = ${id}`).rejects.toThrow(
      /cannot change/,
    );
  });
});

describe("above the reviewer's limit (2-11)", () => {
  it("waits for a second person, who is never the maker: by service and by SQL", async () => {
    const { id, version } = await underReview(8_000_000n);
    const answer = await decide(id, version, {}, { ...lender.checker, decisionLimit: 1n });
    expect(answer.approvalId).not.toBeNull();
    const approvalId = answer.approvalId ?? "";
    expect((await rowOf(id)).state).toBe("UNDER_REVIEW");
    await expect(judge(lender.checker, approvalId, "APPROVED")).rejects.toMatchObject({
      code: "APPROVAL_MAKER_CANNOT_CHECK",
    });
    await expect(judge(lender.reviewer, approvalId, "APPROVED")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      market.owner`update approvals set checker_id = maker_id, state = 'APPROVED' where id = ${approvalId}`,
    ).rejects.toThrow(/approvals_checker_is_not_maker/);
    await expect(decide(id, version)).rejects.toMatchObject({ code: "DECISION_WAITS_FOR_CHECKER" });
    const second = await market.staff(lender.id, "周正", 0n, ["application:check"]);
    await judge(second, approvalId, "APPROVED");
    expect((await rowOf(id)).state).toBe("APPROVED");
    const [decision] =
      await market.owner`select maker_id, checker_id, approval_id from decisions where application_id = ${id}`;
    expect(decision).toMatchObject({
      maker_id: lender.checker.accountId,
      checker_id: second.accountId,
      approval_id: approvalId,
    });
    expect(await offerOf(id)).toMatchObject({ amount: 8_000_000n });
  });

  it("stays in review when the second person says no, and the wish goes away when the borrower does", async () => {
    const first = await underReview(8_000_000n);
    const { approvalId } = await decide(first.id, first.version);
    await expect(judge(lender.checker, approvalId ?? "", "REJECTED")).rejects.toMatchObject({
      code: "APPROVAL_REASON_REQUIRED",
    });
    await judge(lender.checker, approvalId ?? "", "REJECTED", "金额偏高");
    expect((await rowOf(first.id)).state).toBe("UNDER_REVIEW");

    const second = await underReview(8_000_000n);
    const asked = await decide(second.id, second.version);
    const { version } = await rowOf(second.id);
    await market.closing.withdraw(second.viewer, { applicationId: second.id, version, idempotencyKey: newId() });
    await market.drain();
    const [approval] = await market.owner`select state from approvals where id = ${asked.approvalId}`;
    expect(approval?.state).toBe("WITHDRAWN");
  });

  it("decides once for one key, even when pressed five times at once (2-17)", async () => {
    const { id, version } = await underReview();
    const idempotencyKey = newId();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => decide(id, version, { idempotencyKey })));
    expect(new Set(answers.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(await market.owner`select id from decisions where application_id = ${id}`).toHaveLength(1);
    expect(await market.owner`select id from offers where application_id = ${id}`).toHaveLength(1);
  });
});
