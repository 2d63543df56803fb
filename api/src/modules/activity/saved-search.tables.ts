import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  id,
  instant,
  json,
  oneOf,
  ownedBy,
  rate,
  ref,
  version,
} from "../../kernel/columns/index.js";
import { products } from "../catalog/product.tables.js";
import type { KeptFilter, SeenHit } from "./saved-search.rules.js";
import { ProductAlertKind } from "./saved-search.states.js";

/** A search somebody comes back to, or waits on. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    name: text("name").notNull(),
    filter: json<KeptFilter>("filter").notNull(),
    sort: text("sort").notNull(),
    isAlerting: boolean("is_alerting").notNull(),
    /** Its hits when it was last opened. */
    seen: json<readonly SeenHit[]>("seen").notNull(),
    /** Business time. */
    openedAt: instant("opened_at").notNull(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    check("saved_searches_name", sql`char_length(${t.name}) between 1 and 40`),
    index("saved_searches_borrower").on(t.borrowerId, t.createdAt),
    index("saved_searches_alerting").on(t.id).where(sql`is_alerting`),
    ...ownedBy("saved_searches", { borrower: t.borrowerId }),
  ],
);
export type SavedSearchRow = typeof savedSearches.$inferSelect;

/** One person was told of one change of one product, once, however many of their searches it answers. */
export const productAlerts = pgTable(
  "product_alerts",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    productId: ref("product_id")
      .notNull()
      .references(() => products.id),
    versionId: ref("version_id").notNull(),
    kind: choice("kind", ProductAlertKind).notNull(),
    /** The name of the search it answers, as it was then; null when it is a favourite. */
    searchName: text("search_name"),
    /** Dearest annual cost before and now, in parts per million. */
    costBefore: rate("cost_before"),
    costNow: rate("cost_now").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("product_alerts_kind", t.kind, ProductAlertKind),
    uniqueIndex("product_alerts_once").on(t.borrowerId, t.versionId),
    ...ownedBy("product_alerts", { borrower: t.borrowerId }),
  ],
);
export type ProductAlertRow = typeof productAlerts.$inferSelect;
