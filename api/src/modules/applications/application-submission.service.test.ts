import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply, draftFor, type Market, openMarket } from "../../../tests/kit/market.js";
import { historyOf } from "../../kernel/events/index.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";

let market: Market;
let a: Awaited<ReturnType<Market["lender"]>>;
let b: typeof a;
let productA: string;
let productB: string;

beforeAll(async () => {
  market = await openMarket();
  a = await market.lender("甲银行");
  b = await market.lender("乙消金", "CONSUMER_FINANCE");
  productA = await market.product(a.id);
  productB = await market.product(b.id, { name: "乙方消费贷", amountMax: 5_000_000n });
});
afterAll(() => market.close());

const applicationsOf = (borrowerId: string) =>
  market.owner`select id, product_id, state, number, consent_id from applications where borrower_id = ${borrowerId}`;

describe("submitting a draft", () => {
  it("B-11: makes one application and one consent per chosen institution, and an unticked one can read nothing", async () => {
    const viewer = await market.borrower();
    const draft = await draftFor(market, viewer, [productA, productB]);
    const saved = await market.drafts.save(viewer, {
      draftId: draft.draftId,
      version: 1,
      selectedProductIds: [productA],
    });
    const answer = await market.submission.submit(viewer, {
      ...draft,
      version: saved.version,
      idempotencyKey: newId(),
    });
    expect(answer.applicationIds).toHaveLength(1);
    const [id = ""] = answer.applicationIds;
    const { kernel, applications } = market;
    const row = await kernel.db.read(a.reviewer, (reader) => applications.find(reader, a.reviewer, id));
    expect(row.state).toBe("SUBMITTED");
    expect(row.number).toMatch(/^DA\d{8}-\d{6}$/);
    expect(row.applicantFacts.nameMasked).toMatch(/^.\*+$/);
    await expect(
      kernel.db.read(b.reviewer, (reader) => applications.find(reader, b.reviewer, id)),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const consents = await market.owner`select institution_id from consents where borrower_id = ${viewer.borrowerId}`;
    expect(consents.map((consent) => consent.institution_id)).toEqual([a.id]);
  });

  it("keeps no clear name, number or employer of the applicant beside the application", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, productA);
    const [row] = await market.owner`select to_jsonb(applications)::text as text from applications where id = ${id}`;
    expect(row?.text).not.toContain(viewer.displayName);
    expect(row?.text).not.toContain("晨光五金");
    expect(row?.text).not.toMatch(/\d{17}[\dX]/);
  });

  it("B-10: gives one application each for a double click with one key and for two tabs with different keys", async () => {
    const viewer = await market.borrower();
    const draft = await draftFor(market, viewer, [productA, productB]);
    const key = newId();
    const twice = await Promise.all(
      [1, 2, 3].map(() => market.submission.submit(viewer, { ...draft, idempotencyKey: key })),
    );
    expect(new Set(twice.map((answer) => answer.applicationIds.join())).size).toBe(1);
    expect(await applicationsOf(viewer.borrowerId)).toHaveLength(2);

    const other = await market.borrower();
    const second = await draftFor(market, other, [productA]);
    const tabs = await Promise.allSettled(
      [1, 2, 3, 4].map(() => market.submission.submit(other, { ...second, idempotencyKey: newId() })),
    );
    expect(tabs.filter((tab) => tab.status === "fulfilled")).toHaveLength(1);
    expect(await applicationsOf(other.borrowerId)).toHaveLength(1);
  });

  it("refuses a second open application for the same product from another draft, even in a race", async () => {
    const viewer = await market.borrower();
    const drafts = [await draftFor(market, viewer, [productA]), await draftFor(market, viewer, [productA])];
    const answers = await Promise.all(
      drafts.map((draft) => market.submission.submit(viewer, { ...draft, idempotencyKey: newId() })),
    );
    expect(answers.flatMap((answer) => answer.applicationIds)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.refused.map(({ code }) => code))).toEqual(["APPLICATION_ALREADY_OPEN"]);
  });

  it("B-11: lets the others go when one product cannot, and keeps the refused one in the draft with its reason", async () => {
    const viewer = await market.borrower();
    const draft = await draftFor(market, viewer, [productA, productB], { amount: 8_000_000n });
    const answer = await market.submission.submit(viewer, { ...draft, idempotencyKey: newId() });
    expect(answer.applicationIds).toHaveLength(1);
    expect(answer.refused).toMatchObject([{ productId: productB, code: "APPLICATION_AMOUNT_OUT_OF_RANGE" }]);
    expect(answer.refused[0]?.zh).toContain("50,000.00");
    const open = await market.kernel.db.read(viewer, (reader) => market.drafts.list(reader, viewer));
    expect(open.map(({ id }) => id)).toContain(draft.draftId);
  });

  it("B-11: tells each lender of the sisters that went with it, of those before, and of none that were refused", async () => {
    const viewer = await market.borrower();
    const sistersOf = async () => {
      const rows = await market.owner`
        select product_id, applicant_facts ->> 'otherOpenApplicationCount' as others
        from applications where borrower_id = ${viewer.borrowerId}`;
      return new Map(rows.map(({ product_id, others }) => [product_id, Number(others)]));
    };
    const both = await draftFor(market, viewer, [productA, productB]);
    await market.submission.submit(viewer, { ...both, idempotencyKey: newId() });
    expect(await sistersOf()).toEqual(
      new Map([
        [productA, 1],
        [productB, 1],
      ]),
    );
    const third = await market.product(a.id, { name: "甲方第三贷" });
    const mixed = await draftFor(market, viewer, [productA, third]);
    const answer = await market.submission.submit(viewer, { ...mixed, idempotencyKey: newId() });
    expect(answer.refused).toMatchObject([{ productId: productA, code: "APPLICATION_ALREADY_OPEN" }]);
    expect((await sistersOf()).get(third)).toBe(2);
  });

  it("2-19: wants the consent to each institution's present text, and writes nothing without it", async () => {
    const viewer = await market.borrower();
    const draft = await draftFor(market, viewer, [productA, productB]);
    const [forA] = draft.consents;
    const consents = [{ institutionId: b.id, textHash: "0".repeat(64) }];
    const answer = await market.submission.submit(viewer, { ...draft, consents, idempotencyKey: newId() });
    expect(answer.refused.map(({ code }) => code)).toEqual([
      "APPLICATION_CONSENT_REQUIRED",
      "APPLICATION_CONSENT_OUTDATED",
    ]);
    expect(await applicationsOf(viewer.borrowerId)).toHaveLength(0);
    expect(await market.owner`select id from consents where borrower_id = ${viewer.borrowerId}`).toHaveLength(0);
    expect(forA?.institutionId).toBe(a.id);
  });

  it("refuses unverified and frozen borrowers, and the same key with other content", async () => {
    const stranger = await market.borrower({ isVerified: false });
    const unverified = await market.submission.submit(stranger, {
      ...(await draftFor(market, stranger, [productA])),
      idempotencyKey: newId(),
    });
    expect(unverified.refused.map(({ code }) => code)).toEqual(["APPLICATION_IDENTITY_REQUIRED"]);
    const viewer = await market.borrower();
    const draft = await draftFor(market, viewer, [productA]);
    await expect(
      market.submission.submit({ ...viewer, isFrozen: true }, { ...draft, idempotencyKey: newId() }),
    ).rejects.toMatchObject({
      code: "APPLICATION_ACCOUNT_FROZEN",
    });
    const key = newId();
    await market.submission.submit(viewer, { ...draft, idempotencyKey: key });
    await expect(
      market.submission.submit(viewer, { ...draft, consents: [], idempotencyKey: key }),
    ).rejects.toMatchObject({ code: "KEY_REUSED" });
  });

  it("B-08: tells what is missing by institution, and asks only for what the products want", async () => {
    const viewer = await market.borrower();
    const wants = await market.product(a.id, {
      name: "甲方流水贷",
      requiredDocuments: ["IDENTITY_FRONT", "BANK_STATEMENT"],
    });
    const draft = await draftFor(market, viewer, [wants, productB]);
    const missing = await market.kernel.db.read(viewer, async (reader) => {
      const row = await market.drafts.find(reader, viewer, draft.draftId);
      const { draftItemsByDraft } = await import("./application.loaders.js");
      const [items = []] = await draftItemsByDraft.batch(reader, [row.id], viewer);
      return market.drafts.missing(reader, row, items);
    });
    expect(missing).toMatchObject([{ kind: "DOCUMENT", documentKind: "BANK_STATEMENT", institutionNames: ["甲银行"] }]);
    const answer = await market.submission.submit(viewer, { ...draft, idempotencyKey: newId() });
    expect(answer.refused.map(({ code }) => code)).toEqual(["APPLICATION_FACTS_MISSING"]);
    expect(answer.applicationIds).toHaveLength(1);
  });
});

