import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type AssessmentRow, assessments } from "./assessment.tables.js";

export async function insert(tx: Tx, row: typeof assessments.$inferInsert): Promise<AssessmentRow | undefined> {
  const rows = await tx.insert(assessments).values(row).onConflictDoNothing().returning();
  return rows[0];
}

const assessmentsOf = statement<{ ids: readonly string[] }, AssessmentRow>(
  "assessments_of_applications",
  build.select().from(assessments).where(among(assessments.applicationId)),
);

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<AssessmentRow[]> =>
  assessmentsOf.all(reader, { ids: applicationIds });
