import type { RepaymentMethod } from "@daichao/finance";
import { addDays } from "@daichao/finance";
import { instantOf } from "../../kernel/clock/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { DomainError, kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { BorrowerService, MissingFact } from "../borrowers/index.js";
import type { CatalogService, ProductView, QuoteValue } from "../catalog/index.js";
import { nearestQuoteOf } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { applicationErrors } from "./application.errors.js";
import type { LoanPurpose } from "./application.states.js";
import * as drafts from "./application-draft.repository.js";
import { fitProblem, purposeOf, requiredFieldsOf } from "./application-draft.rules.js";
import { DraftState } from "./application-draft.states.js";
import type { ApplicationDraftRow, DraftItemRow } from "./application-draft.tables.js";

export interface DraftWish {
  readonly productIds: readonly string[];
  readonly amount: bigint;
  readonly termCount: number;
  readonly method?: RepaymentMethod | null;
  /** Left out, it is what the products are for. */
  readonly purpose?: LoanPurpose | null;
  /** The ended application it is a copy of. */
  readonly reopenedFromId?: string;
  readonly idempotencyKey: string;
}

export interface DraftChange {
  readonly draftId: string;
  readonly version: number;
  readonly amount?: bigint | null;
  readonly termCount?: number | null;
  readonly method?: RepaymentMethod | null;
  readonly purpose?: LoanPurpose | null;
  readonly selectedProductIds?: readonly string[] | null;
  readonly currentStep?: string | null;
}

export interface MissingForInstitutions extends MissingFact {
  readonly institutionNames: readonly string[];
}

export const MAX_PRODUCTS = 10;
const MAX_DRAFTS = 20;

