import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { choice, day, oneOf, ownedBy, ref, updatedAt } from "../../kernel/columns/index.js";
import { ExpectedStep } from "./expected-time.states.js";

/** How long each institution usually takes, recounted every business day from events. Everybody may read it. */
export const expectedTimes = pgTable(
  "expected_times",
  {
    institutionId: ref("institution_id").notNull(),
    step: choice("step", ExpectedStep).notNull(),
    /** The business day up to which cases were counted. */
    countedTo: day("counted_to").notNull(),
    caseCount: integer("case_count").notNull(),
    /** Working minutes, time spent waiting for the borrower left out; null while there are too few cases to say. */
    medianMinutes: integer("median_minutes"),
    ninetiethMinutes: integer("ninetieth_minutes"),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.institutionId, t.step] }),
    oneOf("expected_times_step", t.step, ExpectedStep),
    check(
      "expected_times_figures",
      sql`(${t.medianMinutes} is null) = (${t.ninetiethMinutes} is null) and ${t.medianMinutes} between 0 and ${t.ninetiethMinutes}`,
    ),
    ...ownedBy("expected_times", { institution: t.institutionId, visibleWhen: sql`true` }),
  ],
);
export type ExpectedTimeRow = typeof expectedTimes.$inferSelect;
