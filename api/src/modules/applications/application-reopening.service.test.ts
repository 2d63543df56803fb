import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply, type Market, openMarket } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import type { ApplicationState } from "./application.states.js";
import { type ComparedVersion, changesSince, isReopenable } from "./reopening.rules.js";

let market: Market;
let lender: Awaited<ReturnType<Market["lender"]>>;
let product: string;

beforeAll(async () => {
  market = await openMarket();
  lender = await market.lender("甲银行");
  product = await market.product(lender.id);
});
afterAll(() => market.close());

const rowOf = (id: string) => market.kernel.db.read(system, (reader) => market.applications.find(reader, system, id));
const previewOf = async (viewer: BorrowerViewer, id: string) => {
  const row = await rowOf(id);
  return market.kernel.db.read(viewer, (reader) => market.reopening.preview(reader, viewer, row, "zh-CN"));
};
const withdraw = (viewer: BorrowerViewer, applicationId: string, version: number) =>
  market.closing.withdraw(viewer, { applicationId, version, idempotencyKey: newId() });

async function withdrawn() {
  const viewer = await market.borrower();
  const id = await apply(market, viewer, product);
  await withdraw(viewer, id, 1);
  return { viewer, id };
}

describe("beginning an ended application anew", () => {
  it("2-07: copies it into a draft of its own, once per key; sent again it names where it came from", async () => {
    const { viewer, id } = await withdrawn();
    expect(await previewOf(viewer, id)).toEqual({ problem: null, changes: [], missing: [] });
    const wish = { applicationId: id, amount: 2_000_000n, idempotencyKey: newId() };
    const [draftId = "", again] = await Promise.all([1, 2].map(() => market.reopening.reopen(viewer, wish)));
    expect(again).toBe(draftId);
    const draft = await market.kernel.db.read(viewer, (reader) => market.drafts.find(reader, viewer, draftId));
    expect(draft).toMatchObject({ amount: 2_000_000n, termCount: 12, purpose: "RENOVATION", reopenedFromId: id });
    const { institution } = market.catalog.offered(product);
    const { hash: textHash } = market.consents.textFor(institution, "CREDIT_REVIEW");
    const { applicationIds } = await market.submission.submit(viewer, {
      draftId,
      version: 1,
      consents: [{ institutionId: lender.id, textHash }],
      idempotencyKey: newId(),
    });
    expect(await rowOf(applicationIds[0] ?? "")).toMatchObject({ reopenedFromId: id, state: "SUBMITTED" });
    expect((await rowOf(id)).state).toBe("WITHDRAWN");
    expect((await previewOf(viewer, id))?.problem).toContain("进行中");
  });

  it("2-07: withdrawing ends the consent, closes the case to the institution and tells its open pages", async () => {
    const { viewer, id } = await withdrawn();
    await expect(
      market.kernel.db.read(lender.reviewer, (reader) => market.applications.find(reader, lender.reviewer, id)),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [consent] = await market.owner`select ended_at, ended_reason from consents where application_id = ${id}`;
    expect(consent).toMatchObject({ ended_at: expect.any(Date), ended_reason: "APPLICATION_WITHDRAWN" });
    const heard = await market.owner`select 1 from events where subject_id = ${id} and institution_id = ${lender.id}
      and name = 'application.statusChanged' and facts ->> 'to' = 'WITHDRAWN'`;
    expect(heard).toHaveLength(1);
    await expect(withdraw(viewer, id, 2)).rejects.toMatchObject({ code: "APPLICATION_CANNOT_WITHDRAW" });
  });

  it("2-07: is possible from every end without a loan and from no other state", () => {
    const ends: readonly ApplicationState[] = ["REJECTED", "WITHDRAWN", "EXPIRED", "CANCELLED"];
    const others: readonly ApplicationState[] = [
      "SUBMITTED",
      "SCREENING",
      "UNDER_REVIEW",
      "NEED_MORE_INFO",
      "COUNTER_OFFERED",
      "APPROVED",
      "CONTRACT_PENDING",
      "CONTRACTED",
      "DISBURSING",
      "DISBURSE_FAILED",
      "DISBURSED",
    ];
    for (const state of ends) expect(isReopenable(state)).toBe(true);
    for (const state of others) expect(isReopenable(state)).toBe(false);
  });

  it("2-07: is refused while the application is under way, to a stranger, and for a product that is gone", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, product);
    const wish = () => ({ applicationId: id, idempotencyKey: newId() });
    await expect(market.reopening.reopen(viewer, wish())).rejects.toMatchObject({ code: "APPLICATION_NOT_ENDED" });
    await expect(market.reopening.reopen(await market.borrower(), wish())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(market.reopening.reopen(lender.reviewer, wish())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await withdraw(viewer, id, 1);
    await market.owner`update products set state = 'SUSPENDED', suspended_reason = 'x' where id = ${product}`;
    await market.catalog.refresh();
    expect((await previewOf(viewer, id))?.problem).toContain("不再提供");
    await expect(market.reopening.reopen(viewer, wish())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await market.owner`update products set state = 'PUBLISHED', suspended_reason = null where id = ${product}`;
    await market.catalog.refresh();
  });

  it("2-07: says which facts have gone stale since", async () => {
    const { viewer, id } = await withdrawn();
    await market.owner`update documents set kind = 'OTHER' where borrower_id = ${viewer.borrowerId}`;
    const preview = await previewOf(viewer, id);
    expect(preview?.missing).toMatchObject([{ documentKind: "IDENTITY_FRONT", institutionNames: ["甲银行"] }]);
  });
});

describe("what changed about the product", () => {
  const then: ComparedVersion = {
    versionId: "1",
    amountMin: 1_000_000n,
    amountMax: 20_000_000n,
    rateMin: 60_000,
    rateMax: 120_000,
    termOptions: [6, 12, 24],
    repaymentMethods: ["EQUAL_INSTALMENT"],
    fees: [],
  };
  const asked = { amount: 15_000_000n, termCount: 24, method: "EQUAL_INSTALMENT" };

  it("is nothing between equal terms, and each moved term in a sentence", () => {
    expect(changesSince(then, { ...then, versionId: "2" }, asked)).toEqual([]);
    const fees = [{ code: "SERVICE", name: "服务费", amount: 1_000n }];
    const now = { ...then, rateMax: 150_000, amountMax: 10_000_000n, termOptions: [6, 12], fees };
    expect(changesSince(then, now, asked).map(({ zh }) => zh)).toEqual([
      "年利率范围由 6.00%–12.00% 改为 6.00%–15.00%",
      "收费项目有变化，现为：服务费",
      "可借金额现为 10,000.00 至 100,000.00 元",
      "不再提供 24 个月的期限，可选：6、12 个月",
    ]);
  });
});
