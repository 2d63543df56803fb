import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../../kernel/columns/index.js";

/** How often something was tried lately, per phone, login or address (as blind indexes): the same in every process. */
export const attemptCounters = pgTable(
  "attempt_counters",
  {
    key: text("key").primaryKey(),
    windowFrom: instant("window_from").notNull().default(sql`clock_timestamp()`),
    count: integer("count").notNull(),
  },
  (t) => [index("attempt_counters_age").on(t.windowFrom)],
);
