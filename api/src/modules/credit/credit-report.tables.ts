import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, money, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import { QueryReason, QueryState } from "./credit.states.js";

/** Every question to a bureau: who asked, why, and by which consent. Its facts never change; it is answered once. */
export const bureauQueries = pgTable(
  "bureau_queries",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    applicationId: ref("application_id").notNull(),
    consentId: ref("consent_id").notNull(),
    consentHash: text("consent_hash").notNull(),
    reason: choice("reason", QueryReason).notNull(),
    state: choice("state", QueryState).notNull().default("ASKED"),
    askedAt: createdAt(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    oneOf("bureau_queries_reason", t.reason, QueryReason),
    oneOf("bureau_queries_state", t.state, QueryState),
    check("bureau_queries_answered", sql`(${t.state} = 'ASKED') = (${t.answeredAt} is null)`),
    index("bureau_queries_application").on(t.institutionId, t.applicationId),
    index("bureau_queries_borrower").on(t.borrowerId, t.askedAt),
    ...ownedBy("bureau_queries", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type BureauQueryRow = typeof bureauQueries.$inferSelect;

/** What a bureau answered for one application. Immutable. */
export const creditReports = pgTable(
  "credit_reports",
  {
    id: id(),
    queryId: ref("query_id")
      .notNull()
      .references(() => bureauQueries.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    applicationId: ref("application_id").notNull(),
    provider: text("provider").notNull(),
    reference: text("reference").notNull(),
    score: integer("score").notNull(),
    openLoanCount: integer("open_loan_count").notNull(),
    totalOutstanding: money("total_outstanding").notNull(),
    monthlyObligation: money("monthly_obligation").notNull(),
    worstDaysPastDue12Months: integer("worst_days_past_due_12_months").notNull(),
    hardQueries90Days: integer("hard_queries_90_days").notNull(),
    historyMonths: integer("history_months").notNull(),
    /** Business time. */
    fetchedAt: instant("fetched_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check("credit_reports_score", sql`${t.score} between 0 and 1000`),
    check(
      "credit_reports_counts",
      sql`${t.openLoanCount} >= 0 and ${t.totalOutstanding} >= 0 and ${t.monthlyObligation} >= 0 and ${t.worstDaysPastDue12Months} >= 0 and ${t.hardQueries90Days} >= 0 and ${t.historyMonths} >= 0`,
    ),
    uniqueIndex("credit_reports_query").on(t.queryId),
    index("credit_reports_application").on(t.institutionId, t.applicationId, t.fetchedAt),
    index("credit_reports_borrower").on(t.borrowerId, t.fetchedAt),
    ...ownedBy("credit_reports", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type CreditReportRow = typeof creditReports.$inferSelect;
