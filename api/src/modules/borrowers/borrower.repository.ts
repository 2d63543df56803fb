import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import {
  type BankCardRow,
  type BorrowerRow,
  bankCards,
  borrowers,
  type ProfileVersionRow,
  profileVersions,
} from "./borrower.tables.js";

const byId = statement<{ id: string }, BorrowerRow>(
  "borrower_by_id",
  build
    .select()
    .from(borrowers)
    .where(eq(borrowers.id, sql.placeholder("id"))),
);

/** Unscoped: for a caller who has checked whose row it is. */
export const find = (reader: Reader | Tx, id: string): Promise<BorrowerRow | undefined> => byId.first(reader, { id });

const byIds = statement<{ ids: readonly string[] }, BorrowerRow>(
  "borrowers_by_ids",
  build.select().from(borrowers).where(among(borrowers.id)),
);

export const findAll = (reader: Reader, ids: readonly string[]): Promise<BorrowerRow[]> => byIds.all(reader, { ids });

export async function ensure(tx: Tx, id: string, phoneMasked: string): Promise<void> {
  await tx.insert(borrowers).values({ id, phoneMasked }).onConflictDoNothing();
}

export async function setPhoneMask(tx: Tx, id: string, phoneMasked: string): Promise<void> {
  await tx.update(borrowers).set({ phoneMasked }).where(eq(borrowers.id, id));
}

/** Counts one identity check on `day`, unless `max` were begun; answers how many there are now. */
export async function countTry(tx: Tx, id: string, day: string, max: number): Promise<number | undefined> {
  const next = sql`case when ${borrowers.triesOn} is distinct from ${day}::date then 1 else ${borrowers.tryCount} + 1 end`;
  const [row] = await tx
    .update(borrowers)
    .set({ tryCount: next, triesOn: day })
    .where(and(eq(borrowers.id, id), sql`${next} <= ${max}`))
    .returning({ count: borrowers.tryCount });
  return row?.count;
}

export interface VerifiedIdentity {
  readonly name: string;
  readonly nameMasked: string;
  readonly identityNumber: string;
  readonly identityNumberMasked: string;
  readonly identityNumberBlind: string;
  readonly identityVerifiedAt: Date;
}

/** Undefined when the identity was verified already. */
export async function verify(tx: Tx, id: string, identity: VerifiedIdentity): Promise<BorrowerRow | undefined> {
  const [row] = await tx
    .update(borrowers)
    .set(identity)
    .where(and(eq(borrowers.id, id), sql`${borrowers.identityVerifiedAt} is null`))
    .returning();
  return row;
}

const latestProfile = statement<{ borrowerId: string }, ProfileVersionRow>(
  "latest_profile",
  build
    .select()
    .from(profileVersions)
    .where(eq(profileVersions.borrowerId, sql.placeholder("borrowerId")))
    .orderBy(desc(profileVersions.version))
    .limit(1),
);

export const profile = (reader: Reader | Tx, borrowerId: string): Promise<ProfileVersionRow | undefined> =>
  latestProfile.first(reader, { borrowerId });

/** Undefined when that version exists already: somebody was faster. */
export async function insertProfile(
  tx: Tx,
  row: typeof profileVersions.$inferInsert,
): Promise<ProfileVersionRow | undefined> {
  const [inserted] = await tx.insert(profileVersions).values(row).onConflictDoNothing().returning();
  return inserted;
}

const owned = (scope: Scope) =>
  scope === "all"
    ? undefined
    : typeof scope === "object" && "borrowerId" in scope
      ? eq(bankCards.borrowerId, scope.borrowerId)
      : sql`false`;

export async function card(reader: Reader | Tx, scope: Scope, id: string): Promise<BankCardRow | undefined> {
  const rows = await reader
    .select()
    .from(bankCards)
    .where(and(eq(bankCards.id, id), isNull(bankCards.unboundAt), owned(scope)));
  return rows[0];
}

/** Holds a bound card to the end of the transaction: it is used or unbound, not both. */
export async function lockCard(tx: Tx, borrowerId: string, id: string): Promise<BankCardRow | undefined> {
  const isIt = and(eq(bankCards.id, id), eq(bankCards.borrowerId, borrowerId), isNull(bankCards.unboundAt));
  return (await tx.select().from(bankCards).where(isIt).for("update"))[0];
}

export const unbindCard = (tx: Tx, id: string) =>
  tx.update(bankCards).set({ unboundAt: sql`clock_timestamp()` }).where(eq(bankCards.id, id));

/** Of any card ever bound, for orders the bank already has. */
export async function anyCard(reader: Reader | Tx, id: string): Promise<BankCardRow | undefined> {
  return (await reader.select().from(bankCards).where(eq(bankCards.id, id)))[0];
}

const cardsByIds = statement<{ ids: readonly string[] }, BankCardRow>(
  "bank_cards_by_ids",
  build.select().from(bankCards).where(among(bankCards.id)),
);

/** Unscoped, behind the walls: masked columns of cards whose loan or application the reader has been shown. */
export const cardsById = (reader: Reader, ids: readonly string[]): Promise<BankCardRow[]> =>
  cardsByIds.all(reader, { ids });

const cardsOfBorrower = statement<{ borrowerId: string }, BankCardRow>(
  "bank_cards_of_borrower",
  build
    .select()
    .from(bankCards)
    .where(and(eq(bankCards.borrowerId, sql.placeholder("borrowerId")), isNull(bankCards.unboundAt)))
    .orderBy(asc(bankCards.boundAt)),
);

export const cardsOf = (reader: Reader | Tx, borrowerId: string): Promise<BankCardRow[]> =>
  cardsOfBorrower.all(reader, { borrowerId });

/** Undefined when the number is bound already, to anybody. */
export async function insertCard(tx: Tx, row: typeof bankCards.$inferInsert): Promise<BankCardRow | undefined> {
  const [inserted] = await tx.insert(bankCards).values(row).onConflictDoNothing().returning();
  return inserted;
}
