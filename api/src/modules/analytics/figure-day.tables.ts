import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { day, money, ownedBy, ref, updatedAt } from "../../kernel/columns/index.js";

/** What an institution's business day added up to, kept from events; any row can be recounted from them. */
export const figureDays = pgTable(
  "figure_days",
  {
    day: day("day").notNull(),
    institutionId: ref("institution_id").notNull(),
    applicationCount: integer("application_count").notNull().default(0),
    approvedCount: integer("approved_count").notNull().default(0),
    rejectedCount: integer("rejected_count").notNull().default(0),
    disbursedCount: integer("disbursed_count").notNull().default(0),
    disbursedAmount: money("disbursed_amount").notNull().default(sql`0`),
    repaidAmount: money("repaid_amount").notNull().default(sql`0`),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.day] }),
    index("figure_days_by_day").on(t.day),
    check(
      "figure_days_counts",
      sql`${t.applicationCount} >= 0 and ${t.approvedCount} >= 0 and ${t.rejectedCount} >= 0 and ${t.disbursedCount} >= 0`,
    ),
    ...ownedBy("figure_days", { institution: t.institutionId }),
  ],
);
export type FigureDayRow = typeof figureDays.$inferSelect;
