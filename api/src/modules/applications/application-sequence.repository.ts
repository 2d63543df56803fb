import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import { SequenceState, SequenceStepState } from "./application-sequence.states.js";
import {
  type ApplicationSequenceRow,
  applicationSequenceSteps,
  applicationSequences,
  type SequenceStepRow,
} from "./application-sequence.tables.js";

type NewStep = typeof applicationSequenceSteps.$inferInsert;

/** Newest first. */
export const ofBorrower = (reader: Reader, borrowerId: string, limit: number): Promise<ApplicationSequenceRow[]> =>
  reader
    .select()
    .from(applicationSequences)
    .where(eq(applicationSequences.borrowerId, borrowerId))
    .orderBy(desc(applicationSequences.startedAt), desc(applicationSequences.id))
    .limit(limit);

export async function find(
  reader: Reader | Tx,
  borrowerId: string,
  id: string,
): Promise<ApplicationSequenceRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await reader
    .select()
    .from(applicationSequences)
    .where(and(eq(applicationSequences.id, id), eq(applicationSequences.borrowerId, borrowerId)));
  return rows[0];
}

/** Held until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<ApplicationSequenceRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.select().from(applicationSequences).where(eq(applicationSequences.id, id)).for("no key update");
  return rows[0];
}

/** Undefined when the borrower walks another sequence already. */
export async function insert(
  tx: Tx,
  row: typeof applicationSequences.$inferInsert,
  steps: readonly NewStep[],
): Promise<ApplicationSequenceRow | undefined> {
  const [inserted] = await tx.insert(applicationSequences).values(row).onConflictDoNothing().returning();
  if (inserted) await tx.insert(applicationSequenceSteps).values([...steps]);
  return inserted;
}

/** Undefined when it has ended, or somebody was faster. */
export async function compareAndSet(
  tx: Tx,
  seen: Pick<ApplicationSequenceRow, "id" | "version">,
  patch: Partial<Pick<ApplicationSequenceRow, "state" | "reason" | "consents" | "endedAt">>,
): Promise<ApplicationSequenceRow | undefined> {
  const rows = await tx
    .update(applicationSequences)
    .set({ ...patch, version: sql`${applicationSequences.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(applicationSequences.id, seen.id),
        eq(applicationSequences.version, seen.version),
        inArray(applicationSequences.state, [SequenceState.RUNNING, SequenceState.PAUSED]),
      ),
    )
    .returning();
  return rows[0];
}

/** In the order of their turns. */
export const stepsOf = (reader: Reader | Tx, sequenceIds: readonly string[]): Promise<SequenceStepRow[]> =>
  reader
    .select()
    .from(applicationSequenceSteps)
    .where(inArray(applicationSequenceSteps.sequenceId, [...sequenceIds]))
    .orderBy(asc(applicationSequenceSteps.position), asc(applicationSequenceSteps.id));

export async function stepOf(tx: Tx, applicationId: string): Promise<SequenceStepRow | undefined> {
  const rows = await tx
    .select()
    .from(applicationSequenceSteps)
    .where(eq(applicationSequenceSteps.applicationId, applicationId));
  return rows[0];
}

export async function setStep(
  tx: Tx,
  id: string,
  patch: Partial<Pick<SequenceStepRow, "state" | "applicationId" | "reason" | "sentAt" | "position">>,
): Promise<void> {
  await tx.update(applicationSequenceSteps).set(patch).where(eq(applicationSequenceSteps.id, id));
}

export async function skipWaiting(tx: Tx, sequenceId: string): Promise<void> {
  await tx
    .update(applicationSequenceSteps)
    .set({ state: SequenceStepState.SKIPPED })
    .where(
      and(
        eq(applicationSequenceSteps.sequenceId, sequenceId),
        eq(applicationSequenceSteps.state, SequenceStepState.WAITING),
      ),
    );
}
