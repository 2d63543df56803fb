import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import { accessErrors } from "./access.errors.js";
import { type AccessService, mustBeStaff } from "./access.service.js";
import { AccessPurpose, AccessSubject } from "./access.states.js";
import { documentEvents } from "./borrower.events.js";
import { mustBeBorrower } from "./borrower.rules.js";
import { documentErrors } from "./document.errors.js";
import * as documents from "./document.repository.js";
import { type DocumentKind, DocumentState } from "./document.states.js";
import type { DocumentRow } from "./document.tables.js";
import type { FileLink, FileLinkService } from "./file-link.service.js";
import { plainName } from "./upload.rules.js";
import { fileNamePlace } from "./upload.service.js";
import { markText } from "./watermark.rules.js";

/** A document opened for a minute. */
export interface DocumentViewValue extends FileLink {
  readonly document: DocumentRow;
  /** What is drawn over the image, and what a page draws over a PDF; empty for the owner. */
  readonly watermark: string;
}

export interface StaffLook {
  readonly documentId: string;
  readonly applicationId: string | null;
  readonly purpose: AccessPurpose;
}

/** A borrower's documents: which there are, who may open one, and the row each opening leaves. */
export class DocumentService {
  constructor(
    private readonly kernel: Kernel,
    private readonly identity: IdentityService,
    private readonly access: AccessService,
    private readonly links: FileLinkService,
  ) {}

  /** Newest first, discarded ones left out. */
  ofBorrower(reader: Reader | Tx, borrowerId: string): Promise<DocumentRow[]> {
    return documents.ofBorrower(reader, borrowerId);
  }

  /** The owner's name for the file; staff are told its kind only, for a name may say whose it is. */
  async fileNameFor(reader: Reader, viewer: Viewer, row: DocumentRow): Promise<string> {
    if (viewer.kind !== "BORROWER" || viewer.borrowerId !== row.borrowerId) return plainName(row.kind, row.contentType);
    return (await this.identity.cipherOf(reader, row.borrowerId)).open(fileNamePlace(row.id), row.fileName);
  }

  /** Whether another person handed in the same file; staff only, null for the owner. */
  duplicateFlagFor(viewer: Viewer, row: DocumentRow): boolean | null {
    return viewer.kind === "INSTITUTION" || viewer.kind === "PLATFORM" ? row.isDuplicateElsewhere : null;
  }

  /** The borrower's own accepted documents in the order asked. @throws NOT_FOUND; DOCUMENT_NOT_ACCEPTED. */
  async requireAccepted(tx: Reader | Tx, borrowerId: string, ids: readonly string[]): Promise<DocumentRow[]> {
    if (ids.length === 0) return [];
    const rows = new Map((await documents.findAll(tx, ids)).map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = rows.get(id);
      if (row?.borrowerId !== borrowerId) throw kernelErrors.notFound();
      if (row.state !== DocumentState.ACCEPTED || row.discardedAt) throw documentErrors.notAccepted();
      return row;
    });
  }

  /** The newest accepted document of each of these kinds. */
  async acceptedOf(reader: Reader | Tx, borrowerId: string, kinds: readonly DocumentKind[]): Promise<DocumentRow[]> {
    const accepted = (await documents.ofBorrower(reader, borrowerId)).filter(
      ({ state }) => state === DocumentState.ACCEPTED,
    );
    return [...new Set(kinds)].flatMap((kind) => accepted.find((row) => row.kind === kind) ?? []);
  }

  /**
   * Opens a document: for a borrower one of their own, for staff one that stands behind an application, which the
   * caller has checked. A staff view is marked with the viewer's id and noted where its owner reads it.
   * @throws NOT_FOUND; DOCUMENT_NOT_ACCEPTED; ACCESS_PURPOSE_INVALID.
   */
  async open(viewer: Viewer, look: StaffLook): Promise<DocumentViewValue> {
    if (viewer.kind === "BORROWER") return this.openOwn(viewer, look.documentId);
    return this.kernel.db.write(system, (tx) => this.openForStaff(tx, viewer, look));
  }

  /** Opens a document for its owner. @throws NOT_FOUND; DOCUMENT_NOT_ACCEPTED. */
  async openOwn(viewer: Viewer, documentId: string): Promise<DocumentViewValue> {
    const borrower = mustBeBorrower(viewer);
    return this.kernel.db.write(viewer, async (tx) => {
      const document = await documents.findOwn(tx, borrower.borrowerId, documentId);
      if (!document) throw kernelErrors.notFound();
      const fileName = await this.fileNameFor(tx, viewer, document);
      const link = await this.links.issue(tx, borrower, { ...this.#stored(document), fileName, watermark: null });
      return { ...link, document, watermark: "" };
    });
  }

  /**
   * Opens a document for staff: marked with the viewer's id, and noted where its owner reads it. The caller has checked
   * that the document belongs to an application the viewer may see, and holds a transaction that reads behind the
   * walls (`db.write(system, …)`).
   * @throws NOT_FOUND; DOCUMENT_NOT_ACCEPTED; ACCESS_PURPOSE_INVALID.
   */
  async openForStaff(
    tx: Tx,
    viewer: Viewer,
    { documentId, applicationId, purpose }: StaffLook,
  ): Promise<DocumentViewValue> {
    const staff = mustBeStaff(viewer);
    if (purpose === AccessPurpose.OWN_DATA) throw accessErrors.purposeInvalid();
    const [document] = await documents.findAll(tx, [documentId]);
    if (!document) throw kernelErrors.notFound();
    const stored = this.#stored(document);
    const { borrowerId } = document;
    const look = { borrowerId, applicationId, documentId, purpose, fields: [], subject: AccessSubject.DOCUMENT };
    await this.access.note(tx, staff, look);
    await this.kernel.events.record(tx, viewer, documentEvents.viewed, {
      subject: { type: "Document", id: documentId },
      borrowerId,
      institutionId: staff.kind === "INSTITUTION" ? staff.institutionId : null,
      facts: { documentId, purpose, applicationId },
    });
    const watermark = markText(staff.accountId, this.kernel.clock.now());
    const fileName = plainName(document.kind, document.contentType);
    const link = await this.links.issue(tx, staff, { ...stored, fileName, watermark });
    return { ...link, document, watermark };
  }

  #stored(row: DocumentRow) {
    const { objectName, borrowerId, contentType, state } = row;
    if (state !== DocumentState.ACCEPTED || !objectName) throw documentErrors.notAccepted();
    return { borrowerId, objectName, contentType };
  }
}
