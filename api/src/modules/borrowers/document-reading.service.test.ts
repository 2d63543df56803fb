import { identityCheckDigit } from "@daichao/finance";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BorrowerWorld, openBorrowerWorld } from "../../../tests/kit/borrower-world.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { drawSpecimen } from "../../gateways/document-reading/specimen.js";
import { newId } from "../../kernel/ids/index.js";
import { drainJobs } from "../../kernel/jobs/index.js";
import type { BorrowerViewer, Viewer } from "../../kernel/viewer/index.js";
import * as documents from "./document.repository.js";
import type { DocumentKind } from "./document.states.js";
import { DocumentReadingService } from "./document-reading.service.js";

let world: TestKernel;
let people: BorrowerWorld;
beforeAll(async () => {
  world = await testKernel();
  people = await openBorrowerWorld(world.kernel);
  world.kernel.events.register(people.borrowers.reactions ?? []);
});
afterAll(() => world.close());

const person = { name: "林晓雨", identityNumber: "110105199103070022", phone: "19900000001" };
const numberWith = (sequence: string) => {
  const stem = `11010519900101${sequence}`;
  return stem + identityCheckDigit(stem);
};
const drain = () =>
  drainJobs({ ...world.kernel, ownerUrl: world.kernel.config.ownerUrl }, { daily: [], queued: [], periodic: [] });

async function handsIn(viewer: BorrowerViewer, bytes: Buffer, kind: DocumentKind = "IDENTITY_FRONT") {
  const { uploads } = people.borrowers;
  const wish = { kind, fileName: "card.png", contentType: "image/png", sizeBytes: bytes.length };
  const { document, chunks } = await uploads.request(viewer, wish);
  for (const { url } of chunks) await uploads.receiveChunk(url.replace("/files/upload/", ""), bytes);
  const settled = await uploads.complete(viewer, document.id);
  await drain();
  return settled;
}

const readingOf = (viewer: Viewer, owner: BorrowerViewer, documentId: string) =>
  world.kernel.db.read(owner, async (reader) => {
    const [row] = await documents.findAll(reader, [documentId]);
    if (!row?.readingState) return null;
    const facts = await people.borrowers.readings.factsFor(reader, viewer, row);
    return { state: row.readingState, facts: Object.fromEntries(facts.map((fact) => [fact.field, fact])) };
  });

describe("an identity photo", () => {
  it("2-26: is read by itself after it was taken in; its owner sees it in the clear, staff masked, the table neither", async () => {
    const borrower = await people.borrower(person.phone);
    const { id } = await handsIn(borrower, await drawSpecimen("FRONT", person));
    const own = await readingOf(borrower, borrower, id);
    expect(own).toMatchObject({
      state: "READ",
      facts: {
        NAME: { value: person.name, isUncertain: false, isSound: true, agrees: null },
        IDENTITY_NUMBER: { value: person.identityNumber, isUncertain: false, isSound: true, agrees: null },
      },
    });
    const staff = await readingOf(people.reviewer(newId()), borrower, id);
    expect(staff?.facts).toMatchObject({ NAME: { value: "林**" }, IDENTITY_NUMBER: { value: "1101************22" } });
    const [row] = await world.owner`select read_facts::text as facts from documents where id = ${id}`;
    expect(row?.facts).not.toContain(person.name);
    expect(row?.facts).not.toContain(person.identityNumber);

    await people.borrowers.borrowers.verifyIdentity(borrower, person);
    await drain();
    expect((await readingOf(borrower, borrower, id))?.facts).toMatchObject({
      NAME: { agrees: true },
      IDENTITY_NUMBER: { agrees: true },
    });
  });

  it("2-26: of another's card is told to differ from what was verified", async () => {
    const borrower = await people.verified("陈建国", "320102198509151012", "19900000002");
    const { id } = await handsIn(borrower, await drawSpecimen("FRONT", person));
    expect((await readingOf(borrower, borrower, id))?.facts).toMatchObject({
      NAME: { agrees: false },
      IDENTITY_NUMBER: { agrees: false, isSound: true },
    });
    const [event] = await world.owner`select facts from events where name = 'document.read' and subject_id = ${id}`;
    expect(event?.facts).toMatchObject({ state: "READ", differs: true });
  });

  it("2-26: read wrongly or without being sure says so, and a number that fails GB 11643 is not sound", async () => {
    const borrower = await people.borrower();
    const read = async (sequence: string) => {
      const card = { name: "周海", identityNumber: numberWith(sequence) };
      const { id } = await handsIn(borrower, await drawSpecimen("FRONT", card));
      return (await readingOf(borrower, borrower, id))?.facts.IDENTITY_NUMBER;
    };
    expect(await read("913")).toMatchObject({ isSound: false });
    expect(await read("911")).toMatchObject({ isSound: true, isUncertain: true, confidence: 58 });
  });

  it("2-26: leaves the form to be filled by hand when the reader is slow, down or sees nothing", async () => {
    const borrower = await people.borrower();
    for (const sequence of ["903", "905"]) {
      const card = { name: "周海", identityNumber: numberWith(sequence) };
      const document = await handsIn(borrower, await drawSpecimen("FRONT", card));
      expect(document.state).toBe("ACCEPTED");
      expect(await readingOf(borrower, borrower, document.id)).toEqual({ state: "UNAVAILABLE", facts: {} });
    }
    const noise = await sharp({ create: { width: 400, height: 260, channels: 3, background: "#8a6" } })
      .png()
      .toBuffer();
    const { id } = await handsIn(borrower, noise);
    expect(await readingOf(borrower, borrower, id)).toEqual({ state: "UNREADABLE", facts: {} });
    await people.borrowers.borrowers.verifyIdentity(borrower, { name: "周海", identityNumber: numberWith("917") });
  }, 40_000);

  it("is read once, however often the event is told, and other papers are not read at all", async () => {
    const borrower = await people.borrower();
    const { id } = await handsIn(borrower, await drawSpecimen("FRONT", person));
    const count = { asked: 0 };
    const counting = new DocumentReadingService(world.kernel, {
      settings: people.settings,
      identity: people.identity.identity,
      borrowers: people.borrowers.borrowers,
      files: people.gateways.files,
      documentReading: {
        async readCard() {
          count.asked += 1;
          return { provider: "test", values: [] };
        },
      },
    });
    await counting.read("borrowers.readIdentityPhoto", newId(), id);
    expect(count.asked).toBe(0);
    const payslip = await handsIn(borrower, await drawSpecimen("BACK", person), "INCOME_PROOF");
    expect(await readingOf(borrower, borrower, payslip.id)).toBeNull();
  });
});
