import type { EncodedFacts, TraceEntry } from "@daichao/scoring";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, id, instant, json, money, oneOf, ownedBy, rate, ref } from "../../kernel/columns/index.js";
import { ruleSetVersions } from "./rule-set.tables.js";
import { AssessmentOutcome } from "./underwriting.states.js";

/** What a model said of one application, with everything needed to say it again. Append-only. */
export const assessments = pgTable(
  "assessments",
  {
    id: id(),
    applicationId: ref("application_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    ruleSetVersionId: ref("rule_set_version_id")
      .notNull()
      .references(() => ruleSetVersions.id),
    ruleSetName: text("rule_set_name").notNull(),
    ruleSetVersion: integer("rule_set_version").notNull(),
    ruleSetHash: text("rule_set_hash").notNull(),
    creditReportId: ref("credit_report_id"),
    inputs: json<EncodedFacts>("inputs").notNull(),
    trace: json<readonly TraceEntry[]>("trace").notNull(),
    /** SHA-256 of the whole decision's canonical JSON: a replay must give the same. */
    decisionHash: text("decision_hash").notNull(),
    outcome: choice("outcome", AssessmentOutcome).notNull(),
    score: integer("score"),
    scoreBand: text("score_band"),
    suggestedAmount: money("suggested_amount"),
    suggestedRate: rate("suggested_rate"),
    suggestedTermCount: integer("suggested_term_count"),
    reasons: json<readonly string[]>("reasons").notNull(),
    durationMicros: integer("duration_micros").notNull(),
    assessedAt: instant("assessed_at").notNull(),
  },
  (t) => [
    oneOf("assessments_outcome", t.outcome, AssessmentOutcome),
    check("assessments_hash", sql`${t.decisionHash} ~ '^[0-9a-f]{64}$'`),
    uniqueIndex("assessments_application").on(t.applicationId),
    index("assessments_institution").on(t.institutionId, t.assessedAt),
    ...ownedBy("assessments", { institution: t.institutionId }),
  ],
);
export type AssessmentRow = typeof assessments.$inferSelect;
