import type { AffinitySource, RankWeights } from "@daichao/scoring";
import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, day, json, ownedBy, ref } from "../../kernel/columns/index.js";
import { products } from "../catalog/product.tables.js";
import type { StoredFacts } from "./ranking.rules.js";

/** One product of a shown order with everything it was placed by. */
export interface StoredItem {
  readonly productId: string;
  readonly versionId: string;
  readonly institutionId: string;
  readonly category: string;
  /** The loan it was judged by, fen as text. */
  readonly loan: { readonly amount: string; readonly monthlyBurden: string };
  readonly chance: number;
  readonly cost: number;
  readonly affinity: number;
  readonly purpose: number;
  readonly term: number;
  readonly limit: number;
  readonly complaints: number;
  readonly score: number;
  /** Place in the order everybody gets; null where that order leaves it out. */
  readonly guestPlace: number | null;
  /** Which products of the trail its affinity came from. */
  readonly sources: readonly AffinitySource[];
}

/** One act of the trail as it counted that day. */
export interface StoredAct {
  readonly productId: string;
  readonly kind: string;
  readonly weight: number;
  /** Business time, ISO 8601. */
  readonly at: string;
  /** What was left of the weight. */
  readonly remaining: number;
}

/**
 * An order as it was shown, named by its inputs: the same inputs are the same row. Kept so that it can be rebuilt and
 * explained afterwards; the first fifty products of it.
 */
export const rankings = pgTable(
  "rankings",
  {
    id: uuid("id").primaryKey(),
    /** Null for the order everybody gets. */
    borrowerId: ref("borrower_id"),
    isPersonalised: boolean("is_personalised").notNull(),
    /** Fen as text. */
    amount: text("amount").notNull(),
    termCount: integer("term_count").notNull(),
    purpose: text("purpose"),
    modelId: ref("model_id"),
    catalogVersion: integer("catalog_version").notNull(),
    candidateCount: integer("candidate_count").notNull(),
    weights: json<RankWeights>("weights").notNull(),
    facts: json<StoredFacts | null>("facts"),
    acts: json<readonly StoredAct[]>("acts").notNull(),
    items: json<readonly StoredItem[]>("items").notNull(),
    /** Business day. */
    madeOn: day("made_on").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check("rankings_personal_has_owner", sql`not ${t.isPersonalised} or ${t.borrowerId} is not null`),
    index("rankings_made_on").on(t.madeOn),
    index("rankings_borrower").on(t.borrowerId),
    ...ownedBy("rankings", { borrower: t.borrowerId, visibleWhen: sql`${t.borrowerId} is null` }),
  ],
);
export type RankingRow = typeof rankings.$inferSelect;

/** Products that the same people chose; made anew by a job. */
export const productPairs = pgTable(
  "product_pairs",
  {
    productId: ref("product_id")
      .notNull()
      .references(() => products.id),
    otherId: ref("other_id")
      .notNull()
      .references(() => products.id),
    similarity: doublePrecision("similarity").notNull(),
    /** People who did something with both. */
    together: integer("together").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.otherId] }),
    check("product_pairs_similarity", sql`${t.similarity} > 0 and ${t.similarity} <= 1`),
  ],
);