describe("what is told before submitting", () => {
  it("B-11: how many lenders may look into the credit file is a limit: what is over it is refused by name, the rest go", async () => {
    const viewer = await market.borrower();
    const hardPulls = () =>
      market.kernel.db.read(viewer, (reader) => market.submission.hardPullsOf(reader, viewer.borrowerId));
    const { limit, windowDays } = await hardPulls();
    expect(await hardPulls()).toEqual({ limit, used: 0, left: limit, windowDays });
    await apply(market, viewer, productA);
    expect(await hardPulls()).toMatchObject({ used: 1, left: limit - 1 });
    const lender = await market.lender("丁银行");
    const many: string[] = [];
    for (let at = 0; at < limit; at += 1) many.push(await market.product(lender.id, { name: `丁方贷${at}` }));
    const draft = await draftFor(market, viewer, many);
    const answer = await market.submission.submit(viewer, { ...draft, idempotencyKey: newId() });
    expect(answer.applicationIds).toHaveLength(limit - 1);
    expect(answer.refused).toMatchObject([{ code: "APPLICATION_HARD_PULLS_USED" }]);
    expect(answer.refused[0]?.zh).toContain(`${limit}`);
    expect(await hardPulls()).toMatchObject({ used: limit, left: 0 });
  });
});

describe("a draft", () => {
  it("B-08: is for what its products are made for until the borrower says otherwise", async () => {
    const viewer = await market.borrower();
    const open = async (productIds: string[], purpose?: "WEDDING") => {
      const draftId = await market.drafts.create(viewer, {
        productIds,
        amount: 3_000_000n,
        termCount: 12,
        ...(purpose && { purpose }),
        idempotencyKey: newId(),
      });
      return market.kernel.db.read(viewer, (reader) => market.drafts.find(reader, viewer, draftId));
    };
    const renovation = await market.product(a.id, { name: "甲方新居贷", category: "RENOVATION" });
    const anything = await market.product(b.id, { name: "乙方随心贷", category: "CONSUMPTION" });
    expect((await open([anything, renovation])).purpose).toBe("RENOVATION");
    expect((await open([anything])).purpose).toBe("DAILY_CONSUMPTION");
    expect((await open([renovation], "WEDDING")).purpose).toBe("WEDDING");
  });

  it("B-08: goes on from another device, and a stale save is a conflict", async () => {
    const viewer = await market.borrower();
    const { draftId } = await draftFor(market, viewer, [productA]);
    const saved = await market.drafts.save(viewer, { draftId, version: 1, amount: 4_000_000n, currentStep: "PROFILE" });
    expect(saved).toMatchObject({ version: 2, amount: 4_000_000n, currentStep: "PROFILE" });
    await expect(market.drafts.save(viewer, { draftId, version: 1, amount: 1n })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const again = await market.kernel.db.read(viewer, (reader) =>
      market.drafts.find(reader, { ...viewer, sessionId: newId() }, draftId),
    );
    expect(again.amount).toBe(4_000_000n);
  });

  it("belongs to its borrower alone, and is gone once discarded", async () => {
    const viewer = await market.borrower();
    const other = await market.borrower();
    const { draftId } = await draftFor(market, viewer, [productA]);
    await expect(
      market.kernel.db.read(other, (reader) => market.drafts.find(reader, other, draftId)),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await market.drafts.discard(viewer, draftId);
    await expect(market.drafts.save(viewer, { draftId, version: 2 })).rejects.toMatchObject({
      code: "APPLICATION_DRAFT_CLOSED",
    });
  });
});

describe("the day's end", () => {
  it("closes drafts that ran out, and they cannot be submitted before that either", async () => {
    const viewer = await market.borrower();
    const draft = await draftFor(market, viewer, [productA]);
    await market.owner`update application_drafts set expires_at = now() - interval '1 second' where id = ${draft.draftId}`;
    await expect(market.submission.submit(viewer, { ...draft, idempotencyKey: newId() })).rejects.toMatchObject({
      code: "APPLICATION_DRAFT_CLOSED",
    });
    expect(await market.drafts.expire()).toBe(1);
    expect(await market.drafts.expire()).toBe(0);
  });
});

describe("withdrawing", () => {
  it("closes the institution's view at once and ends the consent (2-07, R-07)", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, productA);
    const { kernel, applications } = market;
    await kernel.db.read(a.reviewer, (reader) => applications.find(reader, a.reviewer, id));
    const row = await kernel.db.read(viewer, (reader) => applications.find(reader, viewer, id));
    await market.closing.withdraw(viewer, {
      applicationId: id,
      version: row.version,
      reason: "不需要了",
      idempotencyKey: newId(),
    });
    await expect(
      kernel.db.read(a.reviewer, (reader) => applications.find(reader, a.reviewer, id)),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const page = await kernel.db.read(a.reviewer, (reader) =>
      applications.page(reader, a.reviewer, {}, "NEWEST", { first: 50 }),
    );
    expect(page.edges.some(({ node }) => node.id === id)).toBe(false);
    const [consent] = await market.owner`select ended_at from consents where application_id = ${id}`;
    expect(consent?.ended_at).not.toBeNull();
    const history = await kernel.db.read(viewer, (reader) => historyOf(reader, "Application", id));
    expect(history.map(({ name }) => name)).toEqual(["application.submitted", "application.statusChanged"]);
  });

  it("2-19: withdraws the application with its consent, and refuses once the contract is signed", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, productA);
    const [row] = await applicationsOf(viewer.borrowerId);
    await market.closing.withdrawConsent(viewer, row?.consent_id);
    expect((await applicationsOf(viewer.borrowerId))[0]?.state).toBe("WITHDRAWN");

    const second = await apply(market, viewer, productB);
    await market.owner`alter table applications disable trigger applications_state_guard`;
    await market.owner`update applications set state = 'DISBURSED' where id = ${second}`;
    await market.owner`alter table applications enable trigger applications_state_guard`;
    const [signed] = await market.owner`select consent_id from applications where id = ${second}`;
    await expect(market.closing.withdrawConsent(viewer, signed?.consent_id)).rejects.toMatchObject({
      code: "APPLICATION_CONSENT_SERVES_LOAN",
    });
    await expect(
      market.closing.withdraw(viewer, { applicationId: second, version: 1, idempotencyKey: newId() }),
    ).rejects.toMatchObject({ code: "APPLICATION_CANNOT_WITHDRAW" });
    expect(id).not.toBe(second);
  });

  it("leaves no way into another state or other terms, whoever writes", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, productA);
    await expect(market.owner`update applications set state = 'DISBURSED' where id = ${id}`).rejects.toThrow(
      /cannot go from/,
    );
    await expect(market.owner`update applications set amount = 1 where id = ${id}`).rejects.toThrow(/cannot change/);
    await expect(
      market.kernel.db.write(system, (tx) =>
        market.applications.move(tx, system, { applicationId: id, from: ["SUBMITTED"], to: "APPROVED" }),
      ),
    ).rejects.toThrow(/cannot go from SUBMITTED to APPROVED/);
  });
});

