import type { Reader } from "../../kernel/database/index.js";
import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import { institutionById } from "../institutions/index.js";
import * as repository from "./product.repository.js";
import type { ProductVersionRow } from "./product.tables.js";
import { type ProductView, viewOf } from "./product-view.rules.js";
import { RecentValues } from "./recent-values.rules.js";

/**
 * A version never changes once it was published; who may see it is asked of the database every time. Pages are served
 * from here; a use case that decides, signs or pays reads the row itself.
 */
const publishedVersions = new RecentValues<ProductVersionRow>(1_000);

async function contentsOf(
  reader: Reader,
  ids: readonly string[],
  isForPage: boolean,
): Promise<Map<string, ProductVersionRow>> {
  const known = new Map(ids.map((id) => [id, isForPage ? publishedVersions.get(id) : undefined]));
  const missing = ids.filter((id) => known.get(id) === undefined);
  for (const row of await repository.versionsByIds(reader, missing)) {
    known.set(row.id, row);
    if (row.publishedAt !== null) publishedVersions.set(row.id, row);
  }
  return new Map([...known].flatMap(([id, row]) => (row ? [[id, row]] : [])));
}

/** One version as people are shown it, with its product and lender; null where the viewer may not see it. */
export const productVersionById = defineLoader<string, ProductView | null>(
  "productVersionById",
  async (reader, ids, viewer, others) => {
    const products = await repository.productsOfVersions(reader, ids);
    const institutionIds = [...new Set(products.map(({ institutionId }) => institutionId))];
    const [versions, lenders] = await Promise.all([
      contentsOf(
        reader,
        products.map(({ versionId }) => versionId),
        others !== undefined,
      ),
      others ? others.loadMany(institutionById, institutionIds) : institutionById.batch(reader, institutionIds, viewer),
    ]);
    const lenderOf = new Map(institutionIds.map((id, index) => [id, lenders[index]]));
    const views = products.flatMap((product) => {
      const lender = lenderOf.get(product.institutionId);
      const version = versions.get(product.versionId);
      return lender && version ? [viewOf(product, version, lender)] : [];
    });
    return inOrder(ids, views, (view) => view.versionId);
  },
);

/** A product's versions, newest first. */
export const versionsByProduct = defineLoader<string, ProductVersionRow[]>("versionsByProduct", async (reader, ids) =>
  grouped(ids, await repository.versionsOf(reader, ids), (row) => row.productId),
);
