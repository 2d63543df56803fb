import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  id,
  instant,
  money,
  oneOf,
  ownedBy,
  ref,
  updatedAt,
  version,
} from "../../kernel/columns/index.js";
import { LoanPurpose } from "./application.states.js";
import { DraftState } from "./application-draft.states.js";

/** What a borrower is filling in, for one or several products at once. Nobody else reads it. */
export const applicationDrafts = pgTable(
  "application_drafts",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    version: version(),
    state: choice("state", DraftState).notNull().default("OPEN"),
    amount: money("amount").notNull(),
    termCount: integer("term_count").notNull(),
    method: text("method"),
    purpose: choice("purpose", LoanPurpose).notNull(),
    currentStep: text("current_step").notNull().default("TERMS"),
    /** The ended application it was copied from. */
    reopenedFromId: ref("reopened_from_id"),
    expiresAt: instant("expires_at").notNull(),
    submittedAt: instant("submitted_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    oneOf("application_drafts_state", t.state, DraftState),
    oneOf("application_drafts_purpose", t.purpose, LoanPurpose),
    check("application_drafts_amount", sql`${t.amount} > 0`),
    index("application_drafts_borrower").on(t.borrowerId, t.updatedAt),
    index("application_drafts_expiry").on(t.expiresAt).where(sql`state = 'OPEN'`),
    ...ownedBy("application_drafts", { borrower: t.borrowerId }),
  ],
);
export type ApplicationDraftRow = typeof applicationDrafts.$inferSelect;

/** One product of a draft, with the version the borrower last looked at. */
export const applicationDraftItems = pgTable(
  "application_draft_items",
  {
    id: id(),
    draftId: ref("draft_id")
      .notNull()
      .references(() => applicationDrafts.id, { onDelete: "cascade" }),
    borrowerId: ref("borrower_id").notNull(),
    productId: ref("product_id").notNull(),
    productVersionId: ref("product_version_id").notNull(),
    position: integer("position").notNull(),
    isSelected: boolean("is_selected").notNull().default(true),
    /** Set once an application came of it. */
    applicationId: ref("application_id"),
  },
  (t) => [
    uniqueIndex("application_draft_items_product").on(t.draftId, t.productId),
    ...ownedBy("application_draft_items", { borrower: t.borrowerId }),
  ],
);
export type DraftItemRow = typeof applicationDraftItems.$inferSelect;
