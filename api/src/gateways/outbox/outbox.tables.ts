import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id } from "../../kernel/columns/index.js";

/** What the sandbox pretended to send; empty in production, where real providers send. */
export const outboxMessages = pgTable(
  "outbox_messages",
  {
    id: id(),
    channel: text("channel").$type<"SMS" | "EMAIL">().notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject"),
    body: text("body").notNull(),
    /** The one-time code in the body, so that the page can show it large. */
    code: text("code"),
    /** The caller's idempotency key. */
    key: text("key").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check("outbox_messages_channel", sql`${t.channel} in ('SMS', 'EMAIL')`),
    uniqueIndex("outbox_messages_key").on(t.channel, t.key),
    index("outbox_messages_latest").on(t.createdAt, t.id),
    index("outbox_messages_recipient").on(t.recipient, t.createdAt),
  ],
);
export type OutboxMessageRow = typeof outboxMessages.$inferSelect;
