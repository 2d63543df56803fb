import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, json } from "../columns/index.js";

/** Intents that have had their effect: written in the same transaction as it. Kept 30 days. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    owner: text("owner").notNull(),
    key: text("key").notNull(),
    operation: text("operation").notNull(),
    requestHash: text("request_hash").notNull(),
    answer: json<unknown>("answer"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.owner, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
);
