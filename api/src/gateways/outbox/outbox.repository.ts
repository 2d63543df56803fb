import { desc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type OutboxMessageRow, outboxMessages } from "./outbox.tables.js";

export async function insert(tx: Tx, row: typeof outboxMessages.$inferInsert): Promise<void> {
  await tx.insert(outboxMessages).values(row).onConflictDoNothing();
}

export function latest(reader: Reader, recipient: string | null, limit: number): Promise<OutboxMessageRow[]> {
  return reader
    .select()
    .from(outboxMessages)
    .where(recipient === null ? undefined : eq(outboxMessages.recipient, recipient))
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .limit(limit);
}
