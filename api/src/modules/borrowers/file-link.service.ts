import type { FilesGateway } from "../../gateways/files/index.js";
import { equalSecrets, hmacSha256, sha256 } from "../../kernel/crypto/index.js";
import type { Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { type BorrowerViewer, type InstitutionViewer, type PlatformViewer, system } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import * as consents from "./consent.repository.js";
import { documentErrors } from "./document.errors.js";
import * as documents from "./document.repository.js";
import { ContentType } from "./document.states.js";
import { watermarked } from "./image.service.js";
import { DOWNLOAD_SECONDS } from "./upload.rules.js";

/** A file to be shown once to the session that asked. */
export interface FileToShow {
  /** Whose key it is sealed with. */
  readonly borrowerId: string;
  readonly objectName: string;
  /** What the browser will call it. */
  readonly fileName: string;
  readonly contentType: ContentType;
  /** Drawn over images; null for the owner. */
  readonly watermark: string | null;
}

export interface FileLink {
  /** Path on the api's own origin. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** A file on its way out, with the headers that keep a browser from running it. */
export interface Download {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export type SignedViewer = BorrowerViewer | InstitutionViewer | PlatformViewer;

const compact = (id: string) => id.replaceAll("-", "");
const spaced = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Links that open one stored file for one session within a minute. */
export class FileLinkService {
  readonly #secret: Buffer;

  constructor(
    private readonly kernel: Kernel,
    private readonly identity: IdentityService,
    private readonly files: FilesGateway,
  ) {
    this.#secret = kernel.vault.derive("file-link", "v1");
  }

  /** The caller has checked that the viewer may see the file, and notes the view in the same transaction. */
  async issue(tx: Tx, viewer: SignedViewer, file: FileToShow): Promise<FileLink> {
    const row = await documents.insertLink(tx, {
      ...file,
      institutionId: viewer.kind === "INSTITUTION" ? viewer.institutionId : null,
      viewerId: viewer.accountId,
      sessionHash: sha256(viewer.sessionId),
      expiresAt: new Date(this.kernel.clock.now().getTime() + DOWNLOAD_SECONDS * 1000),
    });
    const token = `${compact(row.id)}.${this.#sign(row.id, viewer.sessionId)}`;
    return { url: `/files/download/${token}`, expiresAt: row.expiresAt };
  }

  /**
   * A lender's link dies with the borrower's last consent to it, however young it is.
   * @throws DOCUMENT_LINK_EXPIRED for a forged, foreign, expired, no longer permitted or unknown link alike.
   */
  async read(token: string, sessionId: string): Promise<Download> {
    const [hex = "", signature = ""] = token.split(".");
    const id = spaced(hex);
    if (!isId(id) || !equalSecrets(signature, this.#sign(id, sessionId))) throw documentErrors.linkExpired();
    const row = await this.kernel.db.read(system, (reader) => documents.link(reader, id));
    if (!row || row.sessionHash !== sha256(sessionId)) throw documentErrors.linkExpired();
    const { borrowerId, institutionId } = row;
    const isPermitted =
      institutionId === null ||
      (await this.kernel.db.read(system, (reader) => consents.standing(reader, { borrowerId, institutionId })));
    if (!isPermitted) throw documentErrors.linkExpired();
    const cipher = await this.kernel.db.read(system, (reader) => this.identity.cipherOf(reader, row.borrowerId));
    const stored = await this.files.get(row.objectName, cipher);
    const type = Object.values(ContentType).find((known) => known === row.contentType) ?? ContentType.PDF;
    const isMarked = row.watermark !== null && type !== ContentType.PDF;
    const bytes = isMarked ? await watermarked(stored, type, row.watermark ?? "") : stored;
    return { bytes, headers: headersFor(type, row.fileName, bytes.length) };
  }

  #sign(id: string, sessionId: string): string {
    return hmacSha256(this.#secret, `${id}.${sessionId}`);
  }
}

function headersFor(type: ContentType, fileName: string, length: number): Record<string, string> {
  return {
    "content-type": type,
    "content-length": String(length),
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
  };
}
