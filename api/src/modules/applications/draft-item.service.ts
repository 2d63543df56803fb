import type { Reader } from "../../kernel/database/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { ConsentService, ConsentTextValue, DocumentKind, DocumentRow } from "../borrowers/index.js";
import { type ProductView, productVersionById, type QuoteValue } from "../catalog/index.js";
import type { AcceptedDocumentsService } from "./accepted-documents.service.js";
import type { StandingDraftItem } from "./application-draft.repository.js";
import type { ApplicationDraftService } from "./application-draft.service.js";
import type { ApplicationDraftRow } from "./application-draft.tables.js";
import type { DebtGuard } from "./debt-guard.service.js";
import type { DebtService, Month } from "./debt-service.rules.js";

/** One product of a draft with what can be said about it now. */
export interface DraftItemView {
  readonly borrowerId: string;
  readonly product: ProductView;
  readonly quote: QuoteValue;
  readonly problem: string | null;
  readonly isSelected: boolean;
  /** The borrower's month, read once for all items of a draft, when somebody asks. */
  readonly month: () => Promise<Month | null>;
}

export interface RequiredDocumentView {
  readonly kind: DocumentKind;
  readonly document: DocumentRow | null;
}

/** What a borrower is shown about each product of a draft. */
export class DraftItemService {
  constructor(
    private readonly drafts: ApplicationDraftService,
    private readonly documents: AcceptedDocumentsService,
    private readonly consents: ConsentService,
    private readonly guard: DebtGuard,
  ) {}

  /** A product that is offered no more is shown as last seen, with its problem. */
  async viewsOf(
    reader: Reader,
    draft: ApplicationDraftRow,
    items: readonly StandingDraftItem[],
    locale: string,
  ): Promise<DraftItemView[]> {
    const gone = items
      .filter((item) => !this.drafts.presentProduct(item.productId))
      .map((item) => item.productVersionId);
    const seen = gone.length > 0 ? await productVersionById.batch(reader, gone, system) : [];
    const bySeenVersion = new Map(gone.map((id, index) => [id, seen[index] ?? null]));
    let asked: Promise<Month | null> | undefined;
    const month = () => {
      asked ??= this.guard.monthOf(reader, draft.borrowerId);
      return asked;
    };
    return items.flatMap((item) => {
      const product = this.drafts.presentProduct(item.productId) ?? bySeenVersion.get(item.productVersionId);
      if (!product) return [];
      const { borrowerId } = draft;
      const problem = this.drafts.problemOf(draft, item, product, locale);
      const quote = this.drafts.quoteFor(draft, product);
      return [{ borrowerId, product, quote, problem, isSelected: item.isSelected, month }];
    });
  }

  /** What repayments would take from the month with this loan; null while the income is not known. */
  async debtServiceOf({ month, product, quote }: DraftItemView): Promise<DebtService | null> {
    const known = await month();
    return known && this.guard.judge(known, product, quote);
  }

  consentTextOf({ product }: DraftItemView, locale: "zh-CN" | "en-US"): ConsentTextValue {
    return this.consents.textFor(product.institution, "CREDIT_REVIEW", locale);
  }

  async requiredDocumentsOf(reader: Reader, { borrowerId, product }: DraftItemView): Promise<RequiredDocumentView[]> {
    const accepted = await this.documents.acceptedOf(reader, borrowerId, product.requiredDocuments);
    return product.requiredDocuments.map((kind) => ({
      kind,
      document: accepted.find((document) => document.kind === kind) ?? null,
    }));
  }
}
