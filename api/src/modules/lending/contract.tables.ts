import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, id, instant, money, oneOf, ownedBy, ref, version } from "../../kernel/columns/index.js";
import { DisbursementState } from "./disbursement.states.js";
import { disclosures } from "./disclosure.tables.js";

/** A contract's text as it was shown before signing, for one card or none yet: only what was shown is signed. */
export const contractPreviews = pgTable(
  "contract_previews",
  {
    id: id(),
    applicationId: ref("application_id").notNull(),
    disclosureId: ref("disclosure_id")
      .notNull()
      .references(() => disclosures.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    /** SHA-256 of the paper's text, `paperText`. */
    paperHash: text("paper_hash").notNull(),
    shownAt: instant("shown_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    check("contract_previews_hash", sql`${t.paperHash} ~ '^[0-9a-f]{64}$'`),
    uniqueIndex("contract_previews_one_per_paper").on(t.disclosureId, t.paperHash),
    index("contract_previews_borrower").on(t.borrowerId),
    index("contract_previews_institution").on(t.institutionId),
    ...ownedBy("contract_previews", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type ContractPreviewRow = typeof contractPreviews.$inferSelect;

/** A signed contract. Append-only: the paper is what its SHA-256 says, forever. */
export const contracts = pgTable(
  "contracts",
  {
    id: id(),
    number: text("number").notNull(),
    applicationId: ref("application_id").notNull(),
    disclosureId: ref("disclosure_id")
      .notNull()
      .references(() => disclosures.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    bankCardId: ref("bank_card_id").notNull(),
    signedAt: instant("signed_at").notNull().default(sql`clock_timestamp()`),
    /** Name of the sealed object in the files gateway. */
    pdfObject: text("pdf_object").notNull(),
    pdfSha256: text("pdf_sha256").notNull(),
    termsHash: text("terms_hash").notNull(),
    sheetHash: text("sheet_hash").notNull(),
    /** What was shown before signing and is what was signed; null for contracts from before texts were shown. */
    previewId: ref("preview_id").references(() => contractPreviews.id),
  },
  (t) => [
    check("contracts_hashes", sql`${t.pdfSha256} ~ '^[0-9a-f]{64}$' and ${t.termsHash} ~ '^[0-9a-f]{64}$'`),
    uniqueIndex("contracts_number").on(t.number),
    uniqueIndex("contracts_application").on(t.applicationId),
    uniqueIndex("contracts_pdf").on(t.pdfSha256),
    index("contracts_borrower").on(t.borrowerId),
    index("contracts_institution").on(t.institutionId),
    ...ownedBy("contracts", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type ContractRow = typeof contracts.$inferSelect;

/** The payout of one application. Tried again after a failure, as the same row with a new bank order. */
export const disbursements = pgTable(
  "disbursements",
  {
    id: id(),
    applicationId: ref("application_id").notNull(),
    /** Null only for loans taken over with their history. */
    contractId: ref("contract_id").references(() => contracts.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    bankCardId: ref("bank_card_id").notNull(),
    state: choice("state", DisbursementState).notNull().default("REQUESTED"),
    /** What reaches the borrower: the principal less the fees kept back. */
    amount: money("amount").notNull(),
    orderId: ref("order_id").notNull(),
    tryCount: integer("try_count").notNull().default(1),
    bankReference: text("bank_reference"),
    failure: text("failure"),
    requestedAt: instant("requested_at").notNull().default(sql`clock_timestamp()`),
    settledAt: instant("settled_at"),
    version: version(),
  },
  (t) => [
    oneOf("disbursements_state", t.state, DisbursementState),
    check("disbursements_amount_positive", sql`${t.amount} > 0`),
    check("disbursements_settled", sql`${t.state} not in ('SUCCEEDED', 'FAILED') or ${t.settledAt} is not null`),
    uniqueIndex("disbursements_application").on(t.applicationId),
    uniqueIndex("disbursements_contract").on(t.contractId),
    index("disbursements_order").on(t.orderId),
    index("disbursements_borrower").on(t.borrowerId),
    index("disbursements_institution").on(t.institutionId),
    ...ownedBy("disbursements", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type DisbursementRow = typeof disbursements.$inferSelect;
