import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { among, build, owner, type Reader, scopedStatement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { type DisclosureRow, disclosures } from "./disclosure.tables.js";

const owners = { borrower: eq(disclosures.borrowerId, owner), institution: eq(disclosures.institutionId, owner) };

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

const byId = scopedStatement<{ id: string }, DisclosureRow>("disclosure_by_id", owners, (isOwned) =>
  build
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.id, sql.placeholder("id")), isOwned)),
);

export const find = async (reader: Reader | Tx, scope: Scope, id: string): Promise<DisclosureRow | undefined> =>
  isId(id) ? byId.first(reader, scope, { id }) : undefined;

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

const latest = scopedStatement<{ ids: readonly string[] }, DisclosureRow>("latest_disclosures", owners, (isOwned) =>
  build
    .selectDistinctOn([disclosures.applicationId])
    .from(disclosures)
    .where(and(among(disclosures.applicationId), isOwned))
    .orderBy(disclosures.applicationId, desc(disclosures.openedAt)),
);

/** The newest sheet of each application. */
export const latestOf = (reader: Reader, scope: Scope, applicationIds: readonly string[]): Promise<DisclosureRow[]> =>
  latest.all(reader, scope, { ids: applicationIds });
