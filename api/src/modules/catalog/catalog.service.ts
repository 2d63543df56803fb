import { checkRateCap, costOfCredit, formatRate } from "@daichao/finance";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { institutionById } from "../institutions/index.js";
import type { SettingsService } from "../settings/index.js";
import { catalogErrors, productErrors } from "./catalog.errors.js";
import type { CatalogSnapshot, PublishedCatalogue } from "./catalog-snapshot.service.js";
import * as repository from "./product.repository.js";
import type { ProductCosts } from "./product-cost.service.js";
import type { CostFigures } from "./product-search.rules.js";
import { type ProductView, viewOf } from "./product-view.rules.js";
import { type Ask, nearestAsk } from "./quote.rules.js";
import type { QuoteValue, Wish } from "./quote.service.js";
import type { InsertedProduct, ReadyProduct, ReadyProducts } from "./ready-product.service.js";

/** A product that may be applied for now. */
export type PublishedProduct = ProductView;

/** A product with the loan it would lend for a wish, and what that one costs. */
export interface PricedProduct {
  readonly product: PublishedProduct;
  readonly ask: Ask;
  readonly cost: CostFigures;
}

const MAX_ALTERNATIVES = 3;

export class CatalogService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly catalogue: PublishedCatalogue,
    private readonly costs: ProductCosts,
    private readonly ready: ReadyProducts,
  ) {}

  /** The published catalogue of this process: immutable, no database behind it. */
  snapshot(): CatalogSnapshot {
    return this.catalogue.current();
  }

  /** Loads the catalogue and keeps it fresh until `stop`. */
  start(): Promise<void> {
    return this.catalogue.start();
  }

  stop(): void {
    this.catalogue.stop();
  }

  /** Takes the catalogue in as it is now, at once. */
  refresh(): Promise<void> {
    return this.catalogue.refresh();
  }

  /** The published product, or undefined. */
  publishedProductById(id: string): PublishedProduct | undefined {
    return this.snapshot().find(id);
  }

  /** @throws PRODUCT_NOT_AVAILABLE when it cannot be applied for now. */
  offered(id: string): PublishedProduct {
    const product = this.snapshot().find(id);
    if (!product) throw productErrors.notAvailable({}, "productId");
    return product;
  }

  /** A product as people were last shown it, no longer available included; null for one that was never published. */
  async find(
    reader: Reader,
    { id, slug }: { readonly id?: string | null; readonly slug?: string | null },
  ): Promise<ProductView | null> {
    const known = id ? this.snapshot().find(id) : slug ? this.snapshot().findBySlug(slug) : undefined;
    if (known) return slug && known.slug !== slug ? null : known;
    if (id ? !isId(id) : !slug || slug.length > 100 || slug.includes("\0")) return null;
    const row = await repository.onceOffered(reader, id ? { id } : { slug: slug ?? "" });
    if (!row || (slug && row.product.slug !== slug)) return null;
    const [lender] = await institutionById.batch(reader, [row.product.institutionId], system);
    return lender ? { ...viewOf(row.product, row.version, lender), isAvailable: false } : null;
  }

  /** Products as people were last shown them, no longer available ones included; what was never offered is left out. */
  async findAll(reader: Reader | Tx, ids: readonly string[]): Promise<ProductView[]> {
    const known = ids.flatMap((id) => this.snapshot().find(id) ?? []);
    const missing = ids.filter((id) => isId(id) && !this.snapshot().find(id));
    if (missing.length === 0) return known;
    const rows = await repository.onceOfferedAll(reader, missing);
    const lenderIds = [...new Set(rows.map(({ product }) => product.institutionId))];
    const lenders = new Map(
      (await institutionById.batch(reader, lenderIds, system)).flatMap((lender) =>
        lender ? [[lender.id, lender]] : [],
      ),
    );
    const gone = rows.flatMap(({ product, version }) => {
      const lender = lenders.get(product.institutionId);
      return lender ? [{ ...viewOf(product, version, lender), isAvailable: false }] : [];
    });
    return [...known, ...gone];
  }

  /**
   * The quote of the nearest loan the product offers to a wish, at its dearest rate: what a guest may at most pay.
   * @throws CATALOG_RATE_OVER_CAP when that loan would cost more than the cap of its first day allows.
   */
  quote(product: ProductView, wish: Omit<Wish, "startOn"> & { readonly startOn?: string | null }): QuoteValue {
    const startOn = wish.startOn ?? this.kernel.clock.today();
    const quote = this.costs.nearestQuoteOf(product.versionId, product, { ...wish, startOn });
    this.mustKeepCaps(product, quote);
    return quote;
  }

  /**
   * Every published product, or some of them, with its nearest loan to a wish, in the order of their ids. Yearly costs
   * are worked out when read, once.
   */
  priced(wish: Omit<Wish, "startOn">, ids?: ReadonlySet<string>): PricedProduct[] {
    const startOn = this.kernel.clock.today();
    const { entries } = this.snapshot();
    const asked = ids === undefined ? entries : entries.filter(({ product }) => ids.has(product.id));
    return asked.map(({ product, costKey }) => {
      const { ask } = nearestAsk(product, { ...wish, startOn });
      return { product, ask, cost: this.costs.costOf(costKey, product, ask) };
    });
  }

  /** @throws CATALOG_RATE_OVER_CAP when the quoted loan costs more than a cap of its first day allows, measured that cap's way. */
  mustKeepCaps(product: Pick<ProductView, "institution">, quote: QuoteValue): void {
    for (const cap of this.settings.rateCaps(product.institution.licenceKind, quote.startOn)) {
      const { nominal, effective, dated } = quote.annualCost;
      const actual = { IRR_NOMINAL_SIMPLE: nominal, IRR_COMPOUND: effective, XIRR: dated }[cap.method];
      if (actual > cap.value)
        throw catalogErrors.rateOverCap(
          { actual: formatRate(actual), cap: formatRate(cap.value), method: cap.method },
          "annualRate",
        );
    }
  }

  /** Whether these terms at this cost keep the caps; for loans priced elsewhere, such as a counter offer. */
  keepsCaps(
    product: Pick<ProductView, "institution">,
    terms: Parameters<typeof costOfCredit>[0],
    day: string,
  ): boolean {
    const cost = costOfCredit(terms);
    return this.settings.rateCaps(product.institution.licenceKind, day).every((cap) => checkRateCap(cost, cap).within);
  }

  /** Published products of the same purpose, nearest in amount first, then cheapest; for a product that is gone. */
  alternativesTo(product: Pick<ProductView, "id" | "category" | "amountMax">): PublishedProduct[] {
    const distance = (other: ProductView) =>
      other.amountMax > product.amountMax ? other.amountMax - product.amountMax : product.amountMax - other.amountMax;
    const others = this.snapshot().products.filter((other) => other.id !== product.id);
    const same = others.filter((other) => other.category === product.category);
    const pool = same.length > 0 ? same : others;
    const isLess = (a: ProductView, b: ProductView) =>
      Number(distance(a) - distance(b)) || a.annualCost.max - b.annualCost.max || (a.id < b.id ? -1 : 1);
    return pool.toSorted(isLess).slice(0, MAX_ALTERNATIVES);
  }

  /** Inserts products that stand published from the first moment; see `insertReady`. Writes no events. */
  createPublished(tx: Tx, ready: readonly ReadyProduct[]): Promise<InsertedProduct[]> {
    return this.ready.insertReady(tx, ready);
  }
}
