import { eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { personKeys } from "./person-key.tables.js";

export async function find(reader: Reader | Tx, personId: string): Promise<string | undefined> {
  const [row] = await reader.select().from(personKeys).where(eq(personKeys.personId, personId));
  return row?.wrapped;
}

export function findAll(reader: Reader | Tx, personIds: readonly string[]) {
  return reader
    .select()
    .from(personKeys)
    .where(inArray(personKeys.personId, [...personIds]));
}

/** Keeps the key that is there if another transaction was faster. */
export async function ensure(tx: Tx, personId: string, wrapped: string): Promise<string> {
  await tx.insert(personKeys).values({ personId, wrapped }).onConflictDoNothing();
  return (await find(tx, personId)) ?? wrapped;
}
