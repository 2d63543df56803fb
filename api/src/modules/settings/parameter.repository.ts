import { asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type ParameterVersionRow, parameters, parameterVersions } from "./parameter.tables.js";

export interface NamedVersion extends ParameterVersionRow {
  readonly name: string;
}

/** Every version of every parameter, in the order of beginning: some hundred rows at most. */
export async function allVersions(reader: Reader | Tx): Promise<NamedVersion[]> {
  const rows = await reader
    .select({ version: parameterVersions, name: parameters.name })
    .from(parameterVersions)
    .innerJoin(parameters, eq(parameters.id, parameterVersions.parameterId))
    .orderBy(asc(parameterVersions.effectiveFrom), asc(parameterVersions.id));
  return rows.map(({ version, name }) => ({ ...version, name }));
}

export async function ensure(tx: Tx, names: readonly string[]): Promise<{ id: string; name: string }[]> {
  await tx
    .insert(parameters)
    .values(names.map((name) => ({ name })))
    .onConflictDoNothing();
  return tx.select({ id: parameters.id, name: parameters.name }).from(parameters);
}

/** Answers undefined when another change takes effect at the same moment. */
export async function insertVersion(
  tx: Tx,
  version: typeof parameterVersions.$inferInsert,
): Promise<ParameterVersionRow | undefined> {
  const [row] = await tx.insert(parameterVersions).values(version).onConflictDoNothing().returning();
  return row;
}
