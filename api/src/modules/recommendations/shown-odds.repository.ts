import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type ShownOddsRow, shownOdds } from "./odds-model.tables.js";

export async function insertAll(tx: Tx, rows: readonly (typeof shownOdds.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(shownOdds)
      .values([...rows])
      .onConflictDoNothing();
}

/** Shown to somebody with an account since a day and without an outcome so far, oldest first. */
export const open = (reader: Reader | Tx, since: string, limit: number): Promise<ShownOddsRow[]> =>
  reader
    .select()
    .from(shownOdds)
    .where(and(isNull(shownOdds.outcome), sql`${shownOdds.borrowerId} is not null`, gte(shownOdds.shownOn, since)))
    .orderBy(asc(shownOdds.shownOn), asc(shownOdds.id))
    .limit(limit);

export interface Settlement {
  readonly id: string;
  readonly applicationId: string;
  /** 1 approved, 0 refused. */
  readonly outcome: number;
}

/** Writes what came of them, in one statement; an outcome once written stands. */
export async function settle(tx: Tx, results: readonly Settlement[], settledOn: string): Promise<void> {
  if (results.length === 0) return;
  await tx.execute(sql`
    update shown_odds set application_id = given."applicationId", outcome = given.outcome, settled_on = ${settledOn}::date
    from json_to_recordset(${JSON.stringify(results)}::json) as given (id uuid, "applicationId" uuid, outcome int)
    where shown_odds.id = given.id and shown_odds.outcome is null`);
}

/** What came of the odds a model has shown. */
export const settled = (reader: Reader | Tx, modelId: string): Promise<ShownOddsRow[]> =>
  reader
    .select()
    .from(shownOdds)
    .where(and(eq(shownOdds.modelId, modelId), sql`${shownOdds.outcome} is not null`));

/** What a pre-check was shown now belongs to the account. */
export async function claim(tx: Tx, precheckId: string, borrowerId: string): Promise<void> {
  await tx.update(shownOdds).set({ borrowerId }).where(eq(shownOdds.precheckId, precheckId));
}

/** Odds nobody applied on say nothing after their time. */
export async function forgetBefore(tx: Tx, day: string): Promise<number> {
  const rows = await tx
    .delete(shownOdds)
    .where(and(lt(shownOdds.shownOn, day), isNull(shownOdds.outcome)))
    .returning({ id: shownOdds.id });
  return rows.length;
}
