import type { ApprovalHandler, ApprovalRow, ApprovalVerdict } from "../../kernel/approvals/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { EventDefinition } from "../../kernel/events/index.js";
import { isId, newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import {
  type InstitutionViewer,
  type PlatformViewer,
  scopeOf,
  system,
  type Viewer,
} from "../../kernel/viewer/index.js";
import { type InstitutionRow, institutionById, type LicenceKind } from "../institutions/index.js";
import { catalogErrors } from "./catalog.errors.js";
import type { PublishedCatalogue } from "./catalog-snapshot.service.js";
import { listingEvents } from "./listing.events.js";
import type { ListingCheckValue } from "./listing-check.rules.js";
import type { ListingRulesService } from "./listing-rules.service.js";
import * as repository from "./product.repository.js";
import {
  ProductState,
  productTransitions,
  stateInReview,
  stateWhenApproved,
  stateWhenReturned,
} from "./product.states.js";
import type { ProductRow, ProductVersionRow } from "./product.tables.js";
import type { CaseAsk } from "./product-cost.rules.js";
import { diffOf, type ProductTerms, type TermsDiff, termsOf } from "./product-terms.rules.js";
import { contentOf, slugOf } from "./product-version.service.js";
import type { CostSpan } from "./product-view.rules.js";
import { type QuoteValue, quoteOf } from "./quote.service.js";

export const PUBLISH = "product.publish";

export interface PreviewValue {
  readonly annualCost: CostSpan | null;
  readonly cheapest: QuoteValue | null;
  readonly dearest: QuoteValue | null;
  readonly checks: readonly ListingCheckValue[];
}

const ALL_STATES = Object.values(ProductState);
const MAX_REASON = 200;

/** A product's way to the shelf and off it: drafts by the institution, listing by the platform, every change kept. */
export class ListingService {
  constructor(
    private readonly kernel: Kernel,
    private readonly rules: ListingRulesService,
    private readonly catalogue: PublishedCatalogue,
  ) {}

  page(
    reader: Reader,
    viewer: Viewer,
    filter: repository.ListingFilter,
    request: PageRequest,
  ): Promise<Page<ProductRow>> {
    const hasControl = [...(filter.text ?? "")].some((letter) => letter < " ");
    if (hasControl || (filter.text?.length ?? 0) > MAX_REASON) throw catalogErrors.textUnusable({ max: MAX_REASON });
    if (filter.institutionId && !isId(filter.institutionId)) throw kernelErrors.notFound();
    return repository.pageOf(reader, scopeOf(viewer), filter, request);
  }

  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ProductRow | null> {
    return isId(id) ? ((await repository.find(reader, scopeOf(viewer), id)) ?? null) : null;
  }

  /** The row an event was about, as its hearer. @throws NOT_FOUND outside their scope. */
  async heard(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ProductRow> {
    const row = await this.find(reader, viewer, id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** The check list of the draft, or of the current version where there is none, by the caps of today. */
  checksFor(
    row: ProductRow,
    versions: readonly ProductVersionRow[],
    lender: Pick<InstitutionRow, "licenceKind"> | null,
  ): ListingCheckValue[] {
    const wanted = row.draftVersionId ?? row.currentVersionId;
    const version = versions.find(({ id }) => id === wanted);
    return version && lender ? this.rules.checksOf(version, lender.licenceKind) : [];
  }

  /**
   * A new product with its first draft. The same idempotency key answers with the same product.
   * @throws the refusal of the terms, pointed at its field under `terms`; CATALOG_RATE_OVER_CAP over the cap.
   */
  async create(
    viewer: Viewer,
    input: { readonly terms: ProductTerms; readonly idempotencyKey: string },
  ): Promise<ProductRow> {
    const maker = mustBeLender(viewer);
    const terms = termsOf(input.terms);
    return this.kernel.db.write(maker, async (tx) => {
      const content = await this.contentFor(tx, maker.institutionId, terms);
      const { productId } = await once(
        tx,
        maker,
        { key: input.idempotencyKey, operation: "createProduct", request: terms },
        async () => {
          const [id, versionId, institutionId] = [newId(), newId(), maker.institutionId];
          await repository.insertProducts(tx, [
            { id, slug: slugOf(terms.name, id), institutionId, draftVersionId: versionId },
          ]);
          await repository.insertVersions(tx, [{ ...content, id: versionId, productId: id, institutionId, number: 1 }]);
          await this.tell(
            tx,
            maker,
            listingEvents.drafted,
            { id, institutionId },
            { productId: id, versionId },
            diffOf(null, terms),
          );
          return { productId: id };
        },
      );
      return this.heard(tx, maker, productId);
    });
  }

  /**
   * Writes the draft of a product: the standing one, or a new version beside the published one, which stays as it is.
   * @throws CONFLICT on another row version, CATALOG_DRAFT_IN_REVIEW, and what `create` refuses.
   */
  async saveDraft(
    viewer: Viewer,
    input: { readonly productId: string; readonly version: number; readonly terms: ProductTerms },
  ): Promise<ProductRow> {
    const maker = mustBeLender(viewer);
    const terms = termsOf(input.terms);
    return this.kernel.db.write(maker, async (tx) => {
      const row = await this.mustHold(tx, maker, input.productId, input.version);
      const content = await this.contentFor(tx, row.institutionId, terms);
      const before = await this.standingTerms(tx, row);
      const versionId = row.draftVersionId ?? newId();
      if (!row.draftVersionId) {
        const number = (await repository.highestNumber(tx, row.id)) + 1;
        await repository.insertVersions(tx, [
          { ...content, id: versionId, productId: row.id, institutionId: row.institutionId, number },
        ]);
      } else if (!(await repository.rewriteDraft(tx, versionId, content))) throw catalogErrors.draftInReview();
      const changed = await this.mustChange(tx, row, ALL_STATES, { draftVersionId: versionId });
      await this.tell(tx, maker, listingEvents.drafted, row, { productId: row.id, versionId }, diffOf(before, terms));
      return changed;
    });
  }

  /**
   * Puts the draft before the platform: from now on it is frozen, and somebody else decides.
   * @throws CATALOG_CHECK_FAILED or CATALOG_RATE_OVER_CAP naming the field, CATALOG_NO_DRAFT, CATALOG_DRAFT_IN_REVIEW, CONFLICT.
   */
  async submit(viewer: Viewer, input: { readonly productId: string; readonly version: number }): Promise<ProductRow> {
    const maker = mustBeLender(viewer);
    return this.kernel.db.write(maker, async (tx) => {
      const row = await this.mustHold(tx, maker, input.productId, input.version);
      const draft = row.draftVersionId ? await repository.findVersion(tx, row.draftVersionId) : undefined;
      if (!draft) throw catalogErrors.noDraft();
      if (draft.submittedAt) throw catalogErrors.draftInReview();
      this.rules.mustBeListable(draft, await this.licenceOf(tx, row.institutionId));
      await repository.markSubmitted(tx, draft.id, true);
      const changed = await this.mustChange(tx, row, productTransitions.submit, {
        state: stateInReview(row.state),
        returnedReason: null,
      });
      await this.requestReview(tx, maker, row, draft);
      await this.tell(
        tx,
        maker,
        listingEvents.submitted,
        row,
        { productId: row.id, versionId: draft.id },
        { state: [row.state, changed.state] },
      );
      return changed;
    });
  }

  /** What terms would cost and which checks they would pass, without keeping anything. */
  async preview(reader: Reader, viewer: Viewer, given: ProductTerms): Promise<PreviewValue> {
    const licence = await this.licenceOf(reader, mustBeLender(viewer).institutionId);
    const terms = termsOf(given);
    const checks = this.rules.checksOf(terms, licence);
    const { costs } = this.rules.verdictOf(terms, licence);
    if (!costs) return { annualCost: null, cheapest: null, dearest: null, checks };
    const quote = (ask: CaseAsk) => quoteOf(terms, ask);
    return {
      annualCost: { min: costs.min, max: costs.max, method: costs.method },
      cheapest: quote(costs.cheapest),
      dearest: quote(costs.dearest),
      checks,
    };
  }

  /** Takes a product off the shelf at once, platform only. Open applications go on; new ones are refused. */
  async suspend(viewer: Viewer, input: { readonly productId: string; readonly reason: string }): Promise<ProductRow> {
    const patch = { state: ProductState.SUSPENDED, suspendedReason: input.reason.trim() };
    return this.turn(mustBePlatform(viewer), input, productTransitions.suspend, patch, listingEvents.suspended);
  }

  /** Puts a suspended product back, platform only. @throws CATALOG_RATE_OVER_CAP, CATALOG_CHECK_FAILED when it may not be listed any more. */
  async resume(viewer: Viewer, input: { readonly productId: string; readonly reason: string }): Promise<ProductRow> {
    const patch = { state: ProductState.PUBLISHED, suspendedReason: null };
    return this.turn(
      mustBePlatform(viewer),
      input,
      productTransitions.resume,
      patch,
      listingEvents.resumed,
      async (tx, row) => {
        const current = row.currentVersionId ? await repository.findVersion(tx, row.currentVersionId) : undefined;
        if (current) this.rules.mustBeListable(current, await this.licenceOf(tx, row.institutionId));
      },
    );
  }

  /** Takes an institution's own product down. Open applications go on; new ones are refused. */
  async unpublish(viewer: Viewer, input: { readonly productId: string; readonly reason: string }): Promise<ProductRow> {
    const patch = { state: ProductState.UNPUBLISHED, suspendedReason: null };
    return this.turn(mustBeLender(viewer), input, productTransitions.unpublish, patch, listingEvents.unpublished);
  }

  /** Acts on the platform's verdict over a submitted draft, in the deciding transaction. */
  approvalHandler(): ApprovalHandler {
    return {
      kind: PUBLISH,
      permission: "listing:review",
      effect: (tx, checker, approval, verdict, reason) => this.settle(tx, checker, approval, verdict, reason),
    };
  }

  private async settle(
    tx: Tx,
    checker: Viewer,
    approval: ApprovalRow,
    verdict: ApprovalVerdict,
    reason: string | null,
  ): Promise<void> {
    const row = await repository.hold(tx, "all", approval.subjectId);
    const draft = row?.draftVersionId ? await repository.findVersion(tx, row.draftVersionId) : undefined;
    if (!row || !draft || draft.id !== approval.payload.versionId || draft.contentHash !== approval.payload.contentHash)
      throw kernelErrors.conflict({ state: row?.state ?? "" });
    const facts = { productId: row.id, versionId: draft.id };
    if (verdict !== "APPROVED") {
      await repository.markSubmitted(tx, draft.id, false);
      const state = stateWhenReturned(row.state, row.currentVersionId !== null);
      await this.mustChange(tx, row, ALL_STATES, { state, returnedReason: reason });
      await this.tell(
        tx,
        checker,
        listingEvents.drafted,
        row,
        { ...facts, reason: reason ?? "" },
        { state: [row.state, state] },
      );
      return;
    }
    this.rules.mustBeListable(draft, await this.licenceOf(tx, row.institutionId));
    await repository.markPublished(tx, draft.id);
    const state = stateWhenApproved(row.state);
    await this.mustChange(tx, row, ALL_STATES, {
      state,
      currentVersionId: draft.id,
      draftVersionId: null,
      returnedReason: null,
    });
    await this.announce(tx);
    await this.tell(
      tx,
      checker,
      listingEvents.published,
      row,
      { ...facts, number: draft.number },
      { state: [row.state, state] },
    );
  }

  private async turn(
    viewer: Viewer,
    { productId, reason }: { readonly productId: string; readonly reason: string },
    from: readonly ProductState[],
    patch: { readonly state: ProductState; readonly suspendedReason: string | null },
    event: EventDefinition<{ productId: string; versionId: string; reason: string }>,
    mayTurn?: (tx: Tx, row: ProductRow) => Promise<void>,
  ): Promise<ProductRow> {
    const said = reason.trim();
    if (said === "" || said.length > MAX_REASON) throw catalogErrors.textInvalid({ min: 1, max: MAX_REASON }, "reason");
    return this.kernel.db.write(viewer, async (tx) => {
      const row = await this.mustHold(tx, viewer, productId);
      await mayTurn?.(tx, row);
      const changed = await this.mustChange(tx, row, from, patch);
      await this.announce(tx);
      const facts = { productId: row.id, versionId: row.currentVersionId ?? "", reason: said };
      await this.tell(tx, viewer, event, row, facts, { state: [row.state, changed.state], reason: [null, said] });
      return changed;
    });
  }

  private async requestReview(
    tx: Tx,
    maker: InstitutionViewer,
    row: ProductRow,
    draft: ProductVersionRow,
  ): Promise<void> {
    const current = row.currentVersionId ? await repository.findVersion(tx, row.currentVersionId) : undefined;
    await this.kernel.approvals.request(tx, maker, {
      kind: PUBLISH,
      subject: { type: "Product", id: row.id },
      institutionId: row.institutionId,
      checkedBy: "PLATFORM",
      summary: {
        zh: `上架《${draft.name}》第 ${draft.number} 版`,
        en: `List version ${draft.number} of ${draft.name}`,
      },
      diff: diffOf(current ?? null, draft),
      payload: { versionId: draft.id, contentHash: draft.contentHash },
    });
  }

  private async contentFor(tx: Tx, institutionId: string, terms: ProductTerms) {
    const costs = this.rules.mustBeDraftable(terms, await this.licenceOf(tx, institutionId));
    return contentOf(terms, costs, this.rules.contingentCosts());
  }

  private async standingTerms(tx: Tx, row: ProductRow): Promise<ProductTerms | null> {
    const id = row.draftVersionId ?? row.currentVersionId;
    return (id && (await repository.findVersion(tx, id))) || null;
  }

  private async licenceOf(reader: Reader | Tx, institutionId: string): Promise<LicenceKind> {
    const [lender] = await institutionById.batch(reader, [institutionId], system);
    if (!lender) throw kernelErrors.notFound();
    return lender.licenceKind;
  }

  private async mustHold(tx: Tx, viewer: Viewer, id: string, version?: number): Promise<ProductRow> {
    const row = isId(id) ? await repository.hold(tx, scopeOf(viewer), id) : undefined;
    if (!row) throw kernelErrors.notFound();
    if (version !== undefined && row.version !== version)
      throw kernelErrors.conflict({ state: row.state, version: row.version });
    return row;
  }

  private async mustChange(
    tx: Tx,
    row: ProductRow,
    from: readonly ProductState[],
    patch: Parameters<typeof repository.change>[4],
  ): Promise<ProductRow> {
    const changed = await repository.change(tx, row.id, from, row.version, patch);
    if (!changed) throw catalogErrors.stateConflict({ state: row.state });
    return changed;
  }

  /** What borrowers see has changed: counts it, and takes it in here as soon as it is durable. */
  private async announce(tx: Tx): Promise<void> {
    await repository.raiseVersion(tx);
    tx.afterCommit(() => this.catalogue.refreshSoon());
  }

  private async tell<Facts extends Record<string, unknown>>(
    tx: Tx,
    viewer: Viewer,
    event: EventDefinition<Facts>,
    row: Pick<ProductRow, "id" | "institutionId">,
    facts: Facts,
    diff: TermsDiff,
  ): Promise<void> {
    await this.kernel.events.record(tx, viewer, event, {
      subject: { type: "Product", id: row.id },
      institutionId: row.institutionId,
      facts,
      diff,
    });
  }
}

/** Only a lender's own people write its products. */
function mustBeLender(viewer: Viewer): InstitutionViewer {
  if (viewer.kind !== "INSTITUTION") throw kernelErrors.notFound();
  return viewer;
}

/** Only the platform's people take somebody else's product off the shelf. */
function mustBePlatform(viewer: Viewer): PlatformViewer {
  if (viewer.kind !== "PLATFORM") throw kernelErrors.notFound();
  return viewer;
}
