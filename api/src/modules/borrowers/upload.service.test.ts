import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BorrowerWorld, openBorrowerWorld } from "../../../tests/kit/borrower-world.js";
import { type TestKernel, testKernel } from "../../../tests/kit/index.js";
import { sha256 } from "../../kernel/crypto/index.js";
import { newId } from "../../kernel/ids/index.js";
import { type BorrowerViewer, system } from "../../kernel/viewer/index.js";
import { CHUNK_BYTES } from "./upload.rules.js";
import type { UploadTicketValue } from "./upload.service.js";

let world: TestKernel;
let people: BorrowerWorld;
let borrower: BorrowerViewer;
beforeAll(async () => {
  world = await testKernel();
  people = await openBorrowerWorld(world.kernel);
  borrower = await people.borrower();
});
afterAll(() => world.close());

const code = (expected: string) => expect.objectContaining({ code: expected });
const tokenOf = (url: string) => url.replace("/files/upload/", "");
const photo = (red: number) =>
  sharp({ create: { width: 400, height: 260, channels: 3, background: { r: red, g: 120, b: 90 } } })
    .withExif({ IFD0: { Artist: "SECRET-MARKER" } })
    .jpeg()
    .toBuffer();
/** A picture of noise, which no format makes small. */
const bigPhoto = () =>
  sharp(randomBytes(1_300 * 1_300 * 3), { raw: { width: 1_300, height: 1_300, channels: 3 } })
    .png()
    .toBuffer();

const request = (bytes: Buffer, viewer = borrower, contentType = "image/jpeg") =>
  people.borrowers.uploads.request(viewer, {
    kind: "IDENTITY_FRONT",
    fileName: "标记身份证.jpg",
    contentType,
    sizeBytes: bytes.length,
  });

async function send(ticket: UploadTicketValue, bytes: Buffer, count = ticket.chunks.length): Promise<void> {
  for (const { index, url, isReceived } of ticket.chunks.slice(0, count))
    if (!isReceived)
      await people.borrowers.uploads.receiveChunk(
        tokenOf(url),
        bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
      );
}

async function upload(bytes: Buffer, viewer = borrower, contentType = "image/jpeg") {
  const ticket = await request(bytes, viewer, contentType);
  await send(ticket, bytes);
  return people.borrowers.uploads.complete(viewer, ticket.document.id);
}

