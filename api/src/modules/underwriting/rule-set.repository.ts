import { and, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type RuleSetRow, ruleSetVersions, underwritingPolicies } from "./rule-set.tables.js";
import { RuleSetState } from "./underwriting.states.js";

export async function active(reader: Reader | Tx, institutionId: string): Promise<RuleSetRow | undefined> {
  const rows = await reader
    .select()
    .from(ruleSetVersions)
    .where(and(eq(ruleSetVersions.institutionId, institutionId), eq(ruleSetVersions.state, RuleSetState.ACTIVE)));
  return rows[0];
}

export async function find(reader: Reader | Tx, id: string): Promise<RuleSetRow | undefined> {
  const rows = await reader.select().from(ruleSetVersions).where(eq(ruleSetVersions.id, id));
  return rows[0];
}

/** Answers nothing when the institution has an active version already. */
export async function insert(tx: Tx, row: typeof ruleSetVersions.$inferInsert): Promise<RuleSetRow | undefined> {
  const rows = await tx.insert(ruleSetVersions).values(row).onConflictDoNothing().returning();
  return rows[0];
}

export async function isAutomaticApprovalEnabled(reader: Reader | Tx, institutionId: string): Promise<boolean> {
  const rows = await reader
    .select({ isEnabled: underwritingPolicies.isAutomaticApprovalEnabled })
    .from(underwritingPolicies)
    .where(eq(underwritingPolicies.institutionId, institutionId));
  return rows[0]?.isEnabled ?? false;
}

export async function setAutomaticApproval(tx: Tx, institutionId: string, isEnabled: boolean): Promise<void> {
  await tx
    .insert(underwritingPolicies)
    .values({ institutionId, isAutomaticApprovalEnabled: isEnabled })
    .onConflictDoUpdate({
      target: underwritingPolicies.institutionId,
      set: { isAutomaticApprovalEnabled: isEnabled, updatedAt: sql`clock_timestamp()` },
    });
}
