import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import { type AccessRecordRow, accessRecords } from "./access.tables.js";

export async function insert(tx: Tx, row: typeof accessRecords.$inferInsert): Promise<AccessRecordRow> {
  const [inserted] = await tx.insert(accessRecords).values(row).returning();
  if (!inserted) throw new Error("an access record was not written");
  return inserted;
}

/** Number of reveals a viewer has made since midnight in Shanghai, real time. Holds a lock on the count until the end. */
export async function countToday(tx: Tx, viewerId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reveals:${viewerId}`}, 0))`);
  const rows = await tx
    .select({ count: sql<string>`count(*)` })
    .from(accessRecords)
    .where(
      and(
        eq(accessRecords.viewerId, viewerId),
        eq(accessRecords.subject, "PERSONAL_DATA"),
        sql`${accessRecords.occurredAt} >= date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`,
      ),
    );
  return Number(rows[0]?.count ?? 0);
}

export async function pageFor(
  reader: Reader,
  borrowerId: string,
  { first, after }: PageRequest,
): Promise<Page<AccessRecordRow>> {
  const cursor = decodeCursor(after, 2);
  const rows = await reader
    .select()
    .from(accessRecords)
    .where(
      and(
        eq(accessRecords.borrowerId, borrowerId),
        cursor
          ? sql`(${accessRecords.occurredAt}, ${accessRecords.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(accessRecords.occurredAt), desc(accessRecords.id))
    .limit(first + 1);
  return pageOf(rows, first, (row) => [row.occurredAt.toISOString(), row.id]);
}
