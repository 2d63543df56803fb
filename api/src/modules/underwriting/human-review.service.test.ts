import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apply, type Market, openMarket, soundFile } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import { ReasonService } from "./reason.service.js";
import { decisionsByApplication } from "./underwriting.loaders.js";

let market: Market;
let lender: Awaited<ReturnType<Market["lender"]>>;
let product: string;

beforeAll(async () => {
  market = await openMarket();
  lender = await market.lender("甲银行");
  product = await market.product(lender.id);
});
afterEach(() => {
  market.bureau.file = soundFile;
});
afterAll(() => market.close());

const rowOf = (id: string) => market.kernel.db.read(system, (reader) => market.applications.find(reader, system, id));
const decisionsOf = async (viewer: BorrowerViewer, id: string) => {
  const [made] = await market.kernel.db.read(viewer, (reader) => decisionsByApplication.batch(reader, [id], viewer));
  return made ?? [];
};

/** Refused by the model for many enquiries, which age. */
async function refused() {
  const viewer = await market.borrower();
  const id = await apply(market, viewer, product);
  market.bureau.file = { ...soundFile, hardQueries90Days: 13 };
  await market.assessments.screen(id);
  const { version, state } = await rowOf(id);
  expect(state).toBe("REJECTED");
  return { viewer, id, version, ask: { applicationId: id, version, idempotencyKey: newId() } };
}

describe("a refusal by the model", () => {
  it("2-12: keeps with the decision what would have lifted it, and tells it to the borrower in plain words", async () => {
    const { viewer, id } = await refused();
    const made = await decisionsOf(viewer, id);
    const told = new ReasonService().adviceOf(await rowOf(id), made, "zh-CN");
    expect(told[0]).toMatchObject({ code: "MANY_RECENT_ENQUIRIES", isEnough: true });
    expect(told[0]?.text).toMatch(/^近 90 天的贷款审批查询不超过 \d+ 次时/);
    expect(JSON.stringify(told)).not.toMatch(/enquiries|hardQueries/);
    await expect(market.owner`update decisions set advice = '[]'`).rejects.toThrow(/append-only/);
  });

  it("R-07: goes to a person once when the borrower asks, with the whole time to decide, and that person may approve it", async () => {
    const { viewer, id, ask } = await refused();
    const answers = await Promise.all([1, 2, 3].map(() => market.humanReviews.request(viewer, ask)));
    expect(new Set(answers)).toEqual(new Set([id]));
    const asked = await rowOf(id);
    expect(asked).toMatchObject({ state: "UNDER_REVIEW", outcome: "REJECT", humanReviewAskedAt: expect.any(Date) });
    expect(asked.dueAt?.getTime()).toBeGreaterThan(market.kernel.clock.businessNow().getTime());
    await market.drain();
    const { version } = await rowOf(id);
    await market.decisions.decide(lender.reviewer, {
      applicationId: id,
      version,
      verdict: "APPROVE",
      reasons: [],
      idempotencyKey: newId(),
    });
    expect((await rowOf(id)).state).toBe("APPROVED");
    expect(await market.offers.expire()).toBe(0);
  });

  it("R-07: stays refused where a person looked again, and cannot be asked about a second time", async () => {
    const { viewer, id, ask } = await refused();
    await market.humanReviews.request(viewer, ask);
    const { version } = await rowOf(id);
    await market.decisions.decide(lender.reviewer, {
      applicationId: id,
      version,
      verdict: "REJECT",
      reasons: ["POOR_CREDIT_HISTORY"],
      idempotencyKey: newId(),
    });
    const again = await rowOf(id);
    expect(again.state).toBe("REJECTED");
    const wish = { applicationId: id, version: again.version, idempotencyKey: newId() };
    await expect(market.humanReviews.request(viewer, wish)).rejects.toMatchObject({ code: "DECISION_NO_HUMAN_REVIEW" });
    expect(new ReasonService().adviceOf(again, await decisionsOf(viewer, id), "zh-CN")).toEqual([]);
    expect(new ReasonService().ofRefusal(again, await decisionsOf(viewer, id), "zh-CN")).toMatchObject([
      { code: "POOR_CREDIT_HISTORY" },
    ]);
    await expect(market.owner`update applications set state = 'UNDER_REVIEW' where id = ${id}`).rejects.toThrow(
      /cannot go from/,
    );
  });

  it("is nobody else's to question, nor one whose borrower applied anew or took the consent back", async () => {
    const { viewer, id, version, ask } = await refused();
    const stranger = await market.borrower();
    await expect(market.humanReviews.request(stranger, ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(market.humanReviews.request(lender.reviewer, ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(market.humanReviews.request(viewer, { ...ask, version: version + 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await apply(market, viewer, product);
    await expect(market.humanReviews.request(viewer, ask)).rejects.toMatchObject({ code: "APPLICATION_ALREADY_OPEN" });
    expect((await rowOf(id)).state).toBe("REJECTED");
    const other = await refused();
    const { consentId } = await rowOf(other.id);
    await market.closing.withdrawConsent(other.viewer, consentId ?? "");
    const now = { ...other.ask, version: (await rowOf(other.id)).version };
    await expect(market.humanReviews.request(other.viewer, now)).rejects.toMatchObject({
      code: "DECISION_NO_HUMAN_REVIEW",
    });
  });
});
