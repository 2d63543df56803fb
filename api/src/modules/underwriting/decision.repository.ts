import { asc, desc } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type DecisionRow, decisions } from "./decision.tables.js";

export async function insert(tx: Tx, row: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(row);
}

const decisionsOf = statement<{ ids: readonly string[] }, DecisionRow>(
  "decisions_of_applications",
  build
    .select()
    .from(decisions)
    .where(among(decisions.applicationId))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id)),
);

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<DecisionRow[]> =>
  decisionsOf.all(reader, { ids: applicationIds });

export type VerdictRow = Pick<DecisionRow, "applicationId" | "verdict" | "decidedAt">;

/** The newest verdicts of all institutions, newest first. */
export const newest = (reader: Reader | Tx, limit: number): Promise<VerdictRow[]> =>
  reader
    .select({
      applicationId: decisions.applicationId,
      verdict: decisions.verdict,
      decidedAt: decisions.decidedAt,
    })
    .from(decisions)
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(limit);
