import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
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
import { ApplicationState, LoanPurpose, OPEN_STATES, RuleOutcome } from "./application.states.js";

/** What an institution may know of the applicant, as it was at submission: no clear name, number or address. */
export interface FrozenApplicant {
  readonly nameMasked: string;
  readonly phoneMasked: string;
  readonly identityNumberMasked: string;
  /** Its first two characters; the rest is starred. */
  readonly employer: string | null;
  readonly age: number;
  readonly sex: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly employment: string | null;
  /** Fen, as text. */
  readonly monthlyIncome: string | null;
  readonly monthlyDebtPayment: string | null;
  readonly employedSince: string | null;
  readonly employedMonths: number | null;
  readonly education: string | null;
  readonly housing: string | null;
  readonly isIdentityVerified: boolean;
  readonly otherOpenApplicationCount: number;
  /** Real day on which the facts were taken. */
  readonly takenOn: string;
}

/** The states of an application under way, as a list in SQL. */
export const openList = sql.raw(OPEN_STATES.map((state) => `'${state}'`).join(", "));

/** One request for one product, frozen with the terms and facts it was made on. */
export const applications = pgTable(
  "applications",
  {
    id: id(),
    number: text("number").notNull(),
    version: version(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    draftId: ref("draft_id").notNull(),
    productId: ref("product_id").notNull(),
    productVersionId: ref("product_version_id").notNull(),
    productVersionNumber: integer("product_version_number").notNull(),
    productName: text("product_name").notNull(),
    amount: money("amount").notNull(),
    termCount: integer("term_count").notNull(),
    method: text("method").notNull(),
    purpose: choice("purpose", LoanPurpose).notNull(),
    /** The rate, the yearly cost and the payments the borrower was shown when submitting. */
    quotedAnnualRate: rate("quoted_annual_rate").notNull(),
    quotedAnnualCost: rate("quoted_annual_cost").notNull(),
    quotedFirstPayment: money("quoted_first_payment").notNull(),
    quotedTotalPayment: money("quoted_total_payment").notNull(),
    termsHash: text("terms_hash").notNull(),
    applicantFacts: json<FrozenApplicant>("applicant_facts").notNull(),
    nameMasked: text("name_masked").notNull(),
    consentId: ref("consent_id"),
    /** Once set, the institution sees nothing of this application any more. */
    consentEndedAt: instant("consent_ended_at"),
    state: choice("state", ApplicationState).notNull().default("SUBMITTED"),
    lastOpenState: choice("last_open_state", ApplicationState).notNull().default("SUBMITTED"),
    stateSince: instant("state_since").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    decidedAt: instant("decided_at"),
    /** When the borrower accepted the offer that stands; the cost sheet comes next. */
    offerAcceptedAt: instant("offer_accepted_at"),
    /** When a decision is due by the institution's working hours; null while paused and once decided. */
    dueAt: instant("due_at"),
    /** Working minutes that were left when the clock stopped; null while it runs. */
    clockLeftMinutes: integer("clock_left_minutes"),
    assigneeId: ref("assignee_id"),
    assigneeName: text("assignee_name"),
    /** When the borrower asked for a person after an automatic refusal; that can be done once. */
    humanReviewAskedAt: instant("human_review_asked_at"),
    /** The ended application this one was copied from. */
    reopenedFromId: ref("reopened_from_id"),
    outcome: choice("outcome", RuleOutcome),
    withdrawalNote: text("withdrawal_note"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    oneOf("applications_state", t.state, ApplicationState),
    oneOf("applications_purpose", t.purpose, LoanPurpose),
    oneOf("applications_outcome", t.outcome, RuleOutcome),
    check("applications_amount", sql`${t.amount} > 0`),
    check("applications_term", sql`${t.termCount} > 0`),
    check("applications_submitted_state", sql`${t.state} <> 'DRAFT'`),
    check("applications_pause", sql`(${t.clockLeftMinutes} is not null) = (${t.state} = 'NEED_MORE_INFO')`),
    uniqueIndex("applications_number").on(t.number),
    uniqueIndex("applications_one_open").on(t.borrowerId, t.productId).where(sql`state in (${openList})`),
    index("applications_borrower").on(t.borrowerId, t.submittedAt, t.id),
    index("applications_institution").on(t.institutionId, t.submittedAt, t.id),
    index("applications_institution_state").on(t.institutionId, t.state, t.submittedAt, t.id),
    index("applications_queue").on(t.institutionId, sql`(coalesce(due_at, '9999-01-01T00:00:00Z'::timestamptz))`, t.id),
    index("applications_newest").on(t.submittedAt, t.id),
    index("applications_product_open").on(t.productId).where(sql`state in (${openList})`),
    ...ownedBy("applications", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type ApplicationRow = typeof applications.$inferSelect;
export type NewApplicationRow = typeof applications.$inferInsert;

/** Which of the borrower's documents stand behind an application: the institution sees these and no others. */
export const applicationDocuments = pgTable(
  "application_documents",
  {
    applicationId: ref("application_id")
      .notNull()
      .references(() => applications.id),
    documentId: ref("document_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    kind: text("kind").notNull(),
    attachedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.documentId] }),
    index("application_documents_document").on(t.documentId),
    ...ownedBy("application_documents", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type ApplicationDocumentRow = typeof applicationDocuments.$inferSelect;
