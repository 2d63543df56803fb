import type { Tx } from "../../kernel/database/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { institutionById, type LicenceKind } from "../institutions/index.js";
import type { PublishedCatalogue } from "./catalog-snapshot.service.js";
import type { ListingRulesService } from "./listing-rules.service.js";
import * as repository from "./product.repository.js";
import { type ProductTerms, termsOf } from "./product-terms.rules.js";
import { contentOf, slugOf } from "./product-version.service.js";

/** What a product that needs no review is inserted from: demonstration data only. */
export interface ReadyProduct {
  readonly id?: string;
  readonly slug?: string;
  readonly institutionId: string;
  readonly terms: ProductTerms;
  readonly publishedAt?: Date;
}

export interface InsertedProduct {
  readonly productId: string;
  readonly versionId: string;
}

const ROWS_A_STATEMENT = 1_000;

export class ReadyProducts {
  constructor(
    private readonly kernel: Kernel,
    private readonly rules: ListingRulesService,
    private readonly catalogue: PublishedCatalogue,
  ) {}

  /**
   * Inserts products that stand published from the first moment, a thousand to a statement, under the same checks as
   * any other. A made-up past has no history: no events are recorded, the catalogue counts one change.
   * @throws the refusal of the first product whose terms do not hold.
   */
  async insertReady(tx: Tx, ready: readonly ReadyProduct[]): Promise<InsertedProduct[]> {
    const licences = await this.licencesOf(tx, ready);
    const rows = ready.map((product) => this.rowsOf(product, licences));
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const part = rows.slice(from, from + ROWS_A_STATEMENT);
      await repository.insertProducts(
        tx,
        part.map((row) => row.product),
      );
      await repository.insertVersions(
        tx,
        part.map((row) => row.version),
      );
      await repository.adoptPublished(
        tx,
        part.map((row) => row.product.id),
      );
    }
    if (rows.length > 0) await repository.raiseVersion(tx);
    tx.afterCommit(() => this.catalogue.refreshSoon());
    return rows.map(({ product, version }) => ({ productId: product.id, versionId: version.id }));
  }

  private async licencesOf(tx: Tx, ready: readonly ReadyProduct[]): Promise<ReadonlyMap<string, LicenceKind>> {
    const ids = [...new Set(ready.map((product) => product.institutionId))];
    const lenders = ids.length > 0 ? await institutionById.batch(tx, ids, system) : [];
    return new Map(lenders.flatMap((lender) => (lender ? [[lender.id, lender.licenceKind]] : [])));
  }

  private rowsOf(ready: ReadyProduct, licences: ReadonlyMap<string, LicenceKind>) {
    const { id = newId(), institutionId, publishedAt = this.kernel.clock.now() } = ready;
    const licence = licences.get(institutionId);
    if (!licence) throw new Error(`no institution ${institutionId}`);
    const terms = termsOf(ready.terms);
    const content = contentOf(terms, this.rules.mustBeListable(terms, licence), this.rules.contingentCosts());
    const moments = { submittedAt: publishedAt, publishedAt, createdAt: publishedAt };
    const slug = ready.slug ?? slugOf(terms.name, id);
    return {
      product: { id, slug, institutionId, createdAt: publishedAt, updatedAt: publishedAt },
      version: { ...content, ...moments, id: newId(), productId: id, institutionId, number: 1 },
    };
  }
}
