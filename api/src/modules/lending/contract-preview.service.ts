import { sha256 } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { type ApplicationRow, type ApplicationService, ApplicationState } from "../applications/index.js";
import * as contracts from "./contract.repository.js";
import type { Signatories } from "./contract.service.js";
import type { ContractPreviewRow } from "./contract.tables.js";
import { CONTRACT_TITLE, type ContractPaper, paperOf, paperText } from "./contract-paper.rules.js";
import { blocksOf, type PreviewBlock } from "./contract-preview.rules.js";
import { readSheet } from "./disclosure.rules.js";
import { type AgreedTerms, type DisclosureService, figuresChanged, type PreparedSheet } from "./disclosure.service.js";
import type { DisclosureRow } from "./disclosure.tables.js";
import { lendingErrors } from "./lending.errors.js";
import { contractEvents } from "./lending.events.js";

/** What stands on the paper before a card is chosen. */
const CARD_TO_COME = "签署时选定的乙方本人银行卡";

/** An application that waits for its signature, with the sheet that still holds. */
export interface ReadyToSign {
  readonly application: ApplicationRow;
  readonly disclosure: DisclosureRow;
  readonly prepared: PreparedSheet;
}

export interface ContractPreviewValue {
  readonly number: string;
  readonly title: string;
  readonly paperHash: string;
  readonly blocks: readonly PreviewBlock[];
}

/** The contract's number is known before it is signed: it comes from the sheet that is signed. */
const numberOf = (disclosureId: string, day: string): string =>
  `HT${day.replaceAll("-", "")}-${disclosureId.slice(-10).toUpperCase()}`;

/** The contract's text before it is signed: made by the same rules as the paper, and the only one that can be signed. */
export class ContractPreviewService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
    private readonly disclosures: DisclosureService,
    private readonly agreed: AgreedTerms,
    private readonly people: Signatories,
  ) {}

  /**
   * Shows the text as it would be signed now and keeps that it was shown.
   * @throws NOT_FOUND for another's sheet or card, LENDING_NOT_READY_TO_SIGN, LENDING_FIGURES_CHANGED,
   * LENDING_RATE_CAP_EXCEEDED.
   */
  open(viewer: Viewer, disclosureId: string, bankCardId: string | null): Promise<ContractPreviewValue> {
    return this.kernel.db.write(system, async (tx) => {
      const ready = await this.ready(tx, viewer, disclosureId);
      const paper = await this.paperOf(tx, viewer, ready, bankCardId);
      const paperHash = sha256(paperText(paper));
      const { id: applicationId, borrowerId, institutionId } = ready.application;
      const { isNew } = await contracts.insertPreview(tx, {
        applicationId,
        disclosureId,
        borrowerId,
        institutionId,
        paperHash,
      });
      if (isNew)
        await this.kernel.events.record(tx, viewer, contractEvents.previewed, {
          subject: { type: "Application", id: applicationId },
          borrowerId,
          institutionId,
          facts: { applicationId, disclosureId, paperHash },
        });
      return { number: paper.number, title: CONTRACT_TITLE, paperHash, blocks: blocksOf(paperOf(paper)) };
    });
  }

  /** @throws NOT_FOUND, LENDING_NOT_READY_TO_SIGN, LENDING_FIGURES_CHANGED, LENDING_SHEET_DAY_CHANGED, LENDING_RATE_CAP_EXCEEDED */
  async ready(reader: Reader | Tx, viewer: Viewer, disclosureId: string): Promise<ReadyToSign> {
    const disclosure = await this.disclosures.find(reader, viewer, disclosureId);
    const application = await this.applications.find(reader, viewer, disclosure.applicationId);
    if (application.state !== ApplicationState.CONTRACT_PENDING)
      throw lendingErrors.notReadyToSign({ state: application.state });
    const prepared = await this.disclosures.prepare(reader, application);
    if (prepared.hash !== disclosure.sheetHash || prepared.offerId !== disclosure.offerId)
      throw figuresChanged(readSheet(disclosure.sheet).quote, prepared.sheet.quote);
    return { application, disclosure, prepared };
  }

  /** @throws NOT_FOUND unless the card is the viewer's own. */
  async paperOf(
    reader: Reader | Tx,
    viewer: Viewer,
    { application, disclosure, prepared }: ReadyToSign,
    bankCardId: string | null,
  ): Promise<ContractPaper> {
    const borrower = await this.people.signatory(reader, application.borrowerId);
    const lender = await this.agreed.institution(reader, application.institutionId);
    const card = bankCardId === null ? null : await this.people.card(reader, viewer, bankCardId);
    const signedOn = this.kernel.clock.today();
    return {
      number: numberOf(disclosure.id, signedOn),
      signedOn,
      borrower,
      lender,
      cardMasked: card ? `${card.bankName} ${card.numberMasked}` : CARD_TO_COME,
      purpose: application.purpose,
      sheet: prepared.sheet,
      sheetHash: disclosure.sheetHash,
    };
  }

  /** @throws LENDING_CONTRACT_NOT_SHOWN unless exactly this text was shown for this sheet. */
  async mustHaveBeenShown(
    reader: Reader | Tx,
    disclosureId: string,
    paper: ContractPaper,
  ): Promise<ContractPreviewRow> {
    const preview = await contracts.previewOf(reader, disclosureId, sha256(paperText(paper)));
    if (!preview) throw lendingErrors.contractNotShown();
    return preview;
  }
}
