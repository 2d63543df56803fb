import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { type DisclosureRow, disclosures } from "./disclosure.tables.js";

function within(scope: Scope): SQL | undefined {
  if (scope === "all") return undefined;
  if (scope === "none" || "channelId" in scope) return sql`false`;
  return "borrowerId" in scope
    ? eq(disclosures.borrowerId, scope.borrowerId)
    : eq(disclosures.institutionId, scope.institutionId);
}

/** The same sheet opened again is the same row: its reading time does not begin anew. */
export async function open(
  tx: Tx,
  row: typeof disclosures.$inferInsert,
): Promise<{ row: DisclosureRow; isNew: boolean }> {
  const [created] = await tx.insert(disclosures).values(row).onConflictDoNothing().returning();
  if (created) return { row: created, isNew: true };
  const [existing] = await tx
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.applicationId, row.applicationId), eq(disclosures.sheetHash, row.sheetHash)));
  if (!existing) throw new Error("the disclosure was not written");
  return { row: existing, isNew: false };
}

export async function find(reader: Reader | Tx, scope: Scope, id: string): Promise<DisclosureRow | undefined> {
  if (!isId(id)) return undefined;
  return (
    await reader
      .select()
      .from(disclosures)
      .where(and(eq(disclosures.id, id), within(scope)))
  )[0];
}

/** Confirms once the reading time is over, by the database's clock; undefined when it is not or was done before. */
export async function confirm(tx: Tx, id: string): Promise<DisclosureRow | undefined> {
  const rows = await tx
    .update(disclosures)
    .set({ confirmedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(disclosures.id, id),
        isNull(disclosures.confirmedAt),
        sql`clock_timestamp() >= ${disclosures.openedAt} + make_interval(secs => ${disclosures.readingSeconds})`,
      ),
    )
    .returning();
  return rows[0];
}

/** Whole seconds until a sheet may be confirmed, by the database's clock. */
export async function secondsLeft(tx: Tx, id: string): Promise<number> {
  const [row] = await tx
    .select({
      left: sql<string>`ceil(extract(epoch from ${disclosures.openedAt} + make_interval(secs => ${disclosures.readingSeconds}) - clock_timestamp()))::text`,
    })
    .from(disclosures)
    .where(eq(disclosures.id, id));
  return Math.max(1, Number(row?.left ?? 1));
}

/** The newest sheet of each application. */
export async function latestOf(
  reader: Reader,
  scope: Scope,
  applicationIds: readonly string[],
): Promise<DisclosureRow[]> {
  return reader
    .selectDistinctOn([disclosures.applicationId])
    .from(disclosures)
    .where(and(inArray(disclosures.applicationId, [...applicationIds]), within(scope)))
    .orderBy(disclosures.applicationId, desc(disclosures.openedAt));
}
