import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BorrowerWorld, openBorrowerWorld } from "../../../tests/kit/borrower-world.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import type { InstitutionRow } from "../institutions/index.js";
import { borrowerMaskById } from "./borrower.loaders.js";

let world: TestKernel;
let people: BorrowerWorld;
let bank: InstitutionRow;
let borrower: BorrowerViewer;
beforeAll(async () => {
  world = await testKernel();
  people = await openBorrowerWorld(world.kernel);
  bank = await people.institution();
  borrower = await people.verified("林晓雨", "110105199103070022", "19900000001");
});
afterAll(() => world.close());

const code = (expected: string) => expect.objectContaining({ code: expected });

function agree(applicationId = newId(), textHash?: string) {
  const { consents } = people.borrowers;
  const hash = textHash ?? consents.textFor(bank, "CREDIT_REVIEW").hash;
  const wish = { institutionId: bank.id, purpose: "CREDIT_REVIEW" as const, textHash: hash, applicationId };
  return world.kernel.db.write(borrower, (tx) => consents.give(tx, borrower, wish));
}

const maskSeenBy = (viewer: Parameters<typeof world.kernel.db.read>[0]) =>
  world.kernel.db.read(
    viewer,
    async (reader) => (await borrowerMaskById.batch(reader, [borrower.borrowerId], viewer))[0],
  );

describe("a consent (R-07, 2-19)", () => {
  it("to a text that is not the present one is refused", async () => {
    await expect(agree(newId(), "0".repeat(64))).rejects.toThrow(code("CONSENT_TEXT_CHANGED"));
    await expect(agree(newId(), people.borrowers.consents.textFor(bank, "LOAN_SERVICING").hash)).rejects.toThrow(
      code("CONSENT_TEXT_CHANGED"),
    );
  });

  it("keeps the very words that were agreed to", async () => {
    const row = await agree();
    const [kept] = await world.owner`select paragraphs from consent_texts where hash = ${row.textHash}`;
    expect(JSON.stringify(kept?.paragraphs)).toContain(bank.name);
    await world.kernel.db.write(borrower, (tx) => people.borrowers.consents.withdraw(tx, borrower, row.id, "TEST"));
  });

  it("opens the borrower's rows to that institution alone, and its withdrawal closes them at once", async () => {
    const { consents } = people.borrowers;
    const reviewer = people.reviewer(bank.id);
    const stranger = people.reviewer((await people.institution()).id);
    expect(await maskSeenBy(reviewer)).toBeNull();
    const row = await agree();
    expect(await maskSeenBy(reviewer)).toMatchObject({ nameMasked: "林**" });
    expect(await maskSeenBy(stranger)).toBeNull();
    const wanted = { borrowerId: borrower.borrowerId, institutionId: bank.id };
    expect(await world.kernel.db.read(system, (reader) => consents.standing(reader, wanted))).toMatchObject({
      id: row.id,
    });

    await world.kernel.db.write(borrower, (tx) => consents.withdraw(tx, borrower, row.id, "WITHDRAWN_BY_BORROWER"));
    expect(await maskSeenBy(reviewer)).toBeNull();
    expect(await world.kernel.db.read(system, (reader) => consents.standing(reader, wanted))).toBeNull();
    await expect(world.kernel.db.read(system, (reader) => consents.requireStanding(reader, wanted))).rejects.toThrow(
      code("CONSENT_REQUIRED"),
    );
    await expect(
      world.kernel.db.write(borrower, (tx) => consents.withdraw(tx, borrower, row.id, "AGAIN")),
    ).rejects.toThrow(code("CONSENT_ENDED"));
    await expect(
      world.owner`update consents set ended_at = null, withdrawn_at = null, ended_reason = null where id = ${row.id}`,
    ).rejects.toThrow(/may only end, once/);
  });

  it("of somebody else is not there", async () => {
    const row = await agree();
    const other = await people.borrower();
    await expect(
      world.kernel.db.write(other, (tx) => people.borrowers.consents.withdraw(tx, other, row.id, "THEFT")),
    ).rejects.toThrow(code("NOT_FOUND"));
    await world.kernel.db.write(borrower, (tx) => people.borrowers.consents.withdraw(tx, borrower, row.id, "TEST"));
  });

  it("ends with its application, without being withdrawn", async () => {
    const applicationId = newId();
    await agree(applicationId);
    const ended = await world.kernel.db.write(system, (tx) =>
      people.borrowers.consents.endFor(tx, applicationId, "APPLICATION_EXPIRED"),
    );
    expect(ended).toMatchObject([{ withdrawnAt: null, endedReason: "APPLICATION_EXPIRED" }]);
    expect(
      await world.kernel.db.write(system, (tx) => people.borrowers.consents.endFor(tx, applicationId, "AGAIN")),
    ).toEqual([]);
  });
});

