import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, day, id, instant, money, oneOf, ownedBy, rate, ref, version } from "../../kernel/columns/index.js";
import { decisions } from "./decision.tables.js";
import { DeclineReason, OfferKind, OfferState } from "./underwriting.states.js";

/** Terms an institution stands by until a moment; what is accepted is what the contract says. */
export const offers = pgTable(
  "offers",
  {
    id: id(),
    applicationId: ref("application_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    productVersionId: ref("product_version_id").notNull(),
    decisionId: ref("decision_id")
      .notNull()
      .references(() => decisions.id),
    kind: choice("kind", OfferKind).notNull(),
    state: choice("state", OfferState).notNull().default("OPEN"),
    amount: money("amount").notNull(),
    annualRate: rate("annual_rate").notNull(),
    termCount: integer("term_count").notNull(),
    method: text("method").notNull(),
    requestedAmount: money("requested_amount").notNull(),
    requestedTermCount: integer("requested_term_count").notNull(),
    comment: text("comment"),
    /** Business day the offer's own figures start from; the contract's start on the day it is signed. */
    startOn: day("start_on").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    answeredAt: instant("answered_at"),
    declineReason: choice("decline_reason", DeclineReason),
    /** Business moment by which an accepted offer must have become a contract; null before, and once it has. */
    signBy: instant("sign_by"),
    version: version(),
  },
  (t) => [
    oneOf("offers_kind", t.kind, OfferKind),
    oneOf("offers_state", t.state, OfferState),
    oneOf("offers_decline_reason", t.declineReason, DeclineReason),
    check("offers_declined", sql`${t.declineReason} is null or ${t.state} = 'DECLINED'`),
    check("offers_amount", sql`${t.amount} > 0`),
    check("offers_sign_by", sql`${t.state} = 'ACCEPTED' or ${t.signBy} is null`),
    uniqueIndex("offers_one_standing").on(t.applicationId).where(sql`state in ('OPEN', 'ACCEPTED')`),
    index("offers_expiry").on(t.expiresAt).where(sql`state = 'OPEN'`),
    index("offers_signing").on(t.signBy).where(sql`sign_by is not null`),
    index("offers_application").on(t.applicationId, t.createdAt),
    ...ownedBy("offers", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type OfferRow = typeof offers.$inferSelect;
