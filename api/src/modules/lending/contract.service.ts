import { type FileCipher, type FilesGateway, newObjectName } from "../../gateways/files/index.js";
import { sha256 } from "../../kernel/crypto/index.js";
import { type Reader, type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import { type ApplicationService, ApplicationState } from "../applications/index.js";
import type { CodeAnswer, CodeGrant } from "../identity/index.js";
import * as contracts from "./contract.repository.js";
import { drawContract } from "./contract-press.service.js";
import type { ContractPreviewService, ReadyToSign } from "./contract-preview.service.js";
import { mustBeSameName, readSheet } from "./disclosure.rules.js";
import { figuresChanged } from "./disclosure.service.js";
import { lendingErrors } from "./lending.errors.js";
import { contractEvents } from "./lending.events.js";

export interface Signature {
  readonly applicationId: string;
  readonly disclosureId: string;
  readonly challengeId: string;
  readonly code: string;
  readonly typedName: string;
  readonly bankCardId: string;
  readonly idempotencyKey: string;
}

/** Who signs, in clear: for the paper and for comparing the typed name; and the keys to seal the paper with. */
export interface Signatories {
  signatory(
    reader: Reader | Tx,
    borrowerId: string,
  ): Promise<{ readonly name: string; readonly identityNumberMasked: string; readonly phoneMasked: string }>;
  /** @throws NOT_FOUND unless the card is bound to the viewer. */
  card(
    reader: Reader | Tx,
    viewer: Viewer,
    bankCardId: string,
  ): Promise<{ readonly id: string; readonly bankName: string; readonly numberMasked: string }>;
  /** Holds the card to the end of the transaction, so that it cannot be unbound meanwhile. @throws NOT_FOUND. */
  holdCard(tx: Tx, viewer: Viewer, bankCardId: string): Promise<void>;
  cipherOf(reader: Reader | Tx, borrowerId: string): Promise<FileCipher>;
}

/** One-time codes that stand for a signature, bound to the application. */
export interface SigningCodes {
  request(viewer: BorrowerViewer, applicationId: string): Promise<CodeAnswer>;
  /** Uses one try, outside every transaction. @throws wrong, expired, too many tries, meant for something else. */
  check(
    viewer: BorrowerViewer,
    signature: Pick<Signature, "challengeId" | "code" | "applicationId">,
  ): Promise<CodeGrant>;
  /** Uses the code up; of any number of callers one succeeds. */
  spend(tx: Tx, grant: CodeGrant): Promise<void>;
}

interface Paper {
  readonly contractId: string;
  readonly number: string;
  readonly object: string;
  readonly pdfSha256: string;
  readonly sheetHash: string;
  readonly previewId: string;
  readonly grant: CodeGrant;
}

function mustSign(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  if (viewer.isFrozen) throw lendingErrors.accountFrozen();
  return viewer;
}

export class ContractService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
    private readonly previews: ContractPreviewService,
    private readonly people: Signatories,
    private readonly codes: SigningCodes,
    private readonly files: FilesGateway,
  ) {}

  /** Sends the code for one application's signature, once its sheet has been confirmed. */
  async requestCode(viewer: Viewer, applicationId: string): Promise<CodeAnswer> {
    const borrower = mustSign(viewer);
    const application = await this.kernel.db.read(viewer, (reader) =>
      this.applications.find(reader, viewer, applicationId),
    );
    if (application.state !== ApplicationState.CONTRACT_PENDING)
      throw lendingErrors.notReadyToSign({ state: application.state });
    return this.codes.request(borrower, applicationId);
  }

  /**
   * Signs: the confirmed sheet must still be true to the fen, the text the one that was shown, the name the verified
   * one, the card the borrower's own, the code meant for this application. The paper is made and stored before the transaction, from figures that the
   * transaction checks again. Answers the application's id; a second call with the same key the same.
   * @throws LENDING_FIGURES_CHANGED with the new figures, LENDING_RATE_CAP_EXCEEDED, LENDING_DISCLOSURE_NOT_CONFIRMED,
   * LENDING_CONTRACT_NOT_SHOWN, LENDING_NAME_DIFFERS, LENDING_ALREADY_SIGNED, LENDING_NOT_READY_TO_SIGN, LENDING_ACCOUNT_FROZEN.
   */
  async sign(viewer: Viewer, signature: Signature): Promise<string> {
    const borrower = mustSign(viewer);
    const { db } = this.kernel;
    const paper = await this.makePaper(borrower, signature).catch(async (error: unknown) => {
      // The other half of a double click may have signed and spent the code meanwhile: then only the key answers.
      if (await this.isSignedBy(borrower, signature.applicationId)) return undefined;
      throw error;
    });
    const { code: _, idempotencyKey: key, ...request } = signature;
    let isUsed = false;
    try {
      return await db.write(system, (tx) => {
        isUsed = false;
        return once(tx, viewer, { key, operation: "signContract", request }, async () => {
          if (!paper) throw lendingErrors.alreadySigned();
          await this.conclude(tx, borrower, signature, paper);
          isUsed = true;
          return signature.applicationId;
        });
      });
    } catch (error) {
      isUsed = false;
      throw violatedConstraint(error) === "contracts_application" ? lendingErrors.alreadySigned() : error;
    } finally {
      if (paper && !isUsed) await this.files.remove([paper.object]);
    }
  }

  private isSignedBy({ borrowerId }: BorrowerViewer, applicationId: string): Promise<boolean> {
    return this.kernel.db.read(
      system,
      async (reader) => (await contracts.ofApplication(reader, applicationId))?.borrowerId === borrowerId,
    );
  }

  /** Undefined when the contract is signed already: then only the key can answer. */
  private async makePaper(viewer: BorrowerViewer, signature: Signature): Promise<Paper | undefined> {
    const facts = await this.kernel.db.read(system, async (reader) => {
      const application = await this.applications.find(reader, viewer, signature.applicationId);
      if (await contracts.ofApplication(reader, application.id)) return undefined;
      const ready = await this.verify(reader, viewer, signature);
      const paper = await this.previews.paperOf(reader, viewer, ready, signature.bankCardId);
      const { id: previewId } = await this.previews.mustHaveBeenShown(reader, signature.disclosureId, paper);
      return { paper, previewId, cipher: await this.people.cipherOf(reader, viewer.borrowerId) };
    });
    if (!facts) return undefined;
    const grant = await this.codes.check(viewer, signature);
    const pdf = await drawContract(facts.paper, this.kernel.clock.now());
    const object = newObjectName("contracts");
    await this.files.put(object, pdf, facts.cipher);
    const { number, sheetHash } = facts.paper;
    return {
      contractId: newId(),
      number,
      object,
      pdfSha256: sha256(pdf),
      sheetHash,
      previewId: facts.previewId,
      grant,
    };
  }

  private async verify(reader: Reader | Tx, viewer: BorrowerViewer, signature: Signature): Promise<ReadyToSign> {
    const ready = await this.previews.ready(reader, viewer, signature.disclosureId);
    if (ready.application.id !== signature.applicationId) throw kernelErrors.notFound();
    if (!ready.disclosure.confirmedAt) throw lendingErrors.disclosureNotConfirmed();
    const { name } = await this.people.signatory(reader, viewer.borrowerId);
    mustBeSameName(signature.typedName, name);
    await this.people.card(reader, viewer, signature.bankCardId);
    return ready;
  }

  private async conclude(tx: Tx, viewer: BorrowerViewer, signature: Signature, paper: Paper): Promise<void> {
    await this.applications.lock(tx, viewer, signature.applicationId);
    const { application, disclosure, prepared } = await this.verify(tx, viewer, signature);
    if (prepared.hash !== paper.sheetHash)
      throw figuresChanged(readSheet(disclosure.sheet).quote, prepared.sheet.quote);
    await this.people.holdCard(tx, viewer, signature.bankCardId);
    await this.codes.spend(tx, paper.grant);
    const { borrowerId, institutionId } = application;
    const contract = await contracts.insert(tx, {
      id: paper.contractId,
      number: paper.number,
      applicationId: application.id,
      disclosureId: disclosure.id,
      borrowerId,
      institutionId,
      bankCardId: signature.bankCardId,
      pdfObject: paper.object,
      pdfSha256: paper.pdfSha256,
      termsHash: disclosure.termsHash,
      sheetHash: disclosure.sheetHash,
      previewId: paper.previewId,
    });
    await this.applications.move(tx, viewer, {
      applicationId: application.id,
      from: [ApplicationState.CONTRACT_PENDING],
      to: ApplicationState.CONTRACTED,
    });
    const { pdfSha256, termsHash, sheetHash } = contract;
    await this.kernel.events.record(tx, viewer, contractEvents.signed, {
      subject: { type: "Application", id: application.id },
      borrowerId,
      institutionId,
      facts: { applicationId: application.id, contractId: contract.id, pdfSha256, termsHash, sheetHash },
    });
  }
}
