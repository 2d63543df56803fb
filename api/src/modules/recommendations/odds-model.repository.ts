import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import { OddsModelState, OddsSource } from "./odds-model.states.js";
import { type OddsModelRow, type OddsRecordRow, oddsModels, oddsRecords } from "./odds-model.tables.js";

export async function active(reader: Reader | Tx): Promise<OddsModelRow | undefined> {
  const rows = await reader.select().from(oddsModels).where(eq(oddsModels.state, OddsModelState.ACTIVE));
  return rows[0];
}

export async function find(reader: Reader | Tx, id: string): Promise<OddsModelRow | undefined> {
  const rows = await reader.select().from(oddsModels).where(eq(oddsModels.id, id));
  return rows[0];
}

export async function newest(reader: Reader | Tx): Promise<OddsModelRow | undefined> {
  const rows = await reader.select().from(oddsModels).orderBy(desc(oddsModels.version)).limit(1);
  return rows[0];
}

export async function page(reader: Reader, { first, after }: PageRequest): Promise<Page<OddsModelRow>> {
  const cursor = decodeCursor(after, 1);
  const rows = await reader
    .select()
    .from(oddsModels)
    .where(cursor ? lt(oddsModels.version, Number(cursor[0])) : undefined)
    .orderBy(desc(oddsModels.version))
    .limit(first + 1);
  return pageOf(rows, first, ({ version }) => [version]);
}

/** Only one run is written at a time: versions have no gaps, and one model is active. */
export const lock = (tx: Tx): Promise<unknown> => tx.execute(sql`select pg_advisory_xact_lock(7140031)`);

export async function insert(tx: Tx, row: typeof oddsModels.$inferInsert): Promise<OddsModelRow | undefined> {
  const rows = await tx.insert(oddsModels).values(row).returning();
  return rows[0];
}

export async function retire(tx: Tx): Promise<void> {
  await tx.update(oddsModels).set({ state: OddsModelState.RETIRED }).where(eq(oddsModels.state, OddsModelState.ACTIVE));
}

export async function insertRecords(tx: Tx, rows: readonly (typeof oddsRecords.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(oddsRecords).values([...rows]);
}

export async function deleteShown(tx: Tx, modelId: string): Promise<void> {
  await tx.delete(oddsRecords).where(and(eq(oddsRecords.modelId, modelId), eq(oddsRecords.source, OddsSource.SHOWN)));
}

export const recordsOf = (reader: Reader | Tx, modelIds: readonly string[]): Promise<OddsRecordRow[]> =>
  reader
    .select()
    .from(oddsRecords)
    .where(inArray(oddsRecords.modelId, [...modelIds]))
    .orderBy(desc(oddsRecords.count), asc(oddsRecords.id));
