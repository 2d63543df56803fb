import { and, arrayOverlaps, asc, desc, eq, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { DocumentState } from "./document.states.js";
import {
  type DocumentChunkRow,
  type DocumentRow,
  documentChunks,
  documents,
  type FileLinkRow,
  fileLinks,
} from "./document.tables.js";

export async function insert(tx: Tx, row: typeof documents.$inferInsert): Promise<DocumentRow> {
  const [inserted] = await tx.insert(documents).values(row).returning();
  if (!inserted) throw new Error("a document was not written");
  return inserted;
}

/** A borrower's own, not discarded. */
export async function findOwn(reader: Reader | Tx, borrowerId: string, id: string): Promise<DocumentRow | undefined> {
  const rows = await reader
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), eq(documents.borrowerId, borrowerId), isNull(documents.discardedAt)));
  return rows[0];
}

const byIds = statement<{ ids: readonly string[] }, DocumentRow>(
  "documents_by_ids",
  build.select().from(documents).where(among(documents.id)),
);

/** Unscoped, behind the walls: documents an application the reader has been shown names. */
export const findAll = (reader: Reader | Tx, ids: readonly string[]): Promise<DocumentRow[]> =>
  byIds.all(reader, { ids });

const documentsOfBorrower = statement<{ borrowerId: string }, DocumentRow>(
  "documents_of_borrower",
  build
    .select()
    .from(documents)
    .where(and(eq(documents.borrowerId, sql.placeholder("borrowerId")), isNull(documents.discardedAt)))
    .orderBy(desc(documents.createdAt), desc(documents.id)),
);

/** Newest first, discarded ones left out. */
export const ofBorrower = (reader: Reader | Tx, borrowerId: string): Promise<DocumentRow[]> =>
  documentsOfBorrower.all(reader, { borrowerId });

