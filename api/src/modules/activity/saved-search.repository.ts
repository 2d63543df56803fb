import { and, desc, eq, gt, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import { type ProductAlertRow, productAlerts, type SavedSearchRow, savedSearches } from "./saved-search.tables.js";

const ofBorrower = statement<{ who: string }, SavedSearchRow>(
  "saved_searches_of_borrower",
  build
    .select()
    .from(savedSearches)
    .where(eq(savedSearches.borrowerId, sql.placeholder("who")))
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id)),
);

/** The last saved first. */
export const of = (reader: Reader | Tx, borrowerId: string): Promise<SavedSearchRow[]> =>
  ofBorrower.all(reader, { who: borrowerId });

const isTheirs = (borrowerId: string, id: string) =>
  and(eq(savedSearches.id, id), eq(savedSearches.borrowerId, borrowerId));

export async function find(reader: Reader | Tx, borrowerId: string, id: string): Promise<SavedSearchRow | undefined> {
  if (!isId(id)) return undefined;
  return (await reader.select().from(savedSearches).where(isTheirs(borrowerId, id)))[0];
}

export async function insert(tx: Tx, row: typeof savedSearches.$inferInsert): Promise<SavedSearchRow | undefined> {
  return (await tx.insert(savedSearches).values(row).returning())[0];
}

export async function update(
  tx: Tx,
  borrowerId: string,
  id: string,
  patch: Partial<Pick<SavedSearchRow, "name" | "isAlerting" | "seen" | "openedAt">>,
): Promise<SavedSearchRow | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx
    .update(savedSearches)
    .set({ ...patch, version: sql`${savedSearches.version} + 1` })
    .where(isTheirs(borrowerId, id))
    .returning();
  return row;
}

export async function remove(tx: Tx, borrowerId: string, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  return (
    (await tx.delete(savedSearches).where(isTheirs(borrowerId, id)).returning({ id: savedSearches.id })).length > 0
  );
}

/** Searches that wait to be told, in pages by id. */
export const alertingAfter = (reader: Reader | Tx, after: string, count: number): Promise<SavedSearchRow[]> =>
  reader
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.isAlerting, true), gt(savedSearches.id, after)))
    .orderBy(savedSearches.id)
    .limit(count);

/** Those that were not told before. */
export async function insertAlerts(
  tx: Tx,
  rows: readonly (typeof productAlerts.$inferInsert)[],
): Promise<ProductAlertRow[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(productAlerts)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
}

export async function findAlert(reader: Reader | Tx, id: string): Promise<ProductAlertRow | undefined> {
  return (await reader.select().from(productAlerts).where(eq(productAlerts.id, id)))[0];
}
