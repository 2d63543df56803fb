import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../../kernel/database/index.js";
import { events } from "../../kernel/events/event.tables.js";
import type { EventRow } from "../../kernel/events/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";

export interface AuditSearch {
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  readonly event?: string | null;
}

/** Newest first; the walls under the reader decide which rows exist for it. */
export async function pageOfEntries(
  reader: Reader,
  search: AuditSearch,
  { first, after }: PageRequest,
): Promise<Page<EventRow>> {
  const cursor = decodeCursor(after, 2);
  const rows = await reader
    .select()
    .from(events)
    .where(
      and(
        search.subjectType ? eq(events.subjectType, search.subjectType) : undefined,
        search.subjectId ? eq(events.subjectId, search.subjectId) : undefined,
        search.event ? eq(events.name, search.event) : undefined,
        cursor
          ? sql`(${events.occurredAt}, ${events.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(events.occurredAt), desc(events.id))
    .limit(first + 1);
  return pageOf(rows, first, (row) => [row.occurredAt.toISOString(), row.id]);
}
