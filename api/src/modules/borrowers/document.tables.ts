import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, json, oneOf, ownedBy, ref, sealed } from "../../kernel/columns/index.js";
import { borrowers } from "./borrower.tables.js";
import { whileConsentStands } from "./consent.tables.js";
import { ContentType, DocumentKind, DocumentState } from "./document.states.js";
import { type CardField, ReadingState } from "./document-reading.states.js";

/** One value as it was read off an identity card; clear only inside the seal. */
export interface ReadFact {
  readonly field: CardField;
  readonly sealed: string;
  readonly masked: string;
  /** 0 to 100. */
  readonly confidence: number;
  /** Whether it can be true at all: a name of Chinese characters, a number that passes GB 11643, a day. */
  readonly isSound: boolean;
  /** Whether it is what the borrower verified; null before they did, and for what they are never asked. */
  readonly agrees: boolean | null;
}

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
    /** What a picture looks like, whatever format it was saved in: 256 bits as hex, and their pieces for the index. */
    pictureHash: text("picture_hash"),
    pictureBands: integer("picture_bands").array(),
    /** Variance of its edges; null for a PDF. */
    sharpness: integer("sharpness"),
    isBlurred: boolean("is_blurred").notNull().default(false),
    /** When the borrower said that an unclear picture is the best they have. */
    keptAt: instant("kept_at"),
    /** What a reader made of an identity photo; null for every other document. */
    readingState: choice("reading_state", ReadingState),
    readingProvider: text("reading_provider"),
    readFacts: json<readonly ReadFact[]>("read_facts").notNull().default([]),
    readAt: instant("read_at"),
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
    oneOf("documents_reading", t.readingState, ReadingState),
    check(
      "documents_read_ended",
      sql`(${t.readAt} is not null) = (coalesce(${t.readingState}, 'PENDING') <> 'PENDING')`,
    ),
    check(
      "documents_read_facts",
      sql`(jsonb_array_length(${t.readFacts}) > 0) = (coalesce(${t.readingState}, 'PENDING') = 'READ')`,
    ),
    check("documents_kept_is_blurred", sql`${t.keptAt} is null or ${t.isBlurred}`),
    check("documents_refused_has_reason", sql`(${t.state} = 'REFUSED') = (${t.refusal} is not null)`),
    index("documents_borrower").on(t.borrowerId, t.createdAt),
    index("documents_content").on(t.contentBlind),
    index("documents_picture").using("gin", t.pictureBands),
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
