import type { Reader, Tx } from "../../kernel/database/index.js";
import { DomainError, kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import type { BorrowerViewer, Viewer } from "../../kernel/viewer/index.js";
import type { BorrowerService, ConsentService } from "../borrowers/index.js";
import { type CatalogService, type ProductView, type QuoteValue, quoteOf } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import type { AcceptedDocumentsService } from "./accepted-documents.service.js";
import type { ApplicantSnapshotService } from "./applicant-snapshot.service.js";
import { applicationErrors } from "./application.errors.js";
import { applicationEvents } from "./application.events.js";
import * as applications from "./application.repository.js";
import { applicationNumber } from "./application.rules.js";
import type { ApplicationRow } from "./application.tables.js";
import * as drafts from "./application-draft.repository.js";
import { fitProblem, methodFor } from "./application-draft.rules.js";
import { type ApplicationDraftService, mustBeUsable } from "./application-draft.service.js";
import { DraftState } from "./application-draft.states.js";
import type { ApplicationDraftRow, DraftItemRow } from "./application-draft.tables.js";
import { ReviewClock } from "./review-clock.service.js";

export interface GivenConsent {
  readonly institutionId: string;
  readonly textHash: string;
}

export interface SubmissionWish {
  readonly draftId: string;
  readonly version: number;
  readonly consents: readonly GivenConsent[];
  readonly idempotencyKey: string;
}

/** Plain JSON, because it is kept as the answer to the key. */
export interface SubmissionAnswer {
  readonly draftId: string;
  readonly applicationIds: readonly string[];
  readonly refused: readonly {
    readonly productId: string;
    readonly productVersionId: string;
    readonly code: string;
    readonly zh: string;
    readonly en: string;
  }[];
}

export interface HardPullsValue {
  readonly limit: number;
  readonly used: number;
  readonly left: number;
  readonly windowDays: number;
}

export interface SubmissionParts {
  readonly kernel: Kernel;
  readonly settings: SettingsService;
  readonly catalog: CatalogService;
  readonly borrowers: BorrowerService;
  readonly files: AcceptedDocumentsService;
  readonly consents: ConsentService;
  readonly drafts: ApplicationDraftService;
  readonly snapshots: ApplicantSnapshotService;
}

/** One product of a draft that may go: nothing of it is written yet. */
interface CheckedItem {
  readonly item: DraftItemRow;
  readonly product: ProductView;
  readonly quote: QuoteValue;
  readonly textHash: string;
}

/** At most so many applications of one person under way: every one of them is a query on the person's file. */
export const MAX_OPEN = 10;

/** From a draft to applications: one per chosen product, each with its own consent, all in one transaction. */
export class ApplicationSubmissionService {
  readonly #clock = new ReviewClock();

  constructor(private readonly parts: SubmissionParts) {}

  /**
   * Submits every selected product of a draft, once per key. A product that cannot be submitted is reported in
   * `refused` and stays in the draft; the others go.
   * @throws CONFLICT on another version, APPLICATION_DRAFT_CLOSED, APPLICATION_NOTHING_SELECTED, APPLICATION_ACCOUNT_FROZEN
   */
  async submit(viewer: Viewer, wish: SubmissionWish): Promise<SubmissionAnswer> {
    const borrower = mustBeUsable(viewer);
    const { idempotencyKey: key, ...request } = wish;
    return this.parts.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation: "submitApplications", request }, () => this.submitDraft(tx, borrower, wish)),
    );
  }

  private async submitDraft(tx: Tx, viewer: BorrowerViewer, wish: SubmissionWish): Promise<SubmissionAnswer> {
    const draft = await this.parts.drafts.lockOpen(tx, viewer.borrowerId, wish.draftId, wish.version);
    const items = await drafts.itemsOf(tx, [draft.id]);
    const chosen = items.filter((item) => item.isSelected && item.applicationId === null);
    if (chosen.length === 0) throw applicationErrors.nothingSelected();
    const applicationIds: string[] = [];
    const refused: SubmissionAnswer["refused"][number][] = [];
    const orRefuse = async (item: DraftItemRow, step: () => Promise<unknown>): Promise<void> => {
      try {
        await step();
      } catch (refusal) {
        if (!(refusal instanceof DomainError)) throw refusal;
        const { productId, productVersionId } = item;
        const { zh, en } = { zh: refusal.text("zh-CN"), en: refusal.text("en-US") };
        refused.push({ productId, productVersionId, code: refusal.code, zh, en });
      }
    };
    // All are checked before the first is written: each lender is told of the sisters that really go.
    const going: CheckedItem[] = [];
    for (const item of chosen)
      await orRefuse(item, async () => going.push(await this.check(tx, viewer, draft, item, wish.consents, going)));
    const others = going.length - 1 + (await applications.openOf(tx, viewer.borrowerId)).length;
    for (const checked of going)
      await orRefuse(checked.item, async () =>
        applicationIds.push((await this.write(tx, viewer, draft, checked, others)).id),
      );
    const isDone = refused.length === 0;
    const saved = await drafts.compareAndSet(
      tx,
      draft,
      isDone ? { state: DraftState.SUBMITTED, submittedAt: this.parts.kernel.clock.businessNow() } : {},
    );
    if (!saved) throw kernelErrors.conflict();
    return { draftId: draft.id, applicationIds, refused };
  }

  /**
   * Sends one product of a draft alone. Every check of it comes before its first write, so that a refusal leaves
   * nothing of it behind.
   */
  async send(
    tx: Tx,
    viewer: BorrowerViewer,
    draft: ApplicationDraftRow,
    item: DraftItemRow,
    consents: readonly GivenConsent[],
  ): Promise<ApplicationRow> {
    const checked = await this.check(tx, viewer, draft, item, consents, []);
    const others = (await applications.openOf(tx, viewer.borrowerId)).length;
    return this.write(tx, viewer, draft, checked, others);
  }

  /** Writes nothing. `ahead` go with it and count as if they were sent. */
  private async check(
    tx: Tx,
    viewer: BorrowerViewer,
    draft: ApplicationDraftRow,
    item: DraftItemRow,
    consents: readonly GivenConsent[],
    ahead: readonly CheckedItem[],
  ): Promise<CheckedItem> {
    const product = this.parts.catalog.offered(item.productId);
    const quote = this.quote(draft, product);
    this.parts.catalog.mustKeepCaps(product, quote);
    await this.mustBeComplete(tx, viewer.borrowerId, product);
    const textHash = this.consentFor(product, consents);
    const open = await applications.openOf(tx, viewer.borrowerId);
    if (open.some((row) => row.productId === product.id)) throw applicationErrors.alreadyOpen();
    if (open.length + ahead.length >= MAX_OPEN) throw applicationErrors.tooManyOpen({ max: MAX_OPEN });
    await this.mustHavePulls(tx, viewer.borrowerId, 1, ahead.length);
    return { item, product, quote, textHash };
  }

  /** How many lenders may still look into the borrower's credit file: each application lets one. */
  async hardPullsOf(reader: Reader | Tx, borrowerId: string): Promise<HardPullsValue> {
    const { settings, kernel } = this.parts;
    const limit = settings.number("application.hardPulls");
    const windowDays = settings.number("application.hardPullDays");
    const since = new Date(kernel.clock.businessNow().getTime() - windowDays * 86_400_000);
    const used = await applications.countSince(reader, borrowerId, since);
    return { limit, used, left: Math.max(0, limit - used), windowDays };
  }

  /** @throws APPLICATION_HARD_PULLS_USED when so many more are not to be had beside those `spoken` for. */
  async mustHavePulls(tx: Tx, borrowerId: string, wanted: number, spoken = 0): Promise<void> {
    const pulls = await this.hardPullsOf(tx, borrowerId);
    const left = Math.max(0, pulls.left - spoken);
    if (wanted > left) throw applicationErrors.hardPullsUsed({ left, max: pulls.limit, days: pulls.windowDays });
  }

  /** @throws APPLICATION_CONSENT_REQUIRED, APPLICATION_CONSENT_OUTDATED, PRODUCT_NOT_AVAILABLE */
  mustBeAgreed(productIds: readonly string[], consents: readonly GivenConsent[]): void {
    for (const productId of productIds) this.consentFor(this.parts.catalog.offered(productId), consents);
  }

  private quote(draft: ApplicationDraftRow, product: ProductView): QuoteValue {
    const problem = fitProblem(product, draft);
    if (problem) throw problem;
    const method = methodFor(product, draft);
    if (!method) throw applicationErrors.methodNotOffered();
    const startOn = this.parts.kernel.clock.today();
    return quoteOf(product, { amount: draft.amount, termCount: draft.termCount, method, startOn });
  }

  private async mustBeComplete(tx: Tx, borrowerId: string, product: ProductView): Promise<void> {
    const missing = await this.parts.drafts.missingForProduct(tx, borrowerId, product);
    if (missing.some(({ kind }) => kind === "IDENTITY")) throw applicationErrors.identityRequired();
    if (missing.length > 0)
      throw applicationErrors.factsMissing({ fields: missing.map(({ field, documentKind }) => documentKind ?? field) });
  }

  private consentFor(product: ProductView, consents: readonly GivenConsent[]): string {
    const given = consents.find(({ institutionId }) => institutionId === product.institutionId);
    if (!given) throw applicationErrors.consentRequired();
    const present = this.parts.consents.textFor(product.institution, "CREDIT_REVIEW");
    if (present.hash !== given.textHash) throw applicationErrors.consentOutdated();
    return given.textHash;
  }

  private async write(
    tx: Tx,
    viewer: BorrowerViewer,
    draft: ApplicationDraftRow,
    { item, product, quote, textHash }: CheckedItem,
    otherOpenCount: number,
  ): Promise<ApplicationRow> {
    const { kernel, settings } = this.parts;
    const now = kernel.clock.businessNow();
    const facts = await this.parts.snapshots.take(tx, viewer.borrowerId, otherOpenCount);
    const row = await applications.insert(tx, {
      id: newId(),
      number: applicationNumber(kernel.clock.today(), await applications.nextSerial(tx)),
      borrowerId: viewer.borrowerId,
      institutionId: product.institutionId,
      draftId: draft.id,
      reopenedFromId: await this.originalOf(tx, draft, product),
      productId: product.id,
      productVersionId: product.versionId,
      productVersionNumber: product.version,
      productName: product.name,
      amount: quote.amount,
      termCount: quote.termCount,
      method: quote.method,
      purpose: draft.purpose,
      quotedAnnualRate: quote.annualRate,
      quotedAnnualCost: quote.annualCost.primary,
      quotedFirstPayment: quote.firstPayment,
      quotedTotalPayment: quote.totalPayment,
      termsHash: quote.termsHash,
      applicantFacts: facts,
      nameMasked: facts.nameMasked,
      stateSince: now,
      submittedAt: now,
      dueAt: this.#clock.dueAt(now, settings.number("review.slaWorkingDays")),
    });
    if (!row) throw applicationErrors.alreadyOpen();
    const consent = await this.parts.consents.give(tx, viewer, {
      institutionId: product.institutionId,
      purpose: "CREDIT_REVIEW",
      textHash,
      applicationId: row.id,
    });
    await this.attachDocuments(tx, row, product);
    await drafts.markSubmitted(tx, item.id, row.id);
    await this.announce(tx, viewer, row, now);
    return (await applications.setConsent(tx, row.id, consent.id)) ?? row;
  }

  /** The ended application the draft was copied from, where it was for this product. */
  private async originalOf(tx: Tx, draft: ApplicationDraftRow, product: ProductView): Promise<string | null> {
    if (!draft.reopenedFromId) return null;
    const original = await applications.find(tx, { borrowerId: draft.borrowerId }, draft.reopenedFromId);
    return original?.productId === product.id ? original.id : null;
  }

  private async attachDocuments(tx: Tx, row: ApplicationRow, product: ProductView): Promise<void> {
    const { id: applicationId, borrowerId, institutionId } = row;
    const accepted = await this.parts.files.acceptedOf(tx, borrowerId, product.requiredDocuments);
    await applications.attach(
      tx,
      accepted.map(({ id: documentId, kind }) => ({ applicationId, documentId, borrowerId, institutionId, kind })),
    );
  }

  private async announce(tx: Tx, viewer: Viewer, row: ApplicationRow, now: Date): Promise<void> {
    const { id: applicationId, borrowerId, institutionId, productId } = row;
    await this.parts.kernel.events.record(tx, viewer, applicationEvents.submitted, {
      subject: { type: "Application", id: applicationId },
      borrowerId,
      institutionId,
      facts: { applicationId, borrowerId, institutionId, productId, amount: String(row.amount), at: now.toISOString() },
      diff: { state: ["DRAFT", "SUBMITTED"] },
    });
  }
}
