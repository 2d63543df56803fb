import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { apply, type Market, openMarket, soundFile } from "../../../tests/kit/market.js";
import { system } from "../../kernel/viewer/index.js";
import { ReasonService } from "./reason.service.js";
import { assessmentByApplication, decisionsByApplication } from "./underwriting.loaders.js";

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
  market.bureau.isDown = false;
});
afterAll(() => market.close());

const rowOf = (id: string) => market.kernel.db.read(system, (reader) => market.applications.find(reader, system, id));
const assessmentOf = async (id: string) => {
  const row = await market.kernel.db.read(lender.reviewer, (reader) => market.assessments.of(reader, id));
  if (!row) throw new Error("not assessed");
  return row;
};

describe("the automatic assessment (I-18)", () => {
  it("follows a submission by itself: bureau, model, and on to a person", async () => {
    const id = await apply(market, await market.borrower(), product);
    await market.drain();
    expect(await rowOf(id)).toMatchObject({ state: "UNDER_REVIEW", outcome: "PASS", decidedAt: null });
    const assessment = await assessmentOf(id);
    expect(assessment).toMatchObject({ outcome: "PASS", ruleSetVersion: 1, suggestedAmount: 3_000_000n });
    expect(assessment.trace.length).toBeGreaterThan(10);
    await market.assessments.screen(id);
    expect(await market.owner`select id from assessments where application_id = ${id}`).toHaveLength(1);
  });

  it("replays bit-identical from the stored version and input, and a changed input is found out", async () => {
    const id = await apply(market, await market.borrower(), product);
    market.bureau.file = { ...soundFile, score: 640, hardQueries90Days: 4, worstDaysPastDue12Months: 12 };
    await market.assessments.screen(id);
    const assessment = await assessmentOf(id);
    const replay = await market.kernel.db.read(lender.reviewer, (reader) =>
      market.assessments.replay(reader, assessment),
    );
    expect(replay.isIdentical).toBe(true);
    expect(replay.decision.outcome).toBe(assessment.outcome);
    const changed = {
      ...assessment,
      inputs: { ...assessment.inputs, bureauScore: { kind: "number" as const, value: 641 + 100 } },
    };
    const other = await market.kernel.db.read(lender.reviewer, (reader) => market.assessments.replay(reader, changed));
    expect(other.isIdentical).toBe(false);
  });

  it("refuses by the model with reasons that are safe to tell (2-12)", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, product);
    market.bureau.file = { ...soundFile, score: 420, worstDaysPastDue12Months: 95 };
    await market.assessments.screen(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "REJECTED", outcome: "REJECT" });
    const [mine] = await market.kernel.db.read(viewer, (reader) => decisionsByApplication.batch(reader, [id], viewer));
    const told = new ReasonService().ofRefusal(row, mine ?? [], "zh-CN");
    expect(told.map(({ code }) => code)).toContain("RECENT_LATE_PAYMENTS");
    expect(told.map(({ text }) => text).join()).not.toMatch(/\d|征信分|late-payments/);
    const [hidden] = await market.kernel.db.read(viewer, (reader) =>
      assessmentByApplication.batch(reader, [id], viewer),
    );
    expect(hidden).toBeNull();
    await expect(
      market.kernel.db.read(lender.reviewer, (reader) => market.applications.find(reader, lender.reviewer, id)),
    ).resolves.toBeDefined();
  });

  it("lets the application wait in SCREENING while the bureau is away, and goes on with the same question", async () => {
    const id = await apply(market, await market.borrower(), product);
    market.bureau.isDown = true;
    await expect(market.assessments.screen(id)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect((await rowOf(id)).state).toBe("SCREENING");
    expect(await market.assessments.retryStuck()).toBe(0);
    await market.owner`update applications set state_since = now() - interval '1 hour' where id = ${id}`;
    market.bureau.isDown = false;
    expect(await market.assessments.retryStuck()).toBe(1);
    expect((await rowOf(id)).state).toBe("UNDER_REVIEW");
  });

  it("asks no bureau about an application that was withdrawn before its screening", async () => {
    const viewer = await market.borrower();
    const id = await apply(market, viewer, product);
    await market.closing.withdraw(viewer, { applicationId: id, version: 1, idempotencyKey: `withdraw-${id}` });
    const before = market.bureau.questions;
    await market.assessments.screen(id);
    expect(market.bureau.questions).toBe(before);
  });

  it("approves by itself only where the institution has switched that on (R-04)", async () => {
    const willing = await market.lender("乙消金", "CONSUMER_FINANCE");
    const theirs = await market.product(willing.id, { name: "乙方即时贷" });
    const first = await apply(market, await market.borrower(), theirs);
    await market.assessments.screen(first);
    expect((await rowOf(first)).state).toBe("UNDER_REVIEW");
    await market.kernel.db.write(system, (tx) => market.ruleSets.setAutomaticApproval(tx, willing.id, true));
    const second = await apply(market, await market.borrower(), theirs);
    await market.assessments.screen(second);
    expect((await rowOf(second)).state).toBe("APPROVED");
    const [offer] = await market.kernel.db.read(willing.reviewer, (reader) =>
      market.offers.ofApplication(reader, second),
    );
    expect(offer).toMatchObject({ kind: "AS_REQUESTED", state: "OPEN", amount: 3_000_000n });
    expect(offer?.annualRate).toBeLessThanOrEqual(120_000);
  });

  it("keeps models, assessments and decisions as they were, whoever writes (2-14)", async () => {
    await expect(market.owner`update rule_set_versions set name = 'x'`).rejects.toThrow(/cannot change/);
    await expect(market.owner`update assessments set outcome = 'PASS'`).rejects.toThrow(/append-only/);
    await expect(market.owner`delete from decisions`).rejects.toThrow(/append-only/);
  });
});
