import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { choice, id, instant, json, money, oneOf, ownedBy, rate, ref } from "../../kernel/columns/index.js";
import type { StoredAdvice } from "./advice.rules.js";
import { DecisionActor, DecisionVerdict } from "./underwriting.states.js";

/** A verdict that took effect. Append-only; who asked for it and who agreed stand beside each other. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    applicationId: ref("application_id").notNull(),
    borrowerId: ref("borrower_id").notNull(),
    institutionId: ref("institution_id").notNull(),
    actor: choice("actor", DecisionActor).notNull(),
    verdict: choice("verdict", DecisionVerdict).notNull(),
    /** Codes that may be told to the borrower. */
    reasons: json<readonly string[]>("reasons").notNull(),
    /** What would have lifted the refusal, tested on the model that refused. */
    advice: json<readonly StoredAdvice[]>("advice").notNull().default([]),
    amount: money("amount"),
    annualRate: rate("annual_rate"),
    termCount: integer("term_count"),
    method: text("method"),
    makerId: ref("maker_id"),
    checkerId: ref("checker_id"),
    approvalId: ref("approval_id"),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    oneOf("decisions_actor", t.actor, DecisionActor),
    oneOf("decisions_verdict", t.verdict, DecisionVerdict),
    check("decisions_checker_is_not_maker", sql`${t.checkerId} is null or ${t.checkerId} <> ${t.makerId}`),
    check("decisions_person_has_maker", sql`(${t.actor} = 'PERSON') = (${t.makerId} is not null)`),
    check("decisions_refusal_has_reason", sql`${t.verdict} <> 'REJECT' or jsonb_array_length(${t.reasons}) > 0`),
    check("decisions_terms", sql`(${t.verdict} = 'REJECT') = (${t.amount} is null)`),
    index("decisions_application").on(t.applicationId, t.decidedAt),
    index("decisions_institution").on(t.institutionId, t.decidedAt),
    ...ownedBy("decisions", { borrower: t.borrowerId, institution: t.institutionId }),
  ],
);
export type DecisionRow = typeof decisions.$inferSelect;
