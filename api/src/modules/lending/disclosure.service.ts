import { formatRate, formatYuan, type Ppm, type RepaymentMethod } from "@daichao/finance";
import { sha256 } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type DomainError, kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { scopeOf, system, type Viewer } from "../../kernel/viewer/index.js";
import { type ApplicationRow, type ApplicationService, ApplicationState } from "../applications/index.js";
import { type QuoteValue, quoteOf } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import * as disclosures from "./disclosure.repository.js";
import {
  brokenCap,
  type CostSheet,
  readSheet,
  type SheetWords,
  sheetOf,
  sheetText,
  sheetWords,
} from "./disclosure.rules.js";
import type { DisclosureRow } from "./disclosure.tables.js";
import { lendingErrors } from "./lending.errors.js";
import { disclosureEvents } from "./lending.events.js";

type Priced = Parameters<typeof quoteOf>[0];

/** What lending asks of the modules before it to know what was agreed. */
export interface AgreedTerms {
  acceptedOffer(
    reader: Reader | Tx,
    applicationId: string,
  ): Promise<
    | {
        readonly id: string;
        readonly productVersionId: string;
        readonly amount: bigint;
        readonly annualRate: Ppm;
        readonly termCount: number;
        readonly method: RepaymentMethod;
      }
    | undefined
  >;
  productVersion(
    reader: Reader | Tx,
    versionId: string,
  ): Promise<
    Priced & {
      readonly versionId: string;
      readonly name: string;
      readonly contingentCosts: CostSheet["contingentCosts"];
      readonly coolingOffDays: number;
    }
  >;
  institution(
    reader: Reader | Tx,
    institutionId: string,
  ): Promise<{
    readonly id: string;
    readonly name: string;
    readonly uscc: string;
    readonly licenceKind: "BANK" | "CONSUMER_FINANCE" | "MICRO_LENDER";
    readonly licenceNumber: string;
    readonly servicePhone: string;
  }>;
}

/** A sheet computed now, with the text whose SHA-256 stands for it. */
export interface PreparedSheet {
  readonly offerId: string;
  readonly sheet: CostSheet;
  readonly text: string;
  readonly hash: string;
}

const SIGNABLE: readonly ApplicationState[] = [ApplicationState.APPROVED, ApplicationState.CONTRACT_PENDING];

/** What has become of the figures a borrower has read, null where they read none: others, or the same for another day. */
export function figuresChanged(seen: QuoteValue | null, now: QuoteValue): DomainError {
  const isSame =
    seen !== null &&
    seen.annualCost.primary === now.annualCost.primary &&
    seen.firstPayment === now.firstPayment &&
    seen.totalPayment === now.totalPayment;
  if (isSame && seen.startOn !== now.startOn)
    return lendingErrors.sheetDayChanged({ from: seen.startOn, to: now.startOn });
  return lendingErrors.figuresChanged({
    annualCost: formatRate(now.annualCost.primary),
    firstPayment: formatYuan(now.firstPayment),
    totalPayment: formatYuan(now.totalPayment),
  });
}

