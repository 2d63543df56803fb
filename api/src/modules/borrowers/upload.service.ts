import { type FilesGateway, newObjectName } from "../../gateways/files/index.js";
import { equalSecrets, hmacSha256, type PersonCipher, sha256 } from "../../kernel/crypto/index.js";
import type { Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId, newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { documentEvents } from "./borrower.events.js";
import { mustBeBorrower } from "./borrower.rules.js";
import type { BorrowerRow } from "./borrower.tables.js";
import { documentErrors } from "./document.errors.js";
import * as documents from "./document.repository.js";
import { type DocumentKind, DocumentState } from "./document.states.js";
import type { DocumentChunkRow, DocumentRow } from "./document.tables.js";
import { type CheckedFile, checkFile } from "./document-check.service.js";
import { isReadable } from "./document-reading.service.js";
import { ReadingState } from "./document-reading.states.js";
import { bandsOf, isSamePicture } from "./picture-hash.rules.js";
import type { ProfileService } from "./profile.service.js";
import { CHUNK_BYTES, checkQuota, checkWish, chunkSizes, UPLOAD_MINUTES, type UploadWish } from "./upload.rules.js";

export interface UploadTicketValue {
  readonly document: DocumentRow;
  readonly chunkBytes: number;
  readonly chunks: readonly {
    readonly index: number;
    readonly url: string;
    readonly sizeBytes: number;
    readonly isReceived: boolean;
    readonly sha256: string | null;
  }[];
  readonly expiresAt: Date;
}

const compact = (id: string) => id.replaceAll("-", "");
const spaced = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
export const fileNamePlace = (documentId: string) => `documents.file_name.${documentId}`;

/** Files on their way in: signed urls for exact parts, a check, and a sealed clean copy or a reason why not. */
export class UploadService {
  readonly #secret: Buffer;

  constructor(
    private readonly kernel: Kernel,
    private readonly identity: IdentityService,
    private readonly profiles: ProfileService,
    private readonly settings: SettingsService,
    private readonly files: FilesGateway,
  ) {
    this.#secret = kernel.vault.derive("upload-url", "v1");
  }

  /** @throws DOCUMENT_TYPE_NOT_ACCEPTED, DOCUMENT_TOO_LARGE, DOCUMENT_NAME_INVALID, DOCUMENT_QUOTA_EXCEEDED. */
  async request(viewer: Viewer, input: UploadWish & { readonly kind: DocumentKind }): Promise<UploadTicketValue> {
    const { borrowerId } = mustBeBorrower(viewer);
    const contentType = checkWish(input);
    const { kind, sizeBytes, fileName } = input;
    return this.kernel.db.write(viewer, async (tx) => {
      await this.profiles.ensure(tx, borrowerId);
      checkQuota(await documents.held(tx, borrowerId), sizeBytes);
      const id = newId();
      const sealedName = (await this.identity.cipherOf(tx, borrowerId)).seal(fileNamePlace(id), fileName.trim());
      const uploadExpiresAt = this.#expiry();
      const row = { id, borrowerId, kind, contentType, sizeBytes, fileName: sealedName, uploadExpiresAt };
      const document = await documents.insert(tx, row);
      const sizes = chunkSizes(sizeBytes);
      const chunks = await documents.insertChunks(
        tx,
        sizes.map((size, index) => ({ documentId: id, borrowerId, index, sizeBytes: size })),
      );
      return this.#ticket(document, chunks, uploadExpiresAt);
    });
  }

  /** Fresh urls, and which parts are here already, with their hashes. @throws NOT_FOUND; DOCUMENT_NOT_AWAITING_UPLOAD. */
  async resume(viewer: Viewer, documentId: string): Promise<UploadTicketValue> {
    const { borrowerId } = mustBeBorrower(viewer);
    const { document, chunks, expiresAt, cipher } = await this.kernel.db.write(viewer, async (tx) => {
      const own = await documents.findOwn(tx, borrowerId, documentId);
      if (!own) throw kernelErrors.notFound();
      const { state } = own;
      if (state !== DocumentState.AWAITING_UPLOAD) throw documentErrors.notAwaitingUpload({ state });
      const until = this.#expiry();
      await documents.prolong(tx, documentId, until);
      const parts = await documents.chunksOf(tx, documentId);
      return {
        document: own,
        chunks: parts,
        expiresAt: until,
        cipher: await this.identity.cipherOf(tx, borrowerId),
      };
    });
    const hashes = new Map<string, string>();
    for (const { id, objectName } of chunks)
      if (objectName) hashes.set(id, sha256(await this.files.get(objectName, cipher)));
    return this.#ticket(document, chunks, expiresAt, hashes);
  }

  /**
   * Takes one part. The url is the credential: it names the part, its length and its end, and works once.
   * @throws DOCUMENT_UPLOAD_URL_INVALID, DOCUMENT_UPLOAD_URL_EXPIRED, DOCUMENT_UPLOAD_URL_USED,
   * DOCUMENT_CHUNK_LENGTH_WRONG.
   */
  async receiveChunk(token: string, body: Uint8Array): Promise<void> {
    const id = this.#chunkIn(token);
    const { db } = this.kernel;
    const found = await db.read(system, (reader) => documents.chunk(reader, id));
    if (!found || found.document.discardedAt) throw documentErrors.uploadUrlInvalid();
    const { chunk, document } = found;
    if (chunk.receivedAt || document.state !== DocumentState.AWAITING_UPLOAD) throw documentErrors.uploadUrlUsed();
    if (body.length !== chunk.sizeBytes)
      throw documentErrors.chunkLengthWrong({ expected: chunk.sizeBytes, actual: body.length });
    const cipher = await db.read(system, (reader) => this.identity.cipherOf(reader, chunk.borrowerId));
    const objectName = newObjectName("quarantine");
    await this.files.put(objectName, body, cipher);
    const isFirst = await db.write(system, (tx) => documents.receive(tx, id, objectName));
    if (isFirst) return;
    await this.files.remove([objectName]);
    throw documentErrors.uploadUrlUsed();
  }

  /**
   * Checks a whole upload and settles it as ACCEPTED or REFUSED; asking again answers what became of it.
   * @throws NOT_FOUND; DOCUMENT_UPLOAD_INCOMPLETE.
   */
  async complete(viewer: Viewer, documentId: string): Promise<DocumentRow> {
    const borrower = mustBeBorrower(viewer);
    const begun = await this.kernel.db.write(viewer, async (tx) => {
      const document = await documents.findOwn(tx, borrower.borrowerId, documentId);
      if (!document) throw kernelErrors.notFound();
      const chunks = await documents.chunksOf(tx, documentId);
      const missing = chunks.filter(({ receivedAt }) => !receivedAt).length;
      if (missing > 0) throw documentErrors.uploadIncomplete({ missing });
      const checking = await documents.beginCheck(tx, documentId);
      const cipher = await this.identity.cipherOf(tx, borrower.borrowerId);
      return { document: checking ?? document, isMine: checking !== undefined, chunks, cipher };
    });
    if (!begun.isMine) return begun.document;
    try {
      return await this.#check(borrower, begun.document, begun.chunks, begun.cipher);
    } catch (error) {
      await this.kernel.db.write(system, (tx) => documents.handBack(tx, documentId));
      throw error;
    }
  }

  /**
   * The borrower has seen that a photo is unclear and keeps it: from now on it counts like any other. Keeping it again
   * changes nothing.
   * @throws NOT_FOUND; DOCUMENT_NOT_ACCEPTED.
   */
  async keep(viewer: Viewer, documentId: string): Promise<DocumentRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    return this.kernel.db.write(viewer, async (tx) => {
      const own = await documents.findOwn(tx, borrowerId, documentId);
      if (!own) throw kernelErrors.notFound();
      if (own.state !== DocumentState.ACCEPTED) throw documentErrors.notAccepted();
      const kept = await documents.keep(tx, borrowerId, documentId);
      if (!kept) return own;
      await this.kernel.events.record(tx, viewer, documentEvents.kept, {
        subject: { type: "Document", id: documentId },
        borrowerId,
        facts: { documentId },
      });
      return kept;
    });
  }

  /** Puts a document out of the borrower's sight and use; where an application holds it, it stays as evidence. @throws NOT_FOUND. */
  async discard(viewer: Viewer, documentId: string): Promise<BorrowerRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    return this.kernel.db.write(viewer, async (tx) => {
      const own = await documents.findOwn(tx, borrowerId, documentId);
      if (!own || !(await documents.discard(tx, documentId))) throw kernelErrors.notFound();
      await this.kernel.events.record(tx, viewer, documentEvents.discarded, {
        subject: { type: "Document", id: documentId },
        borrowerId,
        facts: { documentId },
      });
      return this.profiles.ensure(tx, borrowerId);
    });
  }

  /** Removes parts of uploads nobody has gone on with, and links long past; answers how many parts. */
  async sweep(): Promise<number> {
    const lapsed = await this.kernel.db.read(system, (reader) => documents.lapsedChunks(reader, 500));
    await this.files.remove(lapsed.flatMap(({ objectName }) => objectName ?? []));
    await this.kernel.db.write(system, async (tx) => {
      await documents.removeChunksById(
        tx,
        lapsed.map(({ id }) => id),
      );
      await documents.removeExpiredLinks(tx);
    });
    return lapsed.length;
  }

  async #check(
    viewer: BorrowerViewer,
    document: DocumentRow,
    chunks: readonly DocumentChunkRow[],
    cipher: PersonCipher,
  ): Promise<DocumentRow> {
    const names = chunks.flatMap(({ objectName }) => objectName ?? []);
    const parts: Buffer[] = [];
    for (const name of names) parts.push(await this.files.get(name, cipher));
    const checked = await checkFile(Buffer.concat(parts), document.contentType);
    const objectName = checked.isAccepted ? newObjectName("documents") : null;
    if (checked.isAccepted && objectName) await this.files.put(objectName, checked.bytes, cipher);
    const settled = await this.#settle(viewer, document, checked, objectName);
    await this.files.remove(names);
    return settled;
  }

  #settle(
    viewer: BorrowerViewer,
    document: DocumentRow,
    checked: CheckedFile,
    objectName: string | null,
  ): Promise<DocumentRow> {
    const { db, events, vault } = this.kernel;
    const contentBlind = checked.isAccepted ? vault.blindIndex("document", sha256(checked.bytes)) : null;
    const looks = checked.isAccepted ? checked.looks : null;
    const bands = looks?.hash ? bandsOf(looks.hash) : null;
    // As the system: whether somebody else has the same file is not this borrower's to read.
    return db.write(system, async (tx) => {
      const row = await documents.endCheck(tx, document.id, {
        state: checked.isAccepted ? DocumentState.ACCEPTED : DocumentState.REFUSED,
        refusal: checked.isAccepted ? null : checked.refusal,
        pageCount: checked.isAccepted ? checked.pageCount : null,
        sizeBytes: checked.isAccepted ? Math.min(checked.bytes.length, 8 * CHUNK_BYTES) : document.sizeBytes,
        objectName,
        contentBlind,
        pictureHash: looks?.hash ?? null,
        pictureBands: bands,
        readingState: checked.isAccepted && isReadable(document) ? ReadingState.PENDING : null,
        sharpness: looks?.sharpness ?? null,
        isBlurred: looks !== null && looks.sharpness < this.settings.number("document.minSharpness"),
      });
      if (!row) throw kernelErrors.conflict();
      if (contentBlind) await documents.markDuplicates(tx, contentBlind);
      if (looks?.hash && bands) await this.#markSamePictures(tx, row, looks.hash, bands);
      await documents.removeChunks(tx, document.id);
      await events.record(tx, viewer, documentEvents.checked, {
        subject: { type: "Document", id: row.id },
        borrowerId: viewer.borrowerId,
        facts: { documentId: row.id, kind: row.kind, state: row.state, refusal: row.refusal },
      });
      return row;
    });
  }

  /** Another person's picture that shows the same thing, saved anew or not, flags both. */
  async #markSamePictures(tx: Tx, { id, borrowerId }: DocumentRow, hash: string, bands: number[]): Promise<void> {
    const near = await documents.nearPictures(tx, borrowerId, bands);
    const same = near.filter(({ pictureHash }) => pictureHash !== null && isSamePicture(hash, pictureHash));
    if (same.length > 0) await documents.flagDuplicates(tx, [id, ...same.map((one) => one.id)]);
  }

  #expiry(): Date {
    return new Date(this.kernel.clock.now().getTime() + UPLOAD_MINUTES * 60_000);
  }

  #ticket(
    document: DocumentRow,
    chunks: readonly DocumentChunkRow[],
    expiresAt: Date,
    hashes: ReadonlyMap<string, string> = new Map(),
  ): UploadTicketValue {
    const expiry = Math.floor(expiresAt.getTime() / 1000);
    const listed = [...chunks]
      .sort((a, b) => a.index - b.index)
      .map(({ id, index, sizeBytes, receivedAt }) => ({
        index,
        sizeBytes,
        isReceived: receivedAt !== null,
        sha256: hashes.get(id) ?? null,
        url: `/files/upload/${compact(id)}.${expiry}.${this.#sign(id, expiry)}`,
      }));
    return { document, chunkBytes: CHUNK_BYTES, chunks: listed, expiresAt };
  }

  #sign(chunkId: string, expiry: number): string {
    return hmacSha256(this.#secret, `${chunkId}.${expiry}`);
  }

  #chunkIn(token: string): string {
    const [hex = "", expiryText = "", signature = ""] = token.split(".");
    const id = spaced(hex);
    const expiry = /^\d{1,12}$/.test(expiryText) ? Number(expiryText) : 0;
    if (!isId(id) || !equalSecrets(signature, this.#sign(id, expiry))) throw documentErrors.uploadUrlInvalid();
    if (expiry * 1000 <= this.kernel.clock.now().getTime()) throw documentErrors.uploadUrlExpired();
    return id;
  }
}
