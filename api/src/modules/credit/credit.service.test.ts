import { addDays } from "@daichao/finance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BorrowerWorld, openBorrowerWorld } from "../../../tests/kit/borrower-world.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { createBureau } from "../../gateways/credit-bureau/sandbox.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import { startBureau } from "../../sandbox/bureau/index.js";
import type { InstitutionRow } from "../institutions/index.js";
import { CreditService } from "./credit.service.js";

let world: TestKernel;
let people: BorrowerWorld;
let bank: InstitutionRow;
let bureau: Awaited<ReturnType<typeof startBureau>>;
let credit: CreditService;
beforeAll(async () => {
  world = await testKernel();
  people = await openBorrowerWorld(world.kernel);
  bank = await people.institution();
  bureau = await startBureau();
  const creditBureau = createBureau({ bureauUrl: bureau.url, timeoutMs: 400 });
  credit = new CreditService(world.kernel, { settings: people.settings, ...people.borrowers, creditBureau });
});
afterAll(async () => {
  await bureau.close();
  await world.close();
});

const code = (expected: string) => expect.objectContaining({ code: expected });

async function applies(borrower: BorrowerViewer): Promise<string> {
  const { consents } = people.borrowers;
  const applicationId = newId();
  const textHash = consents.textFor(bank, "CREDIT_REVIEW").hash;
  const wish = { institutionId: bank.id, purpose: "CREDIT_REVIEW" as const, textHash, applicationId };
  await world.kernel.db.write(borrower, (tx) => consents.give(tx, borrower, wish));
  return applicationId;
}

const queriesOf = (applicationId: string) =>
  world.owner`select state, consent_hash, reason from bureau_queries where application_id = ${applicationId}`;

describe("a bureau report (B-18, R-12)", () => {
  it("without a standing consent is refused, and nothing is asked", async () => {
    const borrower = await people.borrower();
    const applicationId = newId();
    await expect(credit.fetch(borrower.borrowerId, bank.id, applicationId)).rejects.toThrow(code("CONSENT_REQUIRED"));
    expect(await queriesOf(applicationId)).toHaveLength(0);
  });

  it("with consent has score, day and provider, and the hard query is on record with its consent", async () => {
    const borrower = await people.verified("林晓雨", "110105199103070022", "19900000001");
    const applicationId = await applies(borrower);
    const report = await credit.fetch(borrower.borrowerId, bank.id, applicationId);
    expect(report).toMatchObject({
      provider: "沙箱征信",
      score: 742,
      openLoanCount: 1,
      totalOutstanding: 1_800_000n,
      historyMonths: 86,
    });
    const again = await credit.fetch(borrower.borrowerId, bank.id, applicationId);
    expect(again.id).toBe(report.id);
    const queries = await queriesOf(applicationId);
    expect(queries).toMatchObject([{ state: "ANSWERED", reason: "LOAN_APPROVAL" }]);
    expect(queries[0]?.consent_hash).toMatch(/^[0-9a-f]{64}$/);
    const own = await world.kernel.db.read(borrower, (reader) => credit.latestFor(reader, applicationId));
    expect(own?.id).toBe(report.id);
    const stranger = people.reviewer(newId());
    expect(await world.kernel.db.read(stranger, (reader) => credit.latestFor(reader, applicationId))).toBeNull();
  });

  it("asked for twice at once is one query and one report", async () => {
    const borrower = await people.verified("周敏", "420106199602146086", "19900000007");
    const applicationId = await applies(borrower);
    const reports = await Promise.all([1, 2, 3].map(() => credit.fetch(borrower.borrowerId, bank.id, applicationId)));
    expect(new Set(reports.map(({ id }) => id)).size).toBe(1);
    expect(await queriesOf(applicationId)).toHaveLength(1);
  });

  it("that does not come leaves the question open, and the next try goes on with it", async () => {
    const borrower = await people.verified("周海", "110105199001019031");
    const applicationId = await applies(borrower);
    for (const _ of [1, 2])
      await expect(credit.fetch(borrower.borrowerId, bank.id, applicationId)).rejects.toThrow(code("UNAVAILABLE"));
    expect(await queriesOf(applicationId)).toMatchObject([{ state: "ASKED" }]);
  });

  it("goes stale after thirty days of business time, and is then fetched anew", async () => {
    const borrower = await people.verified("陈建国", "320102198509151012", "19900000002");
    const applicationId = await applies(borrower);
    const report = await credit.fetch(borrower.borrowerId, bank.id, applicationId);
    expect(credit.isStale(report)).toBe(false);
    const later = addDays(world.kernel.clock.today(), 32);
    await world.kernel.db.write(system, (tx) => world.kernel.clock.advanceTo(tx, later, 9, "test"));
    await world.kernel.clock.refresh();
    expect(credit.isStale(report)).toBe(true);
    const fresh = await credit.fetch(borrower.borrowerId, bank.id, applicationId);
    expect(fresh.id).not.toBe(report.id);
    expect(credit.isStale(fresh)).toBe(false);
  });
});
