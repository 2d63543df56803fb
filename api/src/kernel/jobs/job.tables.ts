import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, day } from "../columns/index.js";

/** Which daily job has finished which business day; the next one takes up where the last stopped. */
export const businessDays = pgTable(
  "business_days",
  {
    job: text("job").notNull(),
    day: day("day").notNull(),
    handled: integer("handled").notNull().default(0),
    doneAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.job, t.day] })],
);
