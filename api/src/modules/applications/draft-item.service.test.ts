import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftFor, type Market, openMarket } from "../../../tests/kit/market.js";
import { newId } from "../../kernel/ids/index.js";
import type { BorrowerViewer } from "../../kernel/viewer/index.js";
import { draftItemsByDraft } from "./application.loaders.js";

let market: Market;
let a: Awaited<ReturnType<Market["lender"]>>;
let productA: string;
let productB: string;

beforeAll(async () => {
  market = await openMarket();
  a = await market.lender("甲银行");
  productA = await market.product(a.id);
  productB = await market.product((await market.lender("乙消金", "CONSUMER_FINANCE")).id, { name: "乙方消费贷" });
});
afterAll(() => market.close());

/** The lines of a form as its borrower sees them. */
const viewsOf = (viewer: BorrowerViewer, draftId: string) =>
  market.kernel.db.read(viewer, async (reader) => {
    const row = await market.drafts.find(reader, viewer, draftId);
    const [items = []] = await draftItemsByDraft.batch(reader, [row.id], viewer);
    return market.items.viewsOf(reader, row, items, "zh-CN");
  });

describe("the lines of a form", () => {
  it("B-10: a product applied for already is said on its line of the next form, before anything is handed in", async () => {
    const viewer = await market.borrower();
    await market.submission.submit(viewer, {
      ...(await draftFor(market, viewer, [productB])),
      idempotencyKey: newId(),
    });
    const draft = await draftFor(market, viewer, [productA, productB]);
    const problems = (await viewsOf(viewer, draft.draftId)).map(({ problem }) => problem);
    expect(problems).toEqual([null, expect.stringContaining("进行中的申请")]);
  });

  it("B-08: a product taken down while the form is open is said on its line, and refused by name on submitting", async () => {
    const viewer = await market.borrower();
    const leaving = await market.product(a.id, { name: "甲方限时贷" });
    const draft = await draftFor(market, viewer, [leaving, productB]);
    await market.owner`update products set state = 'SUSPENDED', suspended_reason = 'test' where id = ${leaving}`;
    await market.catalog.refresh();
    const problems = (await viewsOf(viewer, draft.draftId)).map(({ product, problem }) => [product.name, problem]);
    expect(problems).toEqual([
      ["甲方限时贷", expect.stringMatching(/\S/)],
      ["乙方消费贷", null],
    ]);
    const answer = await market.submission.submit(viewer, { ...draft, idempotencyKey: newId() });
    expect(answer.refused).toMatchObject([{ productId: leaving, code: "PRODUCT_NOT_AVAILABLE" }]);
    expect(answer.applicationIds).toHaveLength(1);
  });
});
