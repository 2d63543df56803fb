import type { FilesGateway } from "../../gateways/files/index.js";
import { sha256 } from "../../kernel/crypto/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { scopeOf, system, type Viewer } from "../../kernel/viewer/index.js";
import { ContentType, type FileLinkService } from "../borrowers/index.js";
import * as contracts from "./contract.repository.js";
import type { Signatories } from "./contract.service.js";
import type { ContractRow } from "./contract.tables.js";
import { lendingErrors } from "./lending.errors.js";
import { contractEvents } from "./lending.events.js";

export interface ContractView {
  readonly contract: ContractRow;
  readonly url: string;
  readonly expiresAt: Date;
}

export interface ContractCheck {
  readonly isGenuine: boolean;
  readonly contractNumber: string | null;
  readonly signedAt: Date | null;
}

export class ContractFileService {
  constructor(
    private readonly kernel: Kernel,
    private readonly people: Pick<Signatories, "cipherOf">,
    private readonly files: FilesGateway,
    private readonly links: FileLinkService,
  ) {}

  /**
   * A link for one minute and this session, and a row of who looked.
   * @throws NOT_FOUND for another's contract; LENDING_CONTRACT_DAMAGED when what is stored is not what was signed.
   */
  async open(viewer: Viewer, contractId: string): Promise<ContractView> {
    if (viewer.kind !== "BORROWER" && viewer.kind !== "INSTITUTION" && viewer.kind !== "PLATFORM")
      throw kernelErrors.notFound();
    await this.mustBeWhole(viewer, contractId);
    return this.kernel.db.write(system, async (tx) => {
      const contract = await contracts.find(tx, scopeOf(viewer), contractId);
      if (!contract) throw kernelErrors.notFound();
      const { id, applicationId, borrowerId, institutionId, number, pdfObject: objectName } = contract;
      const file = { borrowerId, objectName, fileName: `${number}.pdf`, contentType: ContentType.PDF, watermark: null };
      const link = await this.links.issue(tx, viewer, file);
      await this.kernel.events.record(tx, viewer, contractEvents.viewed, {
        subject: { type: "Contract", id },
        borrowerId,
        institutionId,
        facts: { applicationId, contractId: id },
      });
      return { contract, ...link };
    });
  }

  /** Whether a file with that SHA-256 is a contract signed here. Tells nothing about the parties. */
  async verify(sha: string): Promise<ContractCheck> {
    const hash = sha.trim().toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(hash)) throw kernelErrors.invalidInput({ rule: "SHA-256" }, "sha256");
    const row = await this.kernel.db.read(system, (reader) => contracts.bySha256(reader, hash));
    return { isGenuine: row !== undefined, contractNumber: row?.number ?? null, signedAt: row?.signedAt ?? null };
  }

  private async mustBeWhole(viewer: Viewer, contractId: string): Promise<void> {
    const found = await this.kernel.db.read(system, async (reader) => {
      const row = await contracts.find(reader, scopeOf(viewer), contractId);
      return row && { row, cipher: await this.people.cipherOf(reader, row.borrowerId) };
    });
    if (!found) throw kernelErrors.notFound();
    const bytes = await this.files.get(found.row.pdfObject, found.cipher).catch(() => undefined);
    if (!bytes || sha256(bytes) !== found.row.pdfSha256) throw lendingErrors.contractDamaged();
  }
}