export class DisclosureService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
    private readonly agreed: AgreedTerms,
    private readonly settings: SettingsService,
  ) {}

  /**
   * Shows the cost sheet of the accepted offer for a loan paid out today, and moves an approved application on to
   * signing. The same sheet opened again goes on with its reading time.
   * @throws LENDING_NOT_READY_TO_SIGN, LENDING_NO_ACCEPTED_OFFER, LENDING_RATE_CAP_EXCEEDED.
   */
  async open(viewer: Viewer, applicationId: string): Promise<DisclosureRow> {
    return this.kernel.db.write(system, async (tx) => {
      const application = await this.applications.lock(tx, viewer, applicationId);
      if (!SIGNABLE.includes(application.state)) throw lendingErrors.notReadyToSign({ state: application.state });
      const prepared = await this.prepare(tx, application);
      const { borrowerId, institutionId } = application;
      const { row, isNew } = await disclosures.open(tx, {
        applicationId,
        offerId: prepared.offerId,
        borrowerId,
        institutionId,
        startOn: prepared.sheet.quote.startOn,
        sheet: prepared.text,
        sheetHash: prepared.hash,
        termsHash: prepared.sheet.quote.termsHash,
        readingSeconds: this.settings.number("disclosure.readingSeconds"),
      });
      if (isNew) await this.announce(tx, viewer, disclosureEvents.opened, row);
      if (application.state === ApplicationState.APPROVED) {
        const from = [ApplicationState.APPROVED];
        await this.applications.move(tx, viewer, { applicationId, from, to: ApplicationState.CONTRACT_PENDING });
      }
      return row;
    });
  }

  /**
   * Confirms a sheet once its reading time is over, by the database's clock; confirming twice is the same.
   * @throws LENDING_READING_TIME with the seconds left.
   */
  async confirm(viewer: Viewer, disclosureId: string): Promise<DisclosureRow> {
    return this.kernel.db.write(system, async (tx) => {
      const seen = await this.find(tx, viewer, disclosureId);
      if (seen.confirmedAt) return seen;
      const confirmed = await disclosures.confirm(tx, disclosureId);
      if (!confirmed) throw lendingErrors.readingTime({ secondsLeft: await disclosures.secondsLeft(tx, disclosureId) });
      await this.announce(tx, viewer, disclosureEvents.confirmed, confirmed);
      return confirmed;
    });
  }

  /** @throws NOT_FOUND for what is missing or another's. */
  async find(reader: Reader | Tx, viewer: Viewer, disclosureId: string): Promise<DisclosureRow> {
    const row = await disclosures.find(reader, scopeOf(viewer), disclosureId);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** What a stored sheet showed. */
  sheetOf(row: Pick<DisclosureRow, "sheet">): CostSheet {
    return readSheet(row.sheet);
  }

  /** The sentences of a stored sheet, in a reader's language. */
  wordsOf(row: Pick<DisclosureRow, "sheet">, locale: "zh-CN" | "en-US"): SheetWords {
    return sheetWords(readSheet(row.sheet), locale);
  }

  /** The sheet of the accepted offer as it is today; refuses one whose cost breaks a cap now in force. */
  async prepare(reader: Reader | Tx, application: ApplicationRow): Promise<PreparedSheet> {
    const offer = await this.agreed.acceptedOffer(reader, application.id);
    if (!offer) throw lendingErrors.noAcceptedOffer();
    const version = await this.agreed.productVersion(reader, offer.productVersionId);
    const institution = await this.agreed.institution(reader, application.institutionId);
    const startOn = this.kernel.clock.today();
    const { amount, annualRate, termCount, method } = offer;
    const quote = quoteOf(version, { amount, annualRate, termCount, method, startOn });
    if (offer.productVersionId !== application.productVersionId) throw figuresChanged(null, quote);
    const broken = brokenCap(quote.annualCost, this.settings.rateCaps(institution.licenceKind, startOn));
    if (broken)
      throw lendingErrors.rateCapExceeded({ actual: formatRate(broken.actual), cap: formatRate(broken.value) });
    const sheet = sheetOf({
      institutionId: institution.id,
      institutionName: institution.name,
      productVersionId: version.versionId,
      productName: version.name,
      quote,
      contingentCosts: version.contingentCosts,
      coolingOffDays: version.coolingOffDays,
    });
    const text = sheetText(sheet);
    return { offerId: offer.id, sheet, text, hash: sha256(text) };
  }

  private async announce(
    tx: Tx,
    viewer: Viewer,
    event: (typeof disclosureEvents)["opened"],
    row: DisclosureRow,
  ): Promise<void> {
    const { id: disclosureId, applicationId, sheetHash, borrowerId, institutionId } = row;
    await this.kernel.events.record(tx, viewer, event, {
      subject: { type: "Application", id: applicationId },
      borrowerId,
      institutionId,
      facts: { applicationId, disclosureId, sheetHash, at: this.kernel.clock.businessNow().toISOString() },
    });
  }
}
