import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import { type DocumentRequestRow, documentRequests } from "./document-request.tables.js";

const isOpen = and(isNull(documentRequests.answeredAt), isNull(documentRequests.closedAt));

export async function find(
  reader: Reader | Tx,
  borrowerId: string,
  id: string,
): Promise<DocumentRequestRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await reader
    .select()
    .from(documentRequests)
    .where(and(eq(documentRequests.id, id), eq(documentRequests.borrowerId, borrowerId)));
  return rows[0];
}

const requestsOfApplications = statement<{ ids: readonly string[] }, DocumentRequestRow>(
  "document_requests_of_applications",
  build
    .select()
    .from(documentRequests)
    .where(among(documentRequests.applicationId))
    .orderBy(asc(documentRequests.requestedAt), asc(documentRequests.id)),
);

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<DocumentRequestRow[]> =>
  requestsOfApplications.all(reader, { ids: applicationIds });

/** Answers nothing when the same kind of document has been asked for and not answered. */
export async function insert(
  tx: Tx,
  row: typeof documentRequests.$inferInsert,
): Promise<DocumentRequestRow | undefined> {
  const rows = await tx.insert(documentRequests).values(row).onConflictDoNothing().returning();
  return rows[0];
}

/** Answers nothing when the request is no longer open. */
export async function answer(
  tx: Tx,
  id: string,
  documentId: string,
  at: Date,
): Promise<DocumentRequestRow | undefined> {
  const rows = await tx
    .update(documentRequests)
    .set({ documentId, answeredAt: at })
    .where(and(eq(documentRequests.id, id), isOpen))
    .returning();
  return rows[0];
}

export async function countOpen(reader: Reader | Tx, applicationId: string): Promise<number> {
  const rows = await reader
    .select({ count: sql<number>`count(*)::int` })
    .from(documentRequests)
    .where(and(eq(documentRequests.applicationId, applicationId), isOpen));
  return rows[0]?.count ?? 0;
}

export async function closeAll(tx: Tx, applicationId: string, at: Date): Promise<void> {
  await tx
    .update(documentRequests)
    .set({ closedAt: at })
    .where(and(eq(documentRequests.applicationId, applicationId), isOpen));
}

/** Applications with a request that ran out before the moment. */
export async function overdueApplications(reader: Reader | Tx, at: Date, limit: number): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: documentRequests.applicationId })
    .from(documentRequests)
    .where(and(isOpen, sql`${documentRequests.dueAt} <= ${at.toISOString()}::timestamptz`))
    .limit(limit);
  return rows.map((row) => row.id);
}
