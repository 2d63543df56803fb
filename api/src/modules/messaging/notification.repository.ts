import { and, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import type { NoticeKind } from "../contact/index.js";
import type { NoticeTemplate } from "./notification.states.js";
import { type DeliveryRow, deliveries, type NotificationRow, notifications } from "./notification.tables.js";

/** Undefined where the same cause was told before. */
export async function insert(tx: Tx, row: typeof notifications.$inferInsert): Promise<NotificationRow | undefined> {
  return (await tx.insert(notifications).values(row).onConflictDoNothing().returning())[0];
}

export async function find(reader: Reader | Tx, id: string): Promise<NotificationRow | undefined> {
  if (!isId(id)) return undefined;
  return (await reader.select().from(notifications).where(eq(notifications.id, id)))[0];
}

const unread = statement<{ who: string }, { count: number }>(
  "notifications_unread_count",
  build
    .select({ count: sql<number>`count(*)::int` })
    .from(notifications)
    .where(and(eq(notifications.borrowerId, sql.placeholder("who")), isNull(notifications.readAt))),
);

export const unreadCount = async (reader: Reader | Tx, borrowerId: string): Promise<number> =>
  (await unread.first(reader, { who: borrowerId }))?.count ?? 0;

export interface NotificationWish {
  readonly isUnread?: boolean | null;
  readonly kinds?: readonly NoticeKind[] | null;
}

/** Newest first. */
export async function page(
  reader: Reader,
  borrowerId: string,
  { isUnread, kinds }: NotificationWish,
  { first, after }: PageRequest,
): Promise<Page<NotificationRow>> {
  const [at, id] = decodeCursor(after, 2) ?? [];
  const rows = await reader
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.borrowerId, borrowerId),
        isUnread ? isNull(notifications.readAt) : undefined,
        kinds && kinds.length > 0 ? inArray(notifications.kind, [...kinds]) : undefined,
        at === undefined
          ? undefined
          : sql`(${notifications.occurredAt}, ${notifications.id}) < (to_timestamp(${at}::double precision / 1000), ${id}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.occurredAt), desc(notifications.id))
    .limit(first + 1);
  return pageOf(rows, first, (row) => [row.occurredAt.getTime(), row.id]);
}

/** Marks a borrower's own as read: the named ones, or all of the kinds. Answers those that changed. */
export function markRead(
  tx: Tx,
  borrowerId: string,
  { ids, kinds }: { ids?: readonly string[] | null; kinds?: readonly NoticeKind[] | null },
): Promise<NotificationRow[]> {
  return tx
    .update(notifications)
    .set({ readAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(notifications.borrowerId, borrowerId),
        isNull(notifications.readAt),
        ids ? inArray(notifications.id, [...ids]) : undefined,
        kinds && kinds.length > 0 ? inArray(notifications.kind, [...kinds]) : undefined,
      ),
    )
    .returning();
}

/** Notices of these words that have no successor of those about the same thing and cause, since a moment. */
export const withoutSuccessor = (
  reader: Reader | Tx,
  templates: readonly NoticeTemplate[],
  successor: NoticeTemplate,
  since: Date,
): Promise<NotificationRow[]> =>
  reader
    .select()
    .from(notifications)
    .where(
      and(
        inArray(notifications.template, [...templates]),
        sql`${notifications.occurredAt} >= ${since.toISOString()}::timestamptz`,
        sql`not exists (select from notifications later where later.event_id = ${notifications.eventId} and later.template = ${successor})`,
      ),
    );

export async function insertDeliveries(tx: Tx, rows: readonly (typeof deliveries.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(deliveries)
      .values([...rows])
      .onConflictDoNothing();
}

export const openDeliveriesOf = (reader: Reader, notificationId: string): Promise<DeliveryRow[]> =>
  reader
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.notificationId, notificationId), inArray(deliveries.state, ["WAITING", "RESERVED"])));

/** What may be asked for by now, the oldest first. */
export const dueDeliveries = (reader: Reader, at: Date, count: number): Promise<DeliveryRow[]> =>
  reader
    .select()
    .from(deliveries)
    .where(and(lte(deliveries.notBefore, at), inArray(deliveries.state, ["WAITING", "RESERVED"])))
    .orderBy(deliveries.notBefore, deliveries.id)
    .limit(count);

/** Holds an open delivery; undefined when it is settled. Waits for whoever holds it. */
export async function hold(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  const rows = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, id), inArray(deliveries.state, ["WAITING", "RESERVED"])))
    .for("update");
  return rows[0];
}

export async function settle(
  tx: Tx,
  id: string,
  patch: Partial<Pick<DeliveryRow, "state" | "dropReason" | "notBefore" | "sentAt">>,
): Promise<void> {
  await tx.update(deliveries).set(patch).where(eq(deliveries.id, id));
}
