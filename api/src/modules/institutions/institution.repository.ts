import { and, asc, eq, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { InstitutionState, type LicenceKind } from "./institution.states.js";
import { type InstitutionRow, institutions } from "./institution.tables.js";

/** The platform sees all, members also their own, everybody the active ones. */
function listedFor(scope: Scope) {
  if (scope === "all") return undefined;
  const isActive = eq(institutions.state, InstitutionState.ACTIVE);
  const own = typeof scope === "object" && "institutionId" in scope ? scope.institutionId : null;
  return own ? sql`(${isActive} or ${eq(institutions.id, own)})` : isActive;
}

export async function find(reader: Reader | Tx, scope: Scope, id: string): Promise<InstitutionRow | undefined> {
  return (
    await reader
      .select()
      .from(institutions)
      .where(and(eq(institutions.id, id), listedFor(scope)))
  )[0];
}

const byIdsStatement = statement<{ ids: string[] }, InstitutionRow>(
  "institutions_by_ids",
  build
    .select()
    .from(institutions)
    .where(sql`${institutions.id} = any(${sql.placeholder("ids")}::uuid[])`),
);

export const byIds = (reader: Reader | Tx, ids: readonly string[]): Promise<InstitutionRow[]> =>
  byIdsStatement.all(reader, { ids: [...ids] });

export async function page(
  reader: Reader,
  scope: Scope,
  licenceKind: LicenceKind | null,
  { first, after }: PageRequest,
): Promise<Page<InstitutionRow>> {
  const cursor = decodeCursor(after, 2);
  const beyond = cursor
    ? sql`(${institutions.createdAt}, ${institutions.id}) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : undefined;
  const matching = and(listedFor(scope), licenceKind ? eq(institutions.licenceKind, licenceKind) : undefined);
  const [rows, count] = await Promise.all([
    reader
      .select()
      .from(institutions)
      .where(and(matching, beyond))
      .orderBy(asc(institutions.createdAt), asc(institutions.id))
      .limit(first + 1),
    reader.$count(institutions, matching),
  ]);
  return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id], count);
}

/** Answers undefined when the credit code is taken. */
export async function insert(tx: Tx, row: typeof institutions.$inferInsert): Promise<InstitutionRow | undefined> {
  const [institution] = await tx
    .insert(institutions)
    .values(row)
    .onConflictDoNothing({ target: institutions.uscc })
    .returning();
  return institution;
}

export async function move(
  tx: Tx,
  { id, version }: Pick<InstitutionRow, "id" | "version">,
  from: InstitutionState,
  to: InstitutionState,
): Promise<InstitutionRow | undefined> {
  const [row] = await tx
    .update(institutions)
    .set({ state: to, version: sql`${institutions.version} + 1` })
    .where(and(eq(institutions.id, id), eq(institutions.state, from), eq(institutions.version, version)))
    .returning();
  return row;
}