describe("an upload", () => {
  it("B-09: that broke off at 80 % goes on with the parts that are missing", async () => {
    const bytes = await bigPhoto();
    const ticket = await request(bytes, borrower, "image/png");
    expect(ticket.chunks.length).toBeGreaterThanOrEqual(5);
    const arrived = Math.floor(ticket.chunks.length * 0.8);
    await send(ticket, bytes, arrived);
    await expect(people.borrowers.uploads.complete(borrower, ticket.document.id)).rejects.toThrow(
      code("DOCUMENT_UPLOAD_INCOMPLETE"),
    );

    const resumed = await people.borrowers.uploads.resume(borrower, ticket.document.id);
    expect(resumed.chunks.filter(({ isReceived }) => isReceived)).toHaveLength(arrived);
    expect(ticket.chunks.every((chunk) => chunk.sha256 === null)).toBe(true);
    const parts = resumed.chunks.map(({ index, sizeBytes }) =>
      bytes.subarray(index * CHUNK_BYTES).subarray(0, sizeBytes),
    );
    expect(resumed.chunks.map((chunk) => chunk.sha256)).toEqual(
      parts.map((part, index) => (index < arrived ? sha256(part) : null)),
    );
    await send(resumed, bytes);
    const document = await people.borrowers.uploads.complete(borrower, ticket.document.id);
    expect(document).toMatchObject({ state: "ACCEPTED", refusal: null, pageCount: 1 });
    expect((await people.borrowers.uploads.complete(borrower, ticket.document.id)).state).toBe("ACCEPTED");
  });

  it("url works once, for exactly its length, until it expires, and cannot be made up", async () => {
    const bytes = await photo(10);
    const { chunks, document } = await request(bytes);
    const token = tokenOf(chunks[0]?.url ?? "");
    const { uploads } = people.borrowers;
    await expect(uploads.receiveChunk(token, bytes.subarray(1))).rejects.toThrow(code("DOCUMENT_CHUNK_LENGTH_WRONG"));
    await expect(uploads.receiveChunk(token, Buffer.concat([bytes, Buffer.alloc(1)]))).rejects.toThrow(
      code("DOCUMENT_CHUNK_LENGTH_WRONG"),
    );
    await expect(uploads.receiveChunk(`${token.slice(0, -1)}x`, bytes)).rejects.toThrow(
      code("DOCUMENT_UPLOAD_URL_INVALID"),
    );
    const [id, expiry, signature] = token.split(".");
    await expect(uploads.receiveChunk(`${id}.${Number(expiry) + 60}.${signature}`, bytes)).rejects.toThrow(
      code("DOCUMENT_UPLOAD_URL_INVALID"),
    );
    const results = await Promise.allSettled([1, 2, 3].map(() => uploads.receiveChunk(token, bytes)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(uploads.receiveChunk(token, bytes)).rejects.toThrow(code("DOCUMENT_UPLOAD_URL_USED"));
    expect((await uploads.complete(borrower, document.id)).state).toBe("ACCEPTED");
    await expect(uploads.resume(borrower, document.id)).rejects.toThrow(code("DOCUMENT_NOT_AWAITING_UPLOAD"));
  });

  it("url that has expired is refused", async () => {
    const late = {
      ...world.kernel,
      clock: { ...world.kernel.clock, now: () => new Date(world.kernel.clock.now().getTime() - 31 * 60_000) },
    };
    const past = await openUploadsOf(late);
    const bytes = await photo(11);
    const ticket = await past.request(borrower, {
      kind: "OTHER",
      fileName: "a.jpg",
      contentType: "image/jpeg",
      sizeBytes: bytes.length,
    });
    await expect(people.borrowers.uploads.receiveChunk(tokenOf(ticket.chunks[0]?.url ?? ""), bytes)).rejects.toThrow(
      code("DOCUMENT_UPLOAD_URL_EXPIRED"),
    );
  });

  it("B-09: of wrong magic bytes or with a stowaway ends REFUSED with its reason and stores nothing", async () => {
    const fake = await upload(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
    expect(fake).toMatchObject({ state: "REFUSED", refusal: "WRONG_TYPE", objectName: null });
    const polyglot = await upload(Buffer.concat([await photo(12), Buffer.from("PK\u0003\u0004payload")]));
    expect(polyglot).toMatchObject({ state: "REFUSED", refusal: "DISGUISED", objectName: null });
  });

  it("B-09: over 8 MB is refused before a byte is sent", async () => {
    const wish = {
      kind: "OTHER" as const,
      fileName: "a.pdf",
      contentType: "application/pdf",
      sizeBytes: 8 * CHUNK_BYTES + 1,
    };
    await expect(people.borrowers.uploads.request(borrower, wish)).rejects.toThrow(code("DOCUMENT_TOO_LARGE"));
  });

  it("is its owner's alone", async () => {
    const bytes = await photo(13);
    const ticket = await request(bytes);
    const other = await people.borrower();
    for (const attempt of [
      () => people.borrowers.uploads.resume(other, ticket.document.id),
      () => people.borrowers.uploads.complete(other, ticket.document.id),
      () => people.borrowers.uploads.discard(other, ticket.document.id),
      () => people.borrowers.documents.openOwn(other, ticket.document.id),
    ])
      await expect(attempt()).rejects.toThrow(code("NOT_FOUND"));
  });

  it("B-09: is sealed on disk, under a name that says nothing", async () => {
    const bytes = await photo(14);
    const document = await upload(bytes);
    const folder = join(world.kernel.config.dataDir, "files", "documents");
    const files = readdirSync(folder);
    expect(files).toContain(document.objectName?.replace("documents/", ""));
    for (const file of files) {
      const stored = readFileSync(join(folder, file));
      expect(stored.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
      expect(stored.includes("SECRET-MARKER")).toBe(false);
    }
    const [row] = await world.owner`select file_name from documents where id = ${document.id}`;
    expect(row?.file_name).not.toContain("标记");
  });

  it("B-09: of the same bytes by two people is flagged to staff, on both, and to nobody else", async () => {
    const bytes = await photo(200);
    const other = await people.borrower();
    const first = await upload(bytes);
    expect(first.isDuplicateElsewhere).toBe(false);
    // Other metadata, same picture.
    const second = await upload(await sharp(bytes).keepMetadata().jpeg({ quality: 100 }).toBuffer(), other).then(() =>
      upload(bytes, other),
    );
    const rows =
      await world.owner`select is_duplicate_elsewhere as flag from documents where id in ${world.owner([first.id, second.id])}`;
    expect(rows.map(({ flag }) => flag)).toEqual([true, true]);
    const { documents } = people.borrowers;
    expect(documents.duplicateFlagFor(borrower, { ...first, isDuplicateElsewhere: true })).toBeNull();
    expect(documents.duplicateFlagFor(people.reviewer(newId()), { ...first, isDuplicateElsewhere: true })).toBe(true);
  });
});

/** A picture of shapes, different for each seed: what a photo of a paper is to the eye. */
const drawn = (seed: number, width = 900) => {
  const shapes = Array.from({ length: 40 }, (_, at) => {
    const turn = (at * 7_919 + seed * 104_729) % 997;
    const grey = (turn * 31) % 255;
    return `<rect x="${(turn * 13) % 860}" y="${(turn * 29) % 560}" width="${30 + (turn % 120)}" height="${20 + (turn % 70)}" fill="rgb(${grey},${grey},${grey})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#eee"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).resize({ width });
};
const flagsOf = async (ids: readonly string[]) => {
  const rows =
    await world.owner`select id, is_duplicate_elsewhere as flag from documents where id in ${world.owner(ids)}`;
  return ids.map((id) => rows.find((row) => row.id === id)?.flag);
};

describe("a photo", () => {
  it("B-09: handed in by two people is flagged on both although it was saved anew and smaller", async () => {
    const other = await people.borrower();
    const first = await upload(await drawn(1).jpeg({ quality: 92 }).toBuffer());
    const unlike = await upload(await drawn(2).jpeg({ quality: 92 }).toBuffer(), other);
    expect(await flagsOf([first.id, unlike.id])).toEqual([false, false]);
    const again = await upload(await drawn(1, 640).jpeg({ quality: 55 }).toBuffer(), other);
    const asPng = await upload(await drawn(1, 720).png().toBuffer(), other, "image/png");
    expect(again.contentBlind).not.toBe(first.contentBlind);
    expect(await flagsOf([first.id, again.id, asPng.id, unlike.id])).toEqual([true, true, true, false]);
  });

  it("B-09: of the same person, handed in twice, is nobody's business", async () => {
    const own = [await upload(await drawn(3).jpeg().toBuffer()), await upload(await drawn(3, 640).jpeg().toBuffer())];
    expect(await flagsOf(own.map(({ id }) => id))).toEqual([false, false]);
  });

  it("B-09: too unclear to read counts only once its owner keeps it knowingly, and the limit is a parameter", async () => {
    const { borrowers, uploads } = people.borrowers;
    const viewer = await people.borrower();
    const missing = () =>
      world.kernel.db.read(viewer, (reader) =>
        borrowers
          .missingFor(reader, viewer.borrowerId, [], ["IDENTITY_FRONT"])
          .then((all) => all.filter(({ kind }) => kind === "DOCUMENT")),
      );
    const clear = await upload(await drawn(4).jpeg().toBuffer(), viewer);
    expect(clear).toMatchObject({ state: "ACCEPTED", isBlurred: false });
    expect(clear.sharpness).toBeGreaterThan(people.settings.number("document.minSharpness") * 2);
    await uploads.discard(viewer, clear.id);
    const smeared = await upload(await drawn(4).blur(9).jpeg().toBuffer(), viewer);
    expect(smeared).toMatchObject({ state: "ACCEPTED", isBlurred: true, keptAt: null });
    expect(await missing()).toMatchObject([{ documentKind: "IDENTITY_FRONT" }]);
    const stranger = await people.borrower();
    await expect(uploads.keep(stranger, smeared.id)).rejects.toThrow(code("NOT_FOUND"));
    const kept = await uploads.keep(viewer, smeared.id);
    expect(kept.keptAt).toBeInstanceOf(Date);
    expect((await uploads.keep(viewer, smeared.id)).keptAt).toEqual(kept.keptAt);
    expect(await missing()).toEqual([]);
  });
});

describe("opening a document", () => {
  it("gives the owner the clean picture for this session only", async () => {
    const document = await upload(await photo(15));
    const { documents, fileLinks } = people.borrowers;
    const view = await documents.open(borrower, { documentId: document.id, applicationId: null, purpose: "OWN_DATA" });
    const token = view.url.replace("/files/download/", "");
    const { bytes, headers } = await fileLinks.read(token, borrower.sessionId);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 400, height: 260 });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    await expect(fileLinks.read(token, newId())).rejects.toThrow(code("DOCUMENT_LINK_EXPIRED"));
    await expect(fileLinks.read(`${token}0`, borrower.sessionId)).rejects.toThrow(code("DOCUMENT_LINK_EXPIRED"));
    await world.owner`update file_links set expires_at = now() - interval '1 second'`;
    await expect(fileLinks.read(token, borrower.sessionId)).rejects.toThrow(code("DOCUMENT_LINK_EXPIRED"));
  });

  it("B-09: is marked with the viewer's id for staff, and leaves a row its owner reads", async () => {
    const document = await upload(await photo(16));
    const { documents, fileLinks, access, consents } = people.borrowers;
    const bank = await people.institution();
    const reviewer = people.reviewer(bank.id);
    const look = { documentId: document.id, applicationId: newId(), purpose: "INCOME_REVIEW" as const };
    const { hash: textHash } = consents.textFor(bank, "CREDIT_REVIEW");
    const agreed = { institutionId: bank.id, applicationId: look.applicationId, textHash };
    await world.kernel.db.write(borrower, (tx) => consents.give(tx, borrower, { ...agreed, purpose: "CREDIT_REVIEW" }));
    const view = await documents.open(reviewer, look);
    expect(view.watermark).toContain(reviewer.accountId.replaceAll("-", "").slice(-12).toUpperCase());
    const { bytes, headers } = await fileLinks.read(view.url.replace("/files/download/", ""), reviewer.sessionId);
    const { channels } = await sharp(bytes).stats();
    // The picture is of one colour: what varies is the mark.
    expect(channels[1]?.stdev).toBeGreaterThan(3);
    expect(headers["content-disposition"]).toContain("IDENTITY_FRONT.jpg");
    const page = await world.kernel.db.read(borrower, (reader) =>
      access.pageFor(reader, borrower.borrowerId, { first: 5 }),
    );
    expect(page.edges[0]?.node).toMatchObject({
      documentId: document.id,
      subject: "DOCUMENT",
      purpose: "INCOME_REVIEW",
      viewerName: "审核员周宁",
    });
    await expect(documents.open(reviewer, { ...look, purpose: "OWN_DATA" })).rejects.toThrow(
      code("ACCESS_PURPOSE_INVALID"),
    );
  });

  it("that was discarded or not accepted is refused for an application", async () => {
    const document = await upload(await photo(17));
    const { documents, uploads } = people.borrowers;
    const require = (id: string) =>
      world.kernel.db.read(system, (reader) => documents.requireAccepted(reader, borrower.borrowerId, [id]));
    expect(await require(document.id)).toMatchObject([{ id: document.id }]);
    await uploads.discard(borrower, document.id);
    await expect(require(document.id)).rejects.toThrow(code("DOCUMENT_NOT_ACCEPTED"));
    await expect(require(newId())).rejects.toThrow(code("NOT_FOUND"));
    const waiting = await request(await photo(18));
    await expect(require(waiting.document.id)).rejects.toThrow(code("DOCUMENT_NOT_ACCEPTED"));
  });
});

async function openUploadsOf(kernel: TestKernel["kernel"]) {
  return (await openBorrowerWorld(kernel)).borrowers.uploads;
}
