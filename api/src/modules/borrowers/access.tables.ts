import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { choice, createdAt, id, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import type { ViewerKind } from "../../kernel/viewer/index.js";
import { AccessPurpose, AccessSubject, type PersonalField } from "./access.states.js";

/** Who looked at a borrower's clear data, and why. Append-only; the borrower reads it. */
export const accessRecords = pgTable(
  "access_records",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id"),
    viewerKind: text("viewer_kind").$type<ViewerKind>().notNull(),
    viewerId: ref("viewer_id").notNull(),
    viewerName: text("viewer_name").notNull(),
    subject: choice("subject", AccessSubject).notNull(),
    fields: text("fields").array().$type<PersonalField[]>().notNull(),
    documentId: ref("document_id"),
    purpose: choice("purpose", AccessPurpose).notNull(),
    applicationId: ref("application_id"),
    occurredAt: createdAt(),
  },
  (t) => [
    oneOf("access_records_subject", t.subject, AccessSubject),
    oneOf("access_records_purpose", t.purpose, AccessPurpose),
    check("access_records_says_what", sql`cardinality(${t.fields}) > 0 or ${t.documentId} is not null`),
    index("access_records_borrower").on(t.borrowerId, t.occurredAt, t.id),
    index("access_records_viewer").on(t.viewerId, t.occurredAt),
    ...ownedBy("access_records", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type AccessRecordRow = typeof accessRecords.$inferSelect;
