import { index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { instant, ownedBy, rate, ref } from "../../kernel/columns/index.js";
import { products } from "../catalog/product.tables.js";

/** A product somebody keeps an eye on, with what it was when they began to. */
export const favourites = pgTable(
  "favourites",
  {
    borrowerId: ref("borrower_id").notNull(),
    productId: ref("product_id")
      .notNull()
      .references(() => products.id),
    /** Business time. */
    addedAt: instant("added_at").notNull(),
    versionId: ref("version_id").notNull(),
    /** The dearest annual cost of that version, in parts per million. */
    annualCostMax: rate("annual_cost_max").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.borrowerId, t.productId] }),
    index("favourites_product").on(t.productId),
    ...ownedBy("favourites", { borrower: t.borrowerId }),
  ],
);
export type FavouriteRow = typeof favourites.$inferSelect;