/** What counts against a person's quota; refused and lapsed uploads do not. The person's row is locked until the end. */
export async function held(tx: Tx, borrowerId: string): Promise<{ count: number; bytes: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`documents:${borrowerId}`}, 0))`);
  const rows = await tx
    .select({ count: sql<string>`count(*)`, bytes: sql<string>`coalesce(sum(${documents.sizeBytes}), 0)` })
    .from(documents)
    .where(
      and(
        eq(documents.borrowerId, borrowerId),
        isNull(documents.discardedAt),
        ne(documents.state, DocumentState.REFUSED),
        or(ne(documents.state, DocumentState.AWAITING_UPLOAD), sql`${documents.uploadExpiresAt} > clock_timestamp()`),
      ),
    );
  return { count: Number(rows[0]?.count ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
}

export async function prolong(tx: Tx, id: string, uploadExpiresAt: Date): Promise<void> {
  await tx.update(documents).set({ uploadExpiresAt }).where(eq(documents.id, id));
}

/** Undefined when it is not waiting, and not stuck in a check begun more than half a minute ago. */
export async function beginCheck(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .update(documents)
    .set({ state: DocumentState.CHECKING, checkingSince: sql`clock_timestamp()` })
    .where(
      and(
        eq(documents.id, id),
        or(
          eq(documents.state, DocumentState.AWAITING_UPLOAD),
          and(
            eq(documents.state, DocumentState.CHECKING),
            lt(documents.checkingSince, sql`clock_timestamp() - interval '30 seconds'`),
          ),
        ),
      ),
    )
    .returning();
  return row;
}

/** A check that could not be made hands the document back. */
export async function handBack(tx: Tx, id: string): Promise<void> {
  await tx
    .update(documents)
    .set({ state: DocumentState.AWAITING_UPLOAD, checkingSince: null })
    .where(and(eq(documents.id, id), eq(documents.state, DocumentState.CHECKING)));
}

export async function endCheck(
  tx: Tx,
  id: string,
  result: Pick<
    typeof documents.$inferInsert,
    | "state"
    | "refusal"
    | "pageCount"
    | "objectName"
    | "contentBlind"
    | "sizeBytes"
    | "pictureHash"
    | "pictureBands"
    | "sharpness"
    | "isBlurred"
    | "readingState"
  >,
): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .update(documents)
    .set({ ...result, uploadedAt: sql`clock_timestamp()`, checkingSince: null })
    .where(and(eq(documents.id, id), eq(documents.state, DocumentState.CHECKING)))
    .returning();
  return row;
}

/** Marks every document with this content as soon as two people have it. */
export async function markDuplicates(tx: Tx, contentBlind: string): Promise<void> {
  await tx.execute(sql`update documents set is_duplicate_elsewhere = true where content_blind = ${contentBlind}
    and (select count(distinct same.borrower_id) from documents same where same.content_blind = ${contentBlind}) > 1`);
}

/** Pictures of other people that may be this one: their hashes share a piece. The rules say which are. */
export const nearPictures = (
  tx: Tx,
  borrowerId: string,
  bands: readonly number[],
): Promise<{ id: string; pictureHash: string | null }[]> =>
  tx
    .select({ id: documents.id, pictureHash: documents.pictureHash })
    .from(documents)
    .where(and(arrayOverlaps(documents.pictureBands, [...bands]), ne(documents.borrowerId, borrowerId)))
    .limit(500);

export async function flagDuplicates(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .update(documents)
    .set({ isDuplicateElsewhere: true })
    .where(inArray(documents.id, [...ids]));
}

/** Undefined when it is not an unclear picture of theirs that may be kept, or was kept before. */
export async function keep(tx: Tx, borrowerId: string, id: string): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .update(documents)
    .set({ keptAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(documents.id, id),
        eq(documents.borrowerId, borrowerId),
        eq(documents.state, DocumentState.ACCEPTED),
        eq(documents.isBlurred, true),
        isNull(documents.keptAt),
        isNull(documents.discardedAt),
      ),
    )
    .returning();
  return row;
}

export async function discard(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .update(documents)
    .set({ discardedAt: sql`clock_timestamp()` })
    .where(and(eq(documents.id, id), isNull(documents.discardedAt)))
    .returning();
  return row;
}

export async function insertChunks(tx: Tx, rows: (typeof documentChunks.$inferInsert)[]): Promise<DocumentChunkRow[]> {
  return tx.insert(documentChunks).values(rows).returning();
}

export const chunksOf = (reader: Reader | Tx, documentId: string): Promise<DocumentChunkRow[]> =>
  reader
    .select()
    .from(documentChunks)
    .where(eq(documentChunks.documentId, documentId))
    .orderBy(asc(documentChunks.index));

export async function chunk(
  reader: Reader | Tx,
  id: string,
): Promise<{ chunk: DocumentChunkRow; document: DocumentRow } | undefined> {
  const rows = await reader
    .select({ chunk: documentChunks, document: documents })
    .from(documentChunks)
    .innerJoin(documents, eq(documents.id, documentChunks.documentId))
    .where(eq(documentChunks.id, id));
  return rows[0];
}

/** False when the part had been received before: the first to finish wins. */
export async function receive(tx: Tx, chunkId: string, objectName: string): Promise<boolean> {
  const rows = await tx
    .update(documentChunks)
    .set({ objectName, receivedAt: sql`clock_timestamp()` })
    .where(and(eq(documentChunks.id, chunkId), isNull(documentChunks.receivedAt)))
    .returning({ id: documentChunks.id });
  return rows.length === 1;
}

export async function removeChunks(tx: Tx, documentId: string): Promise<void> {
  await tx.delete(documentChunks).where(eq(documentChunks.documentId, documentId));
}

/** Parts of uploads that nobody has gone on with for a day. */
export const lapsedChunks = (reader: Reader, limit: number): Promise<DocumentChunkRow[]> =>
  reader
    .select({ chunk: documentChunks })
    .from(documentChunks)
    .innerJoin(documents, eq(documents.id, documentChunks.documentId))
    .where(
      or(
        sql`${documents.discardedAt} is not null`,
        sql`${documents.uploadExpiresAt} < clock_timestamp() - interval '1 day'`,
      ),
    )
    .limit(limit)
    .then((rows) => rows.map((row) => row.chunk));

export async function removeChunksById(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(documentChunks).where(inArray(documentChunks.id, [...ids]));
}

export async function insertLink(tx: Tx, row: typeof fileLinks.$inferInsert): Promise<FileLinkRow> {
  const [inserted] = await tx.insert(fileLinks).values(row).returning();
  if (!inserted) throw new Error("a file link was not written");
  return inserted;
}

/** Undefined once it has expired, by the database's clock. */
export async function link(reader: Reader, id: string): Promise<FileLinkRow | undefined> {
  const rows = await reader
    .select()
    .from(fileLinks)
    .where(and(eq(fileLinks.id, id), sql`${fileLinks.expiresAt} > clock_timestamp()`));
  return rows[0];
}

export async function removeExpiredLinks(tx: Tx): Promise<void> {
  await tx.delete(fileLinks).where(lt(fileLinks.expiresAt, sql`clock_timestamp() - interval '1 hour'`));
}
