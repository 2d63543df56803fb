import type { Reader } from "../../kernel/database/index.js";
import { DomainError } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";
import { institutionById } from "../institutions/index.js";
import type { CatalogService } from "./catalog.service.js";
import * as repository from "./product.repository.js";
import { type ProductView, viewOf } from "./product-view.rules.js";
import type { QuoteValue, Wish } from "./quote.service.js";

/** One column of a comparison. */
export interface ComparedProductView {
  /** What was asked for. */
  readonly key: string;
  /** Null for what was never published. */
  readonly product: ProductView | null;
  /** Null without a product, and where the loan would break today's cap. */
  readonly quote: QuoteValue | null;
}

export const MOST_COMPARED = 4;

/** Products beside each other, each priced for the same wish. */
export class ComparisonService {
  constructor(private readonly catalog: CatalogService) {}

  /**
   * The products of those ids or readable addresses, in that order and without repeats, at most four. Those no longer
   * offered come as they were last shown; an unknown one comes without a product. Two statements at most.
   */
  async compare(
    reader: Reader,
    asked: readonly string[],
    wish: Omit<Wish, "startOn">,
  ): Promise<readonly ComparedProductView[]> {
    const keys = [...new Set(asked)].slice(0, MOST_COMPARED);
    const offered = (key: string) => this.catalog.publishedProductById(key) ?? this.catalog.snapshot().findBySlug(key);
    const gone = await this.goneAmong(
      reader,
      keys.filter((key) => !offered(key)),
    );
    return keys.map((key) => {
      const product = offered(key) ?? gone.find((one) => one.id === key || one.slug === key) ?? null;
      return { key, product, quote: product && this.quoteWithinCaps(product, wish) };
    });
  }

  private async goneAmong(reader: Reader, keys: readonly string[]): Promise<ProductView[]> {
    const ids = keys.filter(isId);
    const slugs = keys.filter((key) => !isId(key) && key.length <= 100 && !key.includes("\0"));
    if (ids.length + slugs.length === 0) return [];
    const rows = await repository.onceOfferedAll(reader, ids, slugs);
    if (rows.length === 0) return [];
    const lenders = await institutionById.batch(
      reader,
      rows.map((row) => row.product.institutionId),
      system,
    );
    return rows.flatMap((row, at) => {
      const lender = lenders[at];
      return lender ? [{ ...viewOf(row.product, row.version, lender), isAvailable: false }] : [];
    });
  }

  private quoteWithinCaps(product: ProductView, wish: Omit<Wish, "startOn">): QuoteValue | null {
    try {
      return this.catalog.quote(product, wish);
    } catch (refusal) {
      if (refusal instanceof DomainError) return null;
      throw refusal;
    }
  }
}
