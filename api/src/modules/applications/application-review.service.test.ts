import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply, type Market, openMarket } from "../../../tests/kit/market.js";
import { historiesOf } from "../../kernel/events/index.js";
import { newId } from "../../kernel/ids/index.js";
import { timelineByApplication } from "./application.loaders.js";

let market: Market;
let lender: Awaited<ReturnType<Market["lender"]>>;
let product: string;

beforeAll(async () => {
  market = await openMarket();
  lender = await market.lender("甲银行");
  product = await market.product(lender.id);
});
afterAll(() => market.close());

async function underReview() {
  const viewer = await market.borrower();
  const id = await apply(market, viewer, product);
  await market.assessments.screen(id);
  return { viewer, id, row: await rowOf(id) };
}
const rowOf = (id: string) =>
  market.kernel.db.read(lender.reviewer, (reader) => market.applications.find(reader, lender.reviewer, id));
const ask = (
  id: string,
  version: number,
  kind: "WORK_PROOF" | "INCOME_PROOF" = "WORK_PROOF",
  reason = "请提供近三个月的工作证明",
) =>
  market.review.requestDocument(lender.reviewer, {
    applicationId: id,
    version,
    kind,
    reason,
    dueInDays: 7,
    idempotencyKey: newId(),
  });
const openRequests = (id: string) =>
  market.owner`select id, kind from document_requests where application_id = ${id} and answered_at is null`;

