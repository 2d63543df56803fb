import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type ConsentRow, consents, consentTexts } from "./consent.tables.js";

export async function insert(tx: Tx, row: typeof consents.$inferInsert): Promise<ConsentRow | undefined> {
  const [inserted] = await tx.insert(consents).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function keepText(
  tx: Tx,
  text: { hash: string; title: string; paragraphs: readonly string[] },
): Promise<void> {
  await tx.insert(consentTexts).values(text).onConflictDoNothing();
}

export async function find(reader: Reader | Tx, id: string): Promise<ConsentRow | undefined> {
  return (await reader.select().from(consents).where(eq(consents.id, id)))[0];
}

const byIds = statement<{ ids: readonly string[] }, ConsentRow>(
  "consents_by_ids",
  build.select().from(consents).where(among(consents.id)),
);

export const findAll = (reader: Reader, ids: readonly string[]): Promise<ConsentRow[]> => byIds.all(reader, { ids });

const consentsOfBorrower = statement<{ borrowerId: string }, ConsentRow>(
  "consents_of_borrower",
  build
    .select()
    .from(consents)
    .where(eq(consents.borrowerId, sql.placeholder("borrowerId")))
    .orderBy(desc(consents.givenAt), desc(consents.id)),
);

/** Newest first. */
export const ofBorrower = (reader: Reader | Tx, borrowerId: string): Promise<ConsentRow[]> =>
  consentsOfBorrower.all(reader, { borrowerId });

const consentsOfApplications = statement<{ ids: readonly string[] }, ConsentRow>(
  "consents_of_applications",
  build.select().from(consents).where(among(consents.applicationId)).orderBy(consents.givenAt, consents.id),
);

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<ConsentRow[]> =>
  consentsOfApplications.all(reader, { ids: applicationIds });

export async function standing(
  reader: Reader | Tx,
  wanted: { borrowerId: string; institutionId: string; applicationId?: string | undefined },
): Promise<ConsentRow | undefined> {
  const rows = await reader
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.borrowerId, wanted.borrowerId),
        eq(consents.institutionId, wanted.institutionId),
        wanted.applicationId ? eq(consents.applicationId, wanted.applicationId) : undefined,
        isNull(consents.endedAt),
      ),
    )
    .limit(1);
  return rows[0];
}

/** Undefined when it had ended before. */
export async function withdraw(tx: Tx, id: string, reason: string): Promise<ConsentRow | undefined> {
  const [row] = await tx
    .update(consents)
    .set({ withdrawnAt: sql`clock_timestamp()`, endedAt: sql`clock_timestamp()`, endedReason: reason })
    .where(and(eq(consents.id, id), isNull(consents.endedAt)))
    .returning();
  return row;
}

export const endOf = (tx: Tx, applicationId: string, reason: string): Promise<ConsentRow[]> =>
  tx
    .update(consents)
    .set({ endedAt: sql`clock_timestamp()`, endedReason: reason })
    .where(and(eq(consents.applicationId, applicationId), isNull(consents.endedAt)))
    .returning();
