import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, json, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import { ConsentPurpose } from "./consent.states.js";

/** An institution sees a borrower's rows only while one of that borrower's consents to it stands. */
export const whileConsentStands = (borrowerId: AnyColumn): SQL =>
  sql`case when (select current_setting('app.kind', true)) = 'INSTITUTION' then exists (select 1 from consents standing where standing.borrower_id = ${borrowerId} and standing.institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid) and standing.ended_at is null) else false end`;

/** One borrower lets one institution use their data for one purpose, for one application. */
export const consents = pgTable(
  "consents",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    applicationId: ref("application_id"),
    purpose: choice("purpose", ConsentPurpose).notNull(),
    textHash: text("text_hash").notNull(),
    givenAt: instant("given_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    /** Set by withdrawal, and by the end of what it was for. */
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
  },
  (t) => [
    oneOf("consents_purpose", t.purpose, ConsentPurpose),
    check("consents_withdrawn_is_ended", sql`${t.withdrawnAt} is null or ${t.endedAt} is not null`),
    check("consents_end_has_reason", sql`(${t.endedAt} is null) = (${t.endedReason} is null)`),
    index("consents_standing").on(t.institutionId, t.borrowerId).where(sql`ended_at is null`),
    index("consents_borrower").on(t.borrowerId, t.givenAt),
    uniqueIndex("consents_application").on(t.applicationId, t.purpose).where(sql`ended_at is null`),
    ...ownedBy("consents", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type ConsentRow = typeof consents.$inferSelect;

/** The very words that were agreed to, kept by their hash. */
export const consentTexts = pgTable("consent_texts", {
  hash: text("hash").primaryKey(),
  title: text("title").notNull(),
  paragraphs: json<readonly string[]>("paragraphs").notNull(),
  createdAt: createdAt(),
});
