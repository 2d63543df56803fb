import { and, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type PrecheckRow, prechecks } from "./precheck.tables.js";

const byToken = statement<{ tokenHash: string; today: string }, PrecheckRow>(
  "precheck_by_token",
  build
    .select()
    .from(prechecks)
    .where(
      and(eq(prechecks.tokenHash, sql.placeholder("tokenHash")), gte(prechecks.expiresOn, sql.placeholder("today"))),
    ),
);

/** The pre-check of a token while it can be read. */
export const find = (reader: Reader | Tx, tokenHash: string, today: string): Promise<PrecheckRow | undefined> =>
  byToken.first(reader, { tokenHash, today });

export async function insert(tx: Tx, row: typeof prechecks.$inferInsert): Promise<PrecheckRow | undefined> {
  const rows = await tx.insert(prechecks).values(row).returning();
  return rows[0];
}

/** How many came from one place within the last real hour. */
export const countFrom = (tx: Tx, sourceIndex: string): Promise<number> =>
  tx.$count(
    prechecks,
    and(eq(prechecks.sourceIndex, sourceIndex), gte(prechecks.createdAt, sql`clock_timestamp() - interval '1 hour'`)),
  );

/** Undefined when somebody has claimed it already. */
export async function claim(
  tx: Tx,
  id: string,
  by: { readonly borrowerId: string; readonly claimedAt: Date },
): Promise<PrecheckRow | undefined> {
  const rows = await tx
    .update(prechecks)
    .set(by)
    .where(and(eq(prechecks.id, id), isNull(prechecks.borrowerId)))
    .returning();
  return rows[0];
}

export async function forgetBefore(tx: Tx, day: string): Promise<number> {
  return (await tx.delete(prechecks).where(lt(prechecks.expiresOn, day)).returning({ id: prechecks.id })).length;
}