describe("lists", () => {
  it("page by keyset without gap or repeat, and filter within the scope", async () => {
    const lender = await market.lender("丙银行");
    const products = await Promise.all(
      ["贷一", "贷二", "贷三", "贷四", "贷五"].map((name) => market.product(lender.id, { name: `丙方${name}` })),
    );
    const viewer = await market.borrower();
    const ids: string[] = [];
    for (const id of products) ids.push(await apply(market, viewer, id));
    const { kernel, applications } = market;
    const page = (
      wish: object,
      request: { first: number; after?: string | null },
      sort: "NEWEST" | "DUE_FIRST" = "NEWEST",
      total = false,
    ) =>
      kernel.db.read(lender.reviewer, (reader) =>
        applications.page(reader, lender.reviewer, wish, sort, request, total),
      );
    for (const sort of ["NEWEST", "DUE_FIRST"] as const) {
      const seen: string[] = [];
      for (let after: string | null | undefined; ; ) {
        const part = await page({}, { first: 2, after }, sort);
        seen.push(...part.edges.map(({ node }) => node.id));
        after = part.pageInfo.endCursor;
        if (!part.pageInfo.hasNextPage) break;
      }
      expect([...seen].sort()).toEqual([...ids].sort());
    }
    const filtered = await page(
      { isOpen: true, states: ["SUBMITTED", "REJECTED"], text: "贷三" },
      { first: 10 },
      "NEWEST",
      true,
    );
    expect(filtered.edges.map(({ node }) => node.productName)).toEqual(["丙方贷三"]);
    expect(filtered.totalCount).toBe(1);
    expect((await page({ isOpen: false }, { first: 10 })).edges).toHaveLength(0);
    expect((await page({ assignedToMe: true }, { first: 10 })).edges).toHaveLength(0);
    await expect(page({ text: "a\u0000" }, { first: 10 })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const own = await kernel.db.read(viewer, (reader) =>
      applications.page(reader, viewer, { productId: products[0] ?? "" }, "NEWEST", { first: 10 }),
    );
    expect(own.edges).toHaveLength(1);
  });
});
