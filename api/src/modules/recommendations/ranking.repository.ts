import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { productPairs, type RankingRow, rankings } from "./ranking.tables.js";

/** An order that stands already is left as it is: its name says that it is the same. */
export async function insertAll(tx: Tx, rows: readonly (typeof rankings.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(rankings)
      .values([...rows])
      .onConflictDoNothing();
}

/** Everybody's orders, and one's own. */
function inScope(scope: Scope) {
  if (scope === "all") return undefined;
  const everybodys = isNull(rankings.borrowerId);
  return typeof scope === "object" && "borrowerId" in scope
    ? or(everybodys, eq(rankings.borrowerId, scope.borrowerId))
    : everybodys;
}

export async function find(reader: Reader, scope: Scope, id: string): Promise<RankingRow | undefined> {
  const rows = await reader
    .select()
    .from(rankings)
    .where(and(eq(rankings.id, id), inScope(scope)));
  return rows[0];
}

export async function forgetBefore(tx: Tx, day: string): Promise<number> {
  return (await tx.delete(rankings).where(lt(rankings.madeOn, day)).returning({ id: rankings.id })).length;
}

export type PairRow = Pick<typeof productPairs.$inferSelect, "productId" | "otherId" | "similarity">;

const everyPair = statement<Record<string, never>, PairRow>(
  "product_pairs_all",
  build
    .select({
      productId: productPairs.productId,
      otherId: productPairs.otherId,
      similarity: productPairs.similarity,
    })
    .from(productPairs),
);

export const pairs = (reader: Reader): Promise<PairRow[]> => everyPair.all(reader, {});

const ROWS_AT_ONCE = 2_000;

/** The whole table anew, in the caller's transaction: readers see the old one until it commits. */
export async function replacePairs(tx: Tx, rows: readonly (typeof productPairs.$inferInsert)[]): Promise<void> {
  await tx.execute(sql`delete from product_pairs`);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(productPairs).values(rows.slice(at, at + ROWS_AT_ONCE));
}
