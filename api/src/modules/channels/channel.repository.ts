import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type ChannelRow, channels } from "./channel.tables.js";
import { type PartnerKeyRow, partnerKeys } from "./partner-key.tables.js";

export function all(reader: Reader): Promise<ChannelRow[]> {
  return reader.select().from(channels).orderBy(channels.name);
}

export async function find(reader: Reader | Tx, id: string): Promise<ChannelRow | undefined> {
  return (await reader.select().from(channels).where(eq(channels.id, id)))[0];
}

export async function insert(tx: Tx, row: typeof channels.$inferInsert): Promise<ChannelRow | undefined> {
  return (await tx.insert(channels).values(row).onConflictDoNothing({ target: channels.name }).returning())[0];
}

export function keysOf(reader: Reader | Tx, channelIds: readonly string[]): Promise<PartnerKeyRow[]> {
  return reader
    .select()
    .from(partnerKeys)
    .where(inArray(partnerKeys.channelId, [...channelIds]))
    .orderBy(desc(partnerKeys.createdAt), desc(partnerKeys.id));
}

export async function insertKey(tx: Tx, row: typeof partnerKeys.$inferInsert): Promise<PartnerKeyRow | undefined> {
  return (await tx.insert(partnerKeys).values(row).returning())[0];
}

export async function findKey(reader: Reader | Tx, id: string): Promise<PartnerKeyRow | undefined> {
  return (await reader.select().from(partnerKeys).where(eq(partnerKeys.id, id)))[0];
}

/** Undefined when it was revoked before. */
export async function revokeKey(tx: Tx, id: string): Promise<PartnerKeyRow | undefined> {
  const [row] = await tx
    .update(partnerKeys)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(partnerKeys.id, id), isNull(partnerKeys.revokedAt)))
    .returning();
  return row;
}

const isLive = and(
  isNull(partnerKeys.revokedAt),
  or(isNull(partnerKeys.expiresAt), sql`${partnerKeys.expiresAt} > clock_timestamp()`),
);

const liveKey = statement<{ tokenHash: string }, PartnerKeyRow>(
  "partner_key_by_token",
  build
    .select()
    .from(partnerKeys)
    .where(and(eq(partnerKeys.tokenHash, sql.placeholder("tokenHash")), isLive)),
);

export function findLiveKey(reader: Reader, tokenHash: string): Promise<PartnerKeyRow | undefined> {
  return liveKey.first(reader, { tokenHash });
}

/** Writes at most once a minute per key. */
export async function touchKey(tx: Tx, id: string): Promise<void> {
  const isStale = sql`(${partnerKeys.lastUsedAt} is null or ${partnerKeys.lastUsedAt} < clock_timestamp() - interval '1 minute')`;
  await tx
    .update(partnerKeys)
    .set({ lastUsedAt: sql`clock_timestamp()` })
    .where(and(eq(partnerKeys.id, id), isStale));
}
