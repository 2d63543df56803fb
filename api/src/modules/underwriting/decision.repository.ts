import { asc } from "drizzle-orm";
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