describe("revealing personal data (I-09, B-17)", () => {
  it("writes a row of what was seen, which the borrower reads, in the transaction that reveals", async () => {
    const applicationId = newId();
    const consent = await agree(applicationId);
    await people.borrowers.profiles.save(borrower, { version: 0, address: "北京市朝阳区一号" });
    const reviewer = people.reviewer(bank.id);
    const { access } = people.borrowers;
    const data = await world.kernel.db.write(reviewer, (tx) =>
      access.reveal(tx, reviewer, {
        borrowerId: borrower.borrowerId,
        applicationId,
        fields: ["PHONE", "NAME", "IDENTITY_NUMBER", "ADDRESS", "BANK_CARD"],
        purpose: "IDENTITY_REVIEW",
      }),
    );
    expect(data).toMatchObject({
      name: "林晓雨",
      identityNumber: "110105199103070022",
      phone: "19900000001",
      address: "北京市朝阳区一号",
      bankCard: null,
    });
    expect(data.emergencyContact).toBeUndefined();
    const page = await world.kernel.db.read(borrower, (reader) =>
      access.pageFor(reader, borrower.borrowerId, { first: 10 }),
    );
    expect(page.edges.map(({ node }) => node)).toMatchObject([
      {
        viewerName: "审核员周宁",
        viewerKind: "INSTITUTION",
        institutionId: bank.id,
        purpose: "IDENTITY_REVIEW",
        fields: ["NAME", "IDENTITY_NUMBER", "PHONE", "ADDRESS"],
        applicationId,
      },
    ]);
    const other = await people.borrower();
    const theirs = await world.kernel.db.read(other, (reader) =>
      access.pageFor(reader, borrower.borrowerId, { first: 10 }),
    );
    expect(theirs.edges).toEqual([]);
    await expect(world.owner`delete from access_records`).rejects.toThrow(/append-only/);
    await world.kernel.db.write(borrower, (tx) => people.borrowers.consents.withdraw(tx, borrower, consent.id, "TEST"));
  });

  it("needs a purpose of work, something to reveal, and somebody of the staff", async () => {
    const reviewer = people.reviewer(bank.id);
    const { access } = people.borrowers;
    const wish = {
      borrowerId: borrower.borrowerId,
      applicationId: null,
      fields: ["PHONE" as const],
      purpose: "OWN_DATA" as const,
    };
    const attempt = (viewer: typeof reviewer | BorrowerViewer, changed: object) =>
      world.kernel.db.write(system, (tx) => access.reveal(tx, viewer, { ...wish, ...changed }));
    await expect(attempt(reviewer, {})).rejects.toThrow(code("ACCESS_PURPOSE_INVALID"));
    await expect(attempt(reviewer, { fields: [], purpose: "FRAUD_CHECK" })).rejects.toThrow(
      code("ACCESS_NOTHING_ASKED"),
    );
    await expect(attempt(borrower, { purpose: "FRAUD_CHECK" })).rejects.toThrow(code("NOT_FOUND"));
  });

  it("stops at the viewer's daily quota, also when asked fifty times at once", async () => {
    const reviewer = people.reviewer(bank.id);
    const max = people.settings.number("quota.reveals");
    const wish = {
      borrowerId: borrower.borrowerId,
      applicationId: null,
      fields: ["PHONE" as const],
      purpose: "FRAUD_CHECK" as const,
    };
    const results = await Promise.allSettled(
      Array.from({ length: max + 5 }, () =>
        world.kernel.db.write(system, (tx) => people.borrowers.access.reveal(tx, reviewer, wish)),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(max);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.every(({ reason }) => reason.code === "ACCESS_QUOTA_USED")).toBe(true);
  });
});
