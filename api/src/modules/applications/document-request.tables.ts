import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, ownedBy, ref } from "../../kernel/columns/index.js";
import { applications } from "./application.tables.js";

/** One document an institution still wants, with its reason; open until answered or closed. */
export const documentRequests = pgTable(
  "document_requests",
  {
    id: id(),
    applicationId: ref("application_id")
      .notNull()
      .references(() => applications.id),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    kind: text("kind").notNull(),
    reason: text("reason").notNull(),
    requestedBy: ref("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    dueAt: instant("due_at").notNull(),
    documentId: ref("document_id"),
    answeredAt: instant("answered_at"),
    /** Set when the application ended or the request ran out before an answer came. */
    closedAt: instant("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    check("document_requests_answer", sql`(${t.documentId} is null) = (${t.answeredAt} is null)`),
    check("document_requests_one_end", sql`${t.answeredAt} is null or ${t.closedAt} is null`),
    index("document_requests_application").on(t.applicationId, t.requestedAt),
    uniqueIndex("document_requests_one_open")
      .on(t.applicationId, t.kind)
      .where(sql`answered_at is null and closed_at is null`),
    index("document_requests_due").on(t.dueAt).where(sql`answered_at is null and closed_at is null`),
    ...ownedBy("document_requests", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type DocumentRequestRow = typeof documentRequests.$inferSelect;
