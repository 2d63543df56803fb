import { inArray } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type AssessmentRow, assessments } from "./assessment.tables.js";

export async function insert(tx: Tx, row: typeof assessments.$inferInsert): Promise<AssessmentRow | undefined> {
  const rows = await tx.insert(assessments).values(row).onConflictDoNothing().returning();
  return rows[0];
}

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<AssessmentRow[]> =>
  reader
    .select()
    .from(assessments)
    .where(inArray(assessments.applicationId, [...applicationIds]));
