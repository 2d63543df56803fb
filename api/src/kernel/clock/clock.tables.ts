import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { day, instant } from "../columns/index.js";

/** One row: how far business time runs ahead of real time, or behind where day 0 was set in the past. Only moves forward. */
export const businessClock = pgTable(
  "business_clock",
  {
    id: integer("id").primaryKey().default(1),
    offsetMs: bigint("offset_ms", { mode: "number" }).notNull().default(0),
    dayZero: day("day_zero").notNull(),
    changedAt: instant("changed_at").notNull().default(sql`clock_timestamp()`),
    changedBy: text("changed_by"),
  },
  (t) => [check("business_clock_single", sql`${t.id} = 1`)],
);
