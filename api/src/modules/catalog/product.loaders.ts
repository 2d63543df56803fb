import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import { institutionById } from "../institutions/index.js";
import * as repository from "./product.repository.js";
import type { ProductVersionRow } from "./product.tables.js";
import { type ProductView, viewOf } from "./product-view.rules.js";

/** One version as people are shown it, with its product and lender; null where the viewer may not see it. */
export const productVersionById = defineLoader<string, ProductView | null>(
  "productVersionById",
  async (reader, ids, viewer) => {
    const rows = await repository.versionsWithProducts(reader, ids);
    const institutionIds = [...new Set(rows.map(({ product }) => product.institutionId))];
    const lenders = institutionIds.length > 0 ? await institutionById.batch(reader, institutionIds, viewer) : [];
    const lenderOf = new Map(institutionIds.map((id, index) => [id, lenders[index]]));
    const views = rows.flatMap(({ product, version }) => {
      const lender = lenderOf.get(product.institutionId);
      return lender ? [viewOf(product, version, lender)] : [];
    });
    return inOrder(ids, views, (view) => view.versionId);
  },
);

/** A product's versions, newest first. */
export const versionsByProduct = defineLoader<string, ProductVersionRow[]>("versionsByProduct", async (reader, ids) =>
  grouped(ids, await repository.versionsOf(reader, ids), (row) => row.productId),
);
