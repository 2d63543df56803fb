import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  id,
  instant,
  json,
  money,
  oneOf,
  ownedBy,
  rate,
  ref,
  updatedAt,
  version,
} from "../../kernel/columns/index.js";
import { institutions } from "../institutions/institution.tables.js";
import { DayCount, ProductCategory, ProductState } from "./product.states.js";
import type { ContingentCost, Eligibility, ProductFee, ProductTerms } from "./product-terms.rules.js";

/** JSON whose named amounts are fen: they stand as text inside, so that no reader makes a double of them. */
const jsonWithMoney = <T>(amounts: readonly string[]) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) =>
      JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part)),
    fromDriver: (stored) =>
      JSON.parse(typeof stored === "string" ? stored : JSON.stringify(stored), (key, part: unknown) =>
        amounts.includes(key) && typeof part === "string" ? BigInt(part) : part,
      ) as T,
  });
const feeList = jsonWithMoney<readonly ProductFee[]>(["amount"]);
const conditions = jsonWithMoney<Eligibility>(["minMonthlyIncome"]);

/** A product as a place in the market: who offers it, whether it is offered, and which version stands. */
export const products = pgTable(
  "products",
  {
    id: id(),
    slug: text("slug").notNull(),
    institutionId: ref("institution_id")
      .notNull()
      .references(() => institutions.id),
    state: choice("state", ProductState).notNull().default("DRAFT"),
    /** The version borrowers see; set by the first approval and never unset. */
    currentVersionId: ref("current_version_id"),
    draftVersionId: ref("draft_version_id"),
    suspendedReason: text("suspended_reason"),
    /** Why the last review sent the draft back; gone once it is submitted again. */
    returnedReason: text("returned_reason"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  (t) => [
    oneOf("products_state", t.state, ProductState),
    check(
      "products_offered_has_version",
      sql`${t.state} not in ('PUBLISHED', 'SUSPENDED', 'UNPUBLISHED') or ${t.currentVersionId} is not null`,
    ),
    check("products_suspended_has_reason", sql`(${t.state} = 'SUSPENDED') = (${t.suspendedReason} is not null)`),
    uniqueIndex("products_slug").on(t.slug),
    index("products_institution").on(t.institutionId, t.updatedAt, t.id),
    index("products_updated").on(t.updatedAt, t.id),
    index("products_published").on(t.id).where(sql`state = 'PUBLISHED'`),
    ...ownedBy("products", { institution: t.institutionId, visibleWhen: sql`${t.currentVersionId} is not null` }),
  ],
);
export type ProductRow = typeof products.$inferSelect;

/** Everything a product promises, as of one version. Frozen while under review, immutable once published. */
export const productVersions = pgTable(
  "product_versions",
  {
    id: id(),
    productId: ref("product_id")
      .notNull()
      .references(() => products.id),
    institutionId: ref("institution_id")
      .notNull()
      .references(() => institutions.id),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    tagline: text("tagline").notNull(),
    category: choice("category", ProductCategory).notNull(),
    amountMin: money("amount_min").notNull(),
    amountMax: money("amount_max").notNull(),
    rateMin: rate("rate_min").notNull(),
    rateMax: rate("rate_max").notNull(),
    termOptions: integer("term_options").array().notNull(),
    repaymentMethods: text("repayment_methods")
      .array()
      .$type<readonly ProductTerms["repaymentMethods"][number][]>()
      .notNull(),
    dayCount: choice("day_count", DayCount).notNull(),
    dueShift: text("due_shift").$type<ProductTerms["dueShift"]>().notNull(),
    fees: feeList("fees").notNull(),
    contingentCosts: json<readonly ContingentCost[]>("contingent_costs").notNull(),
    eligibility: conditions("eligibility").notNull(),
    requiredDocuments: text("required_documents")
      .array()
      .$type<readonly ProductTerms["requiredDocuments"][number][]>()
      .notNull(),
    disbursementHours: integer("disbursement_hours").notNull(),
    coolingOffDays: integer("cooling_off_days").notNull(),
    /** Annual cost of the cheapest and of the dearest case, in parts per million, by the card's method. */
    annualCostMin: rate("annual_cost_min").notNull(),
    annualCostMax: rate("annual_cost_max").notNull(),
    /** The dearest case under the other two methods: a cap names the one it means. */
    dearestCompound: rate("dearest_compound").notNull(),
    dearestDated: rate("dearest_dated").notNull(),
    /** SHA-256 of the canonical parameters. */
    contentHash: text("content_hash").notNull(),
    submittedAt: instant("submitted_at"),
    publishedAt: instant("published_at"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("product_versions_category", t.category, ProductCategory),
    oneOf("product_versions_day_count", t.dayCount, DayCount),
    check("product_versions_amounts", sql`${t.amountMin} > 0 and ${t.amountMin} <= ${t.amountMax}`),
    check("product_versions_rates", sql`${t.rateMin} >= 0 and ${t.rateMin} <= ${t.rateMax}`),
    check("product_versions_costs", sql`${t.annualCostMin} <= ${t.annualCostMax}`),
    check(
      "product_versions_terms",
      sql`cardinality(${t.termOptions}) > 0 and 1 <= all(${t.termOptions}) and 360 >= all(${t.termOptions})`,
    ),
    check(
      "product_versions_methods",
      sql`cardinality(${t.repaymentMethods}) > 0 and not ${t.repaymentMethods} && array['FLAT', 'REVOLVING']`,
    ),
    check("product_versions_documents", sql`cardinality(${t.requiredDocuments}) > 0`),
    check("product_versions_hash", sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
    uniqueIndex("product_versions_number").on(t.productId, t.number),
    uniqueIndex("product_versions_of_product").on(t.id, t.productId),
    ...ownedBy("product_versions", { institution: t.institutionId, visibleWhen: sql`${t.publishedAt} is not null` }),
  ],
);
export type ProductVersionRow = typeof productVersions.$inferSelect;

/** One row: counts what changed for borrowers, in the transaction that changed it. */
export const catalogVersion = pgTable(
  "catalog_version",
  { id: integer("id").primaryKey().default(1), version: integer("version").notNull().default(1) },
  (t) => [check("catalog_version_one_row", sql`${t.id} = 1`)],
);
