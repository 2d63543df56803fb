import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, oneOf, ownedBy, ref, sealed } from "../../kernel/columns/index.js";
import { borrowers } from "./borrower.tables.js";
import { whileConsentStands } from "./consent.tables.js";
import { ContentType, DocumentKind, DocumentState } from "./document.states.js";

export const documents = pgTable(
  "documents",
  {
    id: id(),
    borrowerId: ref("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    kind: choice("kind", DocumentKind).notNull(),
    /** A file's own name may name its owner. */
    fileName: sealed("file_name").notNull(),
    contentType: choice("content_type", ContentType).notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    state: choice("state", DocumentState).notNull().default("AWAITING_UPLOAD"),
    refusal: text("refusal"),
    pageCount: integer("page_count"),
    objectName: text("object_name"),
    /** HMAC of the clean content's SHA-256: equal files are found without keeping what they are. */
    contentBlind: text("content_blind"),
    isDuplicateElsewhere: boolean("is_duplicate_elsewhere").notNull().default(false),
    uploadExpiresAt: instant("upload_expires_at").notNull(),
    checkingSince: instant("checking_since"),
    uploadedAt: instant("uploaded_at"),
    discardedAt: instant("discarded_at"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("documents_kind", t.kind, DocumentKind),
    oneOf("documents_content_type", t.contentType, ContentType),
    oneOf("documents_state", t.state, DocumentState),
    check("documents_size", sql`${t.sizeBytes} between 1 and 8388608`),
    check("documents_accepted_is_stored", sql`${t.state} <> 'ACCEPTED' or ${t.objectName} is not null`),
    check("documents_refused_has_reason", sql`(${t.state} = 'REFUSED') = (${t.refusal} is not null)`),
    index("documents_borrower").on(t.borrowerId, t.createdAt),
    index("documents_content").on(t.contentBlind),
    ...ownedBy("documents", { borrower: t.borrowerId, visibleWhen: whileConsentStands(t.borrowerId) }),
  ],
);
export type DocumentRow = typeof documents.$inferSelect;

/** One part of a file on its way in; gone once the file has been checked. */
export const documentChunks = pgTable(
  "document_chunks",
  {
    id: id(),
    documentId: ref("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    borrowerId: ref("borrower_id").notNull(),
    index: integer("index").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    objectName: text("object_name"),
    receivedAt: instant("received_at"),
  },
  (t) => [
    uniqueIndex("document_chunks_place").on(t.documentId, t.index),
    check("document_chunks_received_is_stored", sql`(${t.receivedAt} is null) = (${t.objectName} is null)`),
    ...ownedBy("document_chunks", { borrower: t.borrowerId }),
  ],
);
export type DocumentChunkRow = typeof documentChunks.$inferSelect;

/** A promise to show one file to one session for a minute. */
export const fileLinks = pgTable(
  "file_links",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id"),
    viewerId: ref("viewer_id").notNull(),
    /** Whose session may follow it, as a hash. */
    sessionHash: text("session_hash").notNull(),
    objectName: text("object_name").notNull(),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    /** Drawn over an image before it leaves; null for the owner's own view. */
    watermark: text("watermark"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("file_links_expiry").on(t.expiresAt),
    ...ownedBy("file_links", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type FileLinkRow = typeof fileLinks.$inferSelect;
