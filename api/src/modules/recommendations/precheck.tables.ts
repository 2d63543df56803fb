import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, day, id, instant, money, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import { AgeBand } from "./match.states.js";

/**
 * Five answers of somebody who may not have said who they are: found again only by a token that only they hold. No
 * bureau was asked for it. Once claimed it belongs to the account.
 */
export const prechecks = pgTable(
  "prechecks",
  {
    id: id(),
    /** SHA-256 of the token; the token itself is not kept. */
    tokenHash: text("token_hash").notNull(),
    amount: money("amount").notNull(),
    termCount: integer("term_count").notNull(),
    employment: text("employment").notNull(),
    monthlyIncome: money("monthly_income").notNull(),
    monthlyDebtPayment: money("monthly_debt_payment").notNull(),
    ageBand: choice("age_band", AgeBand).notNull(),
    provinceCode: text("province_code").notNull(),
    /** Keyed hash of where it came from, to hold back a flood. */
    sourceIndex: text("source_index"),
    /** Business time. */
    checkedAt: instant("checked_at").notNull(),
    /** Last business day on which it can be read. */
    expiresOn: day("expires_on").notNull(),
    borrowerId: ref("borrower_id"),
    claimedAt: instant("claimed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("prechecks_age_band", t.ageBand, AgeBand),
    check("prechecks_amounts", sql`${t.amount} > 0 and ${t.monthlyIncome} >= 0 and ${t.monthlyDebtPayment} >= 0`),
    check("prechecks_claim", sql`(${t.borrowerId} is null) = (${t.claimedAt} is null)`),
    uniqueIndex("prechecks_token").on(t.tokenHash),
    index("prechecks_expiry").on(t.expiresOn),
    index("prechecks_source").on(t.sourceIndex, t.createdAt),
    ...ownedBy("prechecks", { borrower: t.borrowerId }),
  ],
);
export type PrecheckRow = typeof prechecks.$inferSelect;
