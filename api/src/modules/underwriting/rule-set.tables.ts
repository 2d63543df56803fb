import type { DecisionModel } from "@daichao/scoring";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { choice, createdAt, id, instant, json, oneOf, ownedBy, ref, updatedAt } from "../../kernel/columns/index.js";
import { RuleSetState } from "./underwriting.states.js";

/** One version of an institution's model. Its content never changes; only its state moves. */
export const ruleSetVersions = pgTable(
  "rule_set_versions",
  {
    id: id(),
    institutionId: ref("institution_id").notNull(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    state: choice("state", RuleSetState).notNull().default("DRAFT"),
    model: json<DecisionModel>("model").notNull(),
    /** SHA-256 of the model's canonical JSON. */
    hash: text("hash").notNull(),
    activatedAt: instant("activated_at"),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("rule_set_versions_state", t.state, RuleSetState),
    check("rule_set_versions_hash", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    uniqueIndex("rule_set_versions_number").on(t.institutionId, t.number),
    uniqueIndex("rule_set_versions_one_active").on(t.institutionId).where(sql`state = 'ACTIVE'`),
    index("rule_set_versions_institution").on(t.institutionId, t.createdAt),
    ...ownedBy("rule_set_versions", { institution: t.institutionId }),
  ],
);
export type RuleSetRow = typeof ruleSetVersions.$inferSelect;

/** What an institution lets its model do alone. */
export const underwritingPolicies = pgTable(
  "underwriting_policies",
  {
    institutionId: uuid("institution_id").primaryKey(),
    isAutomaticApprovalEnabled: boolean("is_automatic_approval_enabled").notNull().default(false),
    updatedAt: updatedAt(),
  },
  (t) => [...ownedBy("underwriting_policies", { institution: t.institutionId })],
);
