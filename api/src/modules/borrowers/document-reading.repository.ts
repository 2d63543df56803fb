import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/database/index.js";
import { type DocumentRow, documents, type ReadFact } from "./document.tables.js";
import { ReadingState } from "./document-reading.states.js";

/** What was read off a borrower's photos, held until the transaction ends. */
export const lockRead = (tx: Tx, borrowerId: string): Promise<DocumentRow[]> =>
  tx
    .select()
    .from(documents)
    .where(and(eq(documents.borrowerId, borrowerId), eq(documents.readingState, ReadingState.READ)))
    .for("update");

/** Undefined when it had ended before. */
export async function end(
  tx: Tx,
  documentId: string,
  result: { readingState: ReadingState; readingProvider: string | null; readFacts: readonly ReadFact[] },
): Promise<DocumentRow | undefined> {
  const [row] = await tx
    .update(documents)
    .set({ ...result, readAt: sql`clock_timestamp()` })
    .where(and(eq(documents.id, documentId), eq(documents.readingState, ReadingState.PENDING)))
    .returning();
  return row;
}

export async function setFacts(tx: Tx, documentId: string, readFacts: readonly ReadFact[]): Promise<void> {
  await tx.update(documents).set({ readFacts }).where(eq(documents.id, documentId));
}
