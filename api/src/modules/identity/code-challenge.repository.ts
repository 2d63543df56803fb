import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { type CodeChallengeRow, codeChallenges } from "./code-challenge.tables.js";

export const MAX_TRIES = 5;

const isUsable = and(isNull(codeChallenges.spentAt), sql`${codeChallenges.expiresAt} > clock_timestamp()`);

export async function insert(
  tx: Tx,
  row: Omit<typeof codeChallenges.$inferInsert, "expiresAt">,
  validSeconds: number,
): Promise<CodeChallengeRow | undefined> {
  const expiresAt = sql`clock_timestamp() + make_interval(secs => ${validSeconds})`;
  const [challenge] = await tx
    .insert(codeChallenges)
    .values({ ...row, expiresAt })
    .returning();
  return challenge;
}

export async function find(reader: Reader | Tx, id: string): Promise<CodeChallengeRow | undefined> {
  return (await reader.select().from(codeChallenges).where(eq(codeChallenges.id, id)))[0];
}

/** Uses one of the five tries; undefined when none is left, or the challenge is spent, late or unknown. */
export async function useTry(tx: Tx, id: string): Promise<CodeChallengeRow | undefined> {
  const [row] = await tx
    .update(codeChallenges)
    .set({ attempts: sql`${codeChallenges.attempts} + 1` })
    .where(and(eq(codeChallenges.id, id), isUsable, lt(codeChallenges.attempts, MAX_TRIES)))
    .returning();
  return row;
}

/** True for exactly one caller. */
export async function spend(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .update(codeChallenges)
    .set({ spentAt: sql`clock_timestamp()` })
    .where(and(eq(codeChallenges.id, id), isUsable))
    .returning({ id: codeChallenges.id });
  return rows.length === 1;
}

export async function deleteOld(tx: Tx): Promise<void> {
  await tx.delete(codeChallenges).where(lt(codeChallenges.createdAt, sql`clock_timestamp() - interval '7 days'`));
}
