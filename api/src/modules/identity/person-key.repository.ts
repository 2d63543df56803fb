import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { personKeys } from "./person-key.tables.js";

const byPersons = statement<{ ids: readonly string[] }, typeof personKeys.$inferSelect>(
  "person_keys",
  build.select().from(personKeys).where(among(personKeys.personId)),
);

export async function find(reader: Reader | Tx, personId: string): Promise<string | undefined> {
  return (await byPersons.first(reader, { ids: [personId] }))?.wrapped;
}

export function findAll(reader: Reader | Tx, personIds: readonly string[]) {
  return byPersons.all(reader, { ids: personIds });
}

/** Keeps the key that is there if another transaction was faster. */
export async function ensure(tx: Tx, personId: string, wrapped: string): Promise<string> {
  await tx.insert(personKeys).values({ personId, wrapped }).onConflictDoNothing();
  return (await find(tx, personId)) ?? wrapped;
}
