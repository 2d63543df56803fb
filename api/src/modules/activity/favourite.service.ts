import type { Reader } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import type { CatalogService, ProductView } from "../catalog/index.js";
import { favouriteErrors } from "./activity.errors.js";
import * as favourites from "./favourite.repository.js";
import type { FavouriteRow } from "./favourite.tables.js";

/** A favourite as it is now, beside what it was. */
export interface FavouriteValue extends FavouriteRow {
  readonly product: ProductView;
  /** Whether its terms are another version's than when it was added. */
  readonly hasChanged: boolean;
}

export const MAX_FAVOURITES = 100;

/** Products people keep an eye on. They belong to the person, need no consent to recording, and stay until removed. */
export class FavouriteService {
  constructor(
    private readonly kernel: Kernel,
    private readonly catalog: CatalogService,
  ) {}

  /** The viewer's own, the last added first; what is no longer offered stays in the list and says so. */
  async list(reader: Reader, viewer: Viewer): Promise<FavouriteValue[]> {
    if (viewer.kind !== "BORROWER") return [];
    const rows = await favourites.of(reader, viewer.borrowerId);
    const views = await this.catalog.findAll(
      reader,
      rows.map(({ productId }) => productId),
    );
    const byId = new Map(views.map((view) => [view.id, view]));
    return rows.flatMap((row) => {
      const product = byId.get(row.productId);
      return product ? [{ ...row, product, hasChanged: product.versionId !== row.versionId }] : [];
    });
  }

  /**
   * Adds or removes; either twice is the same as once. Answers the product as it is shown now.
   * @throws NOT_FOUND for a product that was never offered, ACTIVITY_FAVOURITES_FULL above a hundred.
   */
  async toggle(viewer: Viewer, wish: { productId: string; isFavourite: boolean }): Promise<ProductView> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const { borrowerId } = viewer;
    return this.kernel.db.write(viewer, async (tx) => {
      const [product] = await this.catalog.findAll(tx, [wish.productId]);
      if (!product) throw kernelErrors.notFound();
      if (!wish.isFavourite) {
        await favourites.remove(tx, borrowerId, product.id);
        return product;
      }
      if ((await favourites.of(tx, borrowerId)).length >= MAX_FAVOURITES)
        throw favouriteErrors.full({ max: MAX_FAVOURITES });
      await favourites.insert(tx, {
        borrowerId,
        productId: product.id,
        addedAt: this.kernel.clock.businessNow(),
        versionId: product.versionId,
        annualCostMax: product.annualCost.max,
      });
      return product;
    });
  }
}
