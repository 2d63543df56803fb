import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ownedBy, ref } from "../../kernel/columns/index.js";
import { accounts } from "./account.tables.js";

const began = (name: string) => instant(name).notNull().default(sql`clock_timestamp()`);

/** A sign-in on one device in one app. Only the token's SHA-256 is kept. All times are the database's. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    accountId: ref("account_id")
      .notNull()
      .references(() => accounts.id),
    institutionId: ref("institution_id"),
    app: text("app").notNull(),
    tokenHash: text("token_hash").notNull(),
    startedAt: began("started_at"),
    lastSeenAt: began("last_seen_at"),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
    device: text("device").notNull(),
    ipMasked: text("ip_masked").notNull(),
  },
  (t) => [
    uniqueIndex("sessions_token").on(t.tokenHash),
    index("sessions_account").on(t.accountId, t.startedAt),
    index("sessions_seen").on(t.lastSeenAt).where(sql`ended_at is null`),
    ...ownedBy("sessions", { borrower: t.accountId, institution: t.institutionId }),
  ],
);
export type SessionRow = typeof sessions.$inferSelect;
