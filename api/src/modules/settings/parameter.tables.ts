import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, ref } from "../../kernel/columns/index.js";

/** The names that have values; what a name means stands in the code that ships with it. */
export const parameters = pgTable(
  "parameters",
  { id: id(), name: text("name").notNull(), createdAt: createdAt() },
  (t) => [uniqueIndex("parameters_name").on(t.name)],
);

/** Each value a parameter has had or will have, by business time. Append-only: a change is a new row. */
export const parameterVersions = pgTable(
  "parameter_versions",
  {
    id: id(),
    parameterId: ref("parameter_id")
      .notNull()
      .references(() => parameters.id),
    value: text("value").notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    source: text("source"),
    changedBy: text("changed_by").notNull(),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("parameter_versions_moment").on(t.parameterId, t.effectiveFrom),
    check("parameter_versions_reason", sql`length(${t.reason}) > 0`),
  ],
);
export type ParameterVersionRow = typeof parameterVersions.$inferSelect;
