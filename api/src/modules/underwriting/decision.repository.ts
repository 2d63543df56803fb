import { asc, inArray } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type DecisionRow, decisions } from "./decision.tables.js";

export async function insert(tx: Tx, row: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(row);
}

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<DecisionRow[]> =>
  reader
    .select()
    .from(decisions)
    .where(inArray(decisions.applicationId, [...applicationIds]))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id));
