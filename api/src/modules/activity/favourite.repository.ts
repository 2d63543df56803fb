import { and, desc, eq, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { type FavouriteRow, favourites } from "./favourite.tables.js";

const ofBorrower = statement<{ who: string }, FavouriteRow>(
  "favourites_of_borrower",
  build
    .select()
    .from(favourites)
    .where(eq(favourites.borrowerId, sql.placeholder("who")))
    .orderBy(desc(favourites.addedAt), favourites.productId),
);

/** The last added first. */
export const of = (reader: Reader | Tx, borrowerId: string): Promise<FavouriteRow[]> =>
  ofBorrower.all(reader, { who: borrowerId });

/** Nothing happens where it stands already. */
export async function insert(tx: Tx, row: FavouriteRow): Promise<void> {
  await tx.insert(favourites).values(row).onConflictDoNothing();
}

export async function remove(tx: Tx, borrowerId: string, productId: string): Promise<void> {
  await tx.delete(favourites).where(and(eq(favourites.borrowerId, borrowerId), eq(favourites.productId, productId)));
}

export const keepersOf = (reader: Reader | Tx, productId: string): Promise<{ borrowerId: string }[]> =>
  reader.select({ borrowerId: favourites.borrowerId }).from(favourites).where(eq(favourites.productId, productId));
