import { and, asc, eq, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import { type OfferRow, offers } from "./offer.tables.js";
import type { OfferState } from "./underwriting.states.js";

export async function insert(tx: Tx, row: typeof offers.$inferInsert): Promise<void> {
  await tx.insert(offers).values(row);
}

export async function findOwn(reader: Reader | Tx, borrowerId: string, id: string): Promise<OfferRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await reader
    .select()
    .from(offers)
    .where(and(eq(offers.id, id), eq(offers.borrowerId, borrowerId)));
  return rows[0];
}

export async function inState(
  reader: Reader | Tx,
  applicationId: string,
  state: OfferState,
): Promise<OfferRow | undefined> {
  const rows = await reader
    .select()
    .from(offers)
    .where(and(eq(offers.applicationId, applicationId), eq(offers.state, state)));
  return rows[0];
}

/** Compare-and-set on the state; answers nothing when the offer stands elsewhere. */
export async function move(
  tx: Tx,
  id: string,
  from: OfferState,
  patch: Pick<OfferRow, "state" | "answeredAt" | "signBy"> & Partial<Pick<OfferRow, "declineReason">>,
): Promise<OfferRow | undefined> {
  const rows = await tx
    .update(offers)
    .set({ ...patch, version: sql`${offers.version} + 1` })
    .where(and(eq(offers.id, id), eq(offers.state, from)))
    .returning();
  return rows[0];
}

const offersOf = statement<{ ids: readonly string[] }, OfferRow>(
  "offers_of_applications",
  build.select().from(offers).where(among(offers.applicationId)).orderBy(asc(offers.createdAt), asc(offers.id)),
);

export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<OfferRow[]> =>
  offersOf.all(reader, { ids: applicationIds });

/** Offers nobody answered in time, and accepted ones nobody signed in time. */
export const overdue = (reader: Reader | Tx, at: Date, limit: number): Promise<OfferRow[]> => {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return reader
    .select()
    .from(offers)
    .where(
      sql`(${offers.state} = 'OPEN' and ${offers.expiresAt} <= ${moment}) or (${offers.state} = 'ACCEPTED' and ${offers.signBy} <= ${moment})`,
    )
    .limit(limit);
};
