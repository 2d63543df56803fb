import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, ownedBy, ref } from "../../kernel/columns/index.js";
import { channels } from "./channel.tables.js";

/** A partner's key. Only its SHA-256 is kept; the token itself is shown once. */
export const partnerKeys = pgTable(
  "partner_keys",
  {
    id: id(),
    channelId: ref("channel_id")
      .notNull()
      .references(() => channels.id),
    /** The first characters, to tell keys apart. */
    prefix: text("prefix").notNull(),
    tokenHash: text("token_hash").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    check("partner_keys_scopes", sql`cardinality(${t.scopes}) > 0`),
    uniqueIndex("partner_keys_token").on(t.tokenHash),
    index("partner_keys_channel").on(t.channelId, t.createdAt),
    ...ownedBy("partner_keys", { channel: t.channelId }),
  ],
);
export type PartnerKeyRow = typeof partnerKeys.$inferSelect;