/** What a borrower fills in before anything is submitted: kept on the server, so another device goes on with it. */
export class ApplicationDraftService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly borrowers: BorrowerService,
    private readonly catalog: CatalogService,
  ) {}

  /** Drafts that can still be filled in, the last touched first. */
  list(reader: Reader, viewer: Viewer): Promise<ApplicationDraftRow[]> {
    return drafts.openOf(reader, mustBeBorrower(viewer).borrowerId, this.kernel.clock.businessNow());
  }

  /** @throws NOT_FOUND for another's draft. */
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ApplicationDraftRow> {
    const row = await drafts.find(reader, mustBeBorrower(viewer).borrowerId, id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /**
   * Opens a draft for one or several products, once per key.
   * @throws PRODUCT_NOT_AVAILABLE, APPLICATION_TOO_MANY_PRODUCTS, APPLICATION_TOO_MANY_DRAFTS, APPLICATION_ACCOUNT_FROZEN
   */
  async create(viewer: Viewer, wish: DraftWish): Promise<string> {
    const { borrowerId } = mustBeUsable(viewer);
    const productIds = [...new Set(wish.productIds)];
    if (productIds.length === 0) throw applicationErrors.nothingSelected({}, "productIds");
    if (productIds.length > MAX_PRODUCTS) throw applicationErrors.tooManyProducts({ max: MAX_PRODUCTS });
    mustBePositive(wish);
    const { idempotencyKey, ...request } = wish;
    return this.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key: idempotencyKey, operation: "createDraft", request }, async () => {
        const offered = productIds.map((id) => this.offered(id, "productIds"));
        const now = this.kernel.clock.businessNow();
        if ((await drafts.openOf(tx, borrowerId, now)).length >= MAX_DRAFTS) throw applicationErrors.tooManyDrafts();
        const draftId = newId();
        const { amount, termCount, method, purpose } = wish;
        await drafts.insert(
          tx,
          {
            id: draftId,
            borrowerId,
            amount,
            termCount,
            method: method ?? null,
            purpose: purpose ?? purposeOf(offered),
            reopenedFromId: wish.reopenedFromId ?? null,
            expiresAt: this.expiry(),
          },
          offered.map((product, position) => ({
            draftId,
            borrowerId,
            productId: product.id,
            productVersionId: product.versionId,
            position,
          })),
        );
        return draftId;
      }),
    );
  }

  /**
   * Saves what changed; each save counts the version up and pushes the expiry out.
   * @throws CONFLICT when another device saved since; APPLICATION_DRAFT_CLOSED; APPLICATION_PRODUCT_NOT_IN_DRAFT
   */
  async save(viewer: Viewer, change: DraftChange): Promise<ApplicationDraftRow> {
    const { borrowerId } = mustBeUsable(viewer);
    mustBePositive(change);
    return this.kernel.db.write(viewer, async (tx) => {
      const draft = await this.lockOpen(tx, borrowerId, change.draftId, change.version);
      if (change.selectedProductIds) {
        const known = new Set(
          (await drafts.itemsOf(tx, [draft.id]))
            .filter((item) => item.applicationId === null)
            .map((item) => item.productId),
        );
        if (change.selectedProductIds.some((id) => !known.has(id))) throw applicationErrors.productNotInDraft();
        await drafts.select(tx, draft.id, change.selectedProductIds);
      }
      const saved = await drafts.compareAndSet(tx, draft, {
        amount: change.amount ?? draft.amount,
        termCount: change.termCount ?? draft.termCount,
        method: change.method === undefined ? draft.method : change.method,
        purpose: change.purpose ?? draft.purpose,
        currentStep: change.currentStep ?? draft.currentStep,
        expiresAt: this.expiry(),
      });
      if (!saved) throw kernelErrors.conflict();
      return saved;
    });
  }

  /** @throws NOT_FOUND, APPLICATION_DRAFT_CLOSED */
  async discard(viewer: Viewer, draftId: string): Promise<string> {
    const { borrowerId } = mustBeBorrower(viewer);
    return this.kernel.db.write(viewer, async (tx) => {
      const draft = await this.lockOpen(tx, borrowerId, draftId);
      if (!(await drafts.compareAndSet(tx, draft, { state: DraftState.DISCARDED })))
        throw applicationErrors.draftClosed();
      return draft.id;
    });
  }

  /** Holds an open draft for this transaction. @throws NOT_FOUND, APPLICATION_DRAFT_CLOSED, CONFLICT on another version. */
  async lockOpen(tx: Tx, borrowerId: string, draftId: string, version?: number): Promise<ApplicationDraftRow> {
    const draft = await drafts.lock(tx, borrowerId, draftId);
    if (!draft) throw kernelErrors.notFound();
    if (draft.state !== DraftState.OPEN || draft.expiresAt <= this.kernel.clock.businessNow())
      throw applicationErrors.draftClosed();
    if (version !== undefined && version !== draft.version) throw kernelErrors.conflict({ version: draft.version });
    return draft;
  }

  /** What the product would cost on the draft's terms, moved into the product's range where it must be. */
  quoteFor(draft: ApplicationDraftRow, product: ProductView): QuoteValue {
    return nearestQuoteOf(product, {
      amount: draft.amount,
      termCount: draft.termCount,
      method: draft.method as RepaymentMethod | null,
      startOn: this.kernel.clock.today(),
    });
  }

  /** Why this item could not be submitted as it stands, in the reader's words; null when nothing is in the way. */
  problemOf(
    draft: ApplicationDraftRow,
    item: drafts.StandingDraftItem,
    product: ProductView,
    locale: string,
  ): string | null {
    if (item.applicationId !== null || item.hasOpenApplication) return applicationErrors.alreadyOpen().text(locale);
    try {
      this.catalog.offered(item.productId);
    } catch (refusal) {
      if (refusal instanceof DomainError) return refusal.text(locale);
      throw refusal;
    }
    return fitProblem(product, draft)?.text(locale) ?? null;
  }

  /** What is still missing for the selected products, each fact with the institutions that want it. */
  async missing(
    reader: Reader | Tx,
    draft: ApplicationDraftRow,
    items: readonly DraftItemRow[],
  ): Promise<MissingForInstitutions[]> {
    const found = new Map<string, MissingFact & { institutionNames: string[] }>();
    for (const item of items.filter((one) => one.isSelected && one.applicationId === null)) {
      const product = this.presentProduct(item.productId);
      if (!product) continue;
      for (const fact of await this.missingForProduct(reader, draft.borrowerId, product)) {
        const key = `${fact.kind}:${fact.field}:${fact.documentKind ?? ""}`;
        const entry = found.get(key) ?? { ...fact, institutionNames: [] };
        if (!entry.institutionNames.includes(product.institution.shortName))
          entry.institutionNames.push(product.institution.shortName);
        found.set(key, entry);
      }
    }
    return [...found.values()];
  }

  /** What one product still wants from the borrower: stale or missing facts, documents, the identity check. */
  missingForProduct(reader: Reader | Tx, borrowerId: string, product: ProductView): Promise<MissingFact[]> {
    return this.borrowers.missingFor(reader, borrowerId, requiredFieldsOf(product), product.requiredDocuments);
  }

  /** The product as it is offered now, or undefined. */
  presentProduct(productId: string): ProductView | undefined {
    return this.catalog.publishedProductById(productId);
  }

  /** Closes drafts that ran out; answers how many. */
  expire(): Promise<number> {
    return this.kernel.db.write(system, (tx) => drafts.expire(tx, this.kernel.clock.businessNow()));
  }

  private offered(productId: string, field: string): ProductView {
    try {
      return this.catalog.offered(productId);
    } catch (refusal) {
      throw refusal instanceof DomainError ? refusal.at(field) : refusal;
    }
  }

  private expiry(): Date {
    return instantOf(addDays(this.kernel.clock.today(), this.settings.number("draft.validDays")), 24);
  }
}

export function mustBeBorrower(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  return viewer;
}

/** @throws APPLICATION_ACCOUNT_FROZEN: a frozen borrower may look and repay, not apply. */
export function mustBeUsable(viewer: Viewer): BorrowerViewer {
  const borrower = mustBeBorrower(viewer);
  if (borrower.isFrozen) throw applicationErrors.accountFrozen();
  return borrower;
}

function mustBePositive({ amount, termCount }: { amount?: bigint | null; termCount?: number | null }): void {
  if (amount != null && amount <= 0n) throw kernelErrors.invalidInput({ rule: "positive" }, "amount");
  if (termCount != null && (termCount < 1 || termCount > 360))
    throw kernelErrors.invalidInput({ rule: "between", min: 1, max: 360 }, "termCount");
}
