import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, id, instant, json, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import type { NoticeFacts } from "./notice-template.rules.js";
import { DeliveryChannel, DeliveryState, DropReason, NoticeTemplate, NoticeTopic } from "./notification.states.js";

/** One notice to one borrower. It is theirs and stays theirs, whatever becomes of what it is about. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    kind: choice("kind", NoticeTopic).notNull(),
    template: choice("template", NoticeTemplate).notNull(),
    /** The event that caused it: one cause, one notice of a kind of words. */
    eventId: ref("event_id").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    /** What its words are filled with, as it was then. */
    facts: json<NoticeFacts>("facts").notNull(),
    path: text("path").notNull(),
    /** Business time. */
    occurredAt: instant("occurred_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    oneOf("notifications_kind", t.kind, NoticeTopic),
    oneOf("notifications_template", t.template, NoticeTemplate),
    uniqueIndex("notifications_once").on(t.eventId, t.template, t.borrowerId),
    index("notifications_borrower").on(t.borrowerId, t.occurredAt, t.id),
    index("notifications_unread").on(t.borrowerId).where(sql`read_at is null`),
    index("notifications_subject").on(t.subjectId, t.template),
    ...ownedBy("notifications", { borrower: t.borrowerId }),
  ],
);
export type NotificationRow = typeof notifications.$inferSelect;

/** One message outside the app that carries a notice. */
export const deliveries = pgTable(
  "message_deliveries",
  {
    id: id(),
    notificationId: ref("notification_id")
      .notNull()
      .references(() => notifications.id),
    borrowerId: ref("borrower_id").notNull(),
    channel: choice("channel", DeliveryChannel).notNull(),
    state: choice("state", DeliveryState).notNull(),
    dropReason: choice("drop_reason", DropReason),
    /** Business time before which it is not asked for again. */
    notBefore: instant("not_before").notNull(),
    /** Real time. */
    sentAt: instant("sent_at"),
  },
  (t) => [
    oneOf("message_deliveries_channel", t.channel, DeliveryChannel),
    oneOf("message_deliveries_state", t.state, DeliveryState),
    oneOf("message_deliveries_drop_reason", t.dropReason, DropReason),
    uniqueIndex("message_deliveries_once").on(t.notificationId, t.channel),
    index("message_deliveries_waiting").on(t.notBefore).where(sql`state in ('WAITING', 'RESERVED')`),
    ...ownedBy("message_deliveries", { borrower: t.borrowerId }),
  ],
);
export type DeliveryRow = typeof deliveries.$inferSelect;