describe("asking for more documents (2-10)", () => {
  it("stops the review clock and resumes it with the minutes that were left (2-13)", async () => {
    const { viewer, id, row } = await underReview();
    expect(row).toMatchObject({ state: "UNDER_REVIEW", clockLeftMinutes: null });
    expect(row.dueAt).not.toBeNull();
    await ask(id, row.version);
    const paused = await rowOf(id);
    expect(paused).toMatchObject({ state: "NEED_MORE_INFO", dueAt: null });
    expect(paused.clockLeftMinutes).toBeGreaterThan(0);
    expect(paused.clockLeftMinutes).toBeLessThanOrEqual(540);
    await ask(id, paused.version, "INCOME_PROOF");
    const requests = await openRequests(id);
    expect(requests).toHaveLength(2);
    for (const { id: requestId, kind } of requests) {
      const documentId = await market.document(viewer.borrowerId, kind);
      await market.review.answerDocumentRequest(viewer, { requestId, documentId, idempotencyKey: newId() });
    }
    const resumed = await rowOf(id);
    expect(resumed).toMatchObject({ state: "UNDER_REVIEW", clockLeftMinutes: null });
    expect(resumed.dueAt).not.toBeNull();
    const steps = await market.kernel.db.read(viewer, (reader) => timelineByApplication.batch(reader, [id], viewer));
    const titles = steps[0]?.map(({ title }) => title.zh) ?? [];
    expect(titles).toContain("机构要求补充：工作证明");
    expect(steps[0]?.filter(({ isPause }) => isPause)).toMatchObject([
      { state: "NEED_MORE_INFO", title: { zh: "机构要求补充：工作证明" } },
    ]);
    expect(steps[0]?.filter(({ state }) => state === "UNDER_REVIEW").map(({ actorKind }) => actorKind)).not.toContain(
      "BORROWER",
    );
    expect(steps[0]?.every(({ actorId }) => actorId === null)).toBe(true);
    expect(steps[0]?.find(({ title }) => title.zh.startsWith("机构要求补充"))?.detail?.zh).toContain("近三个月");
  });

  it("refuses the wrong kind, another's document, a second answer, and a kind that is asked for already", async () => {
    const { viewer, id, row } = await underReview();
    await ask(id, row.version);
    const [request] = await openRequests(id);
    const requestId = request?.id;
    const wrong = await market.document(viewer.borrowerId, "OTHER");
    const answer = (documentId: string, by = viewer) =>
      market.review.answerDocumentRequest(by, { requestId, documentId, idempotencyKey: newId() });
    await expect(answer(wrong)).rejects.toMatchObject({ code: "APPLICATION_WRONG_DOCUMENT_KIND" });
    const stranger = await market.borrower();
    const theirs = await market.document(stranger.borrowerId, "WORK_PROOF");
    await expect(answer(theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answer(theirs, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ask(id, (await rowOf(id)).version)).rejects.toMatchObject({ code: "APPLICATION_ALREADY_REQUESTED" });
    const right = await market.document(viewer.borrowerId, "WORK_PROOF");
    await answer(right);
    await expect(answer(right)).rejects.toMatchObject({ code: "APPLICATION_REQUEST_CLOSED" });
  });

  it("is refused to another institution, before review, on a stale version, and beyond the longest time", async () => {
    const other = await market.lender("乙银行");
    const { id, row } = await underReview();
    const wish = { applicationId: id, version: row.version, kind: "WORK_PROOF" as const, reason: "补充", dueInDays: 7 };
    const key = () => ({ idempotencyKey: newId() });
    await expect(market.review.requestDocument(other.reviewer, { ...wish, ...key() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      market.review.requestDocument(lender.reviewer, { ...wish, version: 99, ...key() }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      market.review.requestDocument(lender.reviewer, { ...wish, dueInDays: 15, ...key() }),
    ).rejects.toMatchObject({
      code: "APPLICATION_DUE_DAYS_OUT_OF_RANGE",
    });
    const fresh = await apply(market, await market.borrower(), product);
    await expect(
      market.review.requestDocument(lender.reviewer, { ...wish, applicationId: fresh, version: 1, ...key() }),
    ).rejects.toMatchObject({ code: "APPLICATION_NOT_IN_REVIEW" });
  });

  it("expires the application when nothing was supplied in time, and ends its consent", async () => {
    const { viewer, id, row } = await underReview();
    await ask(id, row.version);
    await market.owner`update document_requests set due_at = now() - interval '1 minute' where application_id = ${id}`;
    expect(await market.review.expireUnanswered()).toBe(1);
    const expired = await market.kernel.db.read(viewer, (reader) => market.applications.find(reader, viewer, id));
    expect(expired.state).toBe("EXPIRED");
    await expect(rowOf(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await market.review.expireUnanswered()).toBe(0);
  });
});

describe("taking an application into one's hands", () => {
  it("lets a colleague take it only with the right to check, and shows who has it", async () => {
    const { id, row } = await underReview();
    const taken = await market.review.assign(lender.reviewer, { applicationId: id, version: row.version, toMe: true });
    expect(taken.assigneeName).toBe("赵敏");
    const colleague = await market.staff(lender.id, "孙岩", 0n);
    const grab = (by: typeof colleague) =>
      market.review.assign(by, { applicationId: id, version: taken.version, toMe: true });
    await expect(grab(colleague)).rejects.toMatchObject({ code: "APPLICATION_ASSIGNED_ELSEWHERE" });
    expect((await grab(lender.checker)).assigneeName).toBe("钱立");
    const mine = await market.kernel.db.read(lender.checker, (reader) =>
      market.applications.page(reader, lender.checker, { assignedToMe: true }, "DUE_FIRST", { first: 5 }),
    );
    expect(mine.edges.map(({ node }) => node.id)).toContain(id);
  });
});

describe("personal data behind an application", () => {
  it("is opened for a purpose while consent stands, leaves a row for the borrower, and closes with the consent (I-09)", async () => {
    const { viewer, id, row } = await underReview();
    const wish = { applicationId: id, fields: ["NAME" as const], purpose: "IDENTITY_REVIEW" as const };
    const data = await market.personalData.reveal(lender.reviewer, wish);
    expect(data.name).toBe(viewer.displayName);
    const records =
      await market.owner`select viewer_name, purpose from access_records where borrower_id = ${viewer.borrowerId}`;
    expect(records).toMatchObject([{ viewer_name: "赵敏", purpose: "IDENTITY_REVIEW" }]);
    await market.closing.withdraw(viewer, { applicationId: id, version: row.version, idempotencyKey: newId() });
    await expect(market.personalData.reveal(lender.reviewer, wish)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("opens to staff only documents that stand behind the application they name", async () => {
    const { viewer, id } = await underReview();
    const [attached] = await market.owner`select document_id from application_documents where application_id = ${id}`;
    const purpose = "IDENTITY_REVIEW" as const;
    const view = await market.personalData.openDocument(lender.reviewer, {
      documentId: attached?.document_id,
      applicationId: id,
      purpose,
    });
    expect(view.watermark).not.toBe("");
    const loose = await market.document(viewer.borrowerId, "BANK_STATEMENT");
    await expect(
      market.personalData.openDocument(lender.reviewer, { documentId: loose, applicationId: id, purpose }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      market.personalData.openDocument(lender.reviewer, { documentId: attached?.document_id, purpose }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the record", () => {
  it("has every change of state in order, ending where the application stands (2-14)", async () => {
    const { viewer, id } = await underReview();
    const events = await market.kernel.db.read(viewer, (reader) => historiesOf(reader, "Application", [id]));
    const states = events.flatMap(({ name, facts }) =>
      name === "application.submitted" ? ["SUBMITTED"] : name === "application.statusChanged" ? [String(facts.to)] : [],
    );
    expect(states).toEqual(["SUBMITTED", "SCREENING", "UNDER_REVIEW"]);
  });
});
