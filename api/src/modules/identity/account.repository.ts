import { and, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../../kernel/page/index.js";
import type { AccountKind, AccountState } from "./account.states.js";
import { type AccountRow, accounts } from "./account.tables.js";
import { passwordHistory } from "./password-history.tables.js";

export async function byLogin(reader: Reader | Tx, loginIndex: string): Promise<AccountRow | undefined> {
  return (await reader.select().from(accounts).where(eq(accounts.loginIndex, loginIndex)))[0];
}

const byIdsStatement = statement<{ ids: readonly string[] }, AccountRow>(
  "accounts_by_ids",
  build.select().from(accounts).where(among(accounts.id)),
);

export function byId(reader: Reader | Tx, id: string): Promise<AccountRow | undefined> {
  return byIdsStatement.first(reader, { ids: [id] });
}

export function byIds(reader: Reader | Tx, ids: readonly string[]): Promise<AccountRow[]> {
  return byIdsStatement.all(reader, { ids });
}

export function ofInstitution(reader: Reader | Tx, institutionId: string): Promise<AccountRow[]> {
  return reader
    .select()
    .from(accounts)
    .where(eq(accounts.institutionId, institutionId))
    .orderBy(accounts.createdAt, accounts.id);
}

export function demo(reader: Reader | Tx): Promise<AccountRow[]> {
  return reader.select().from(accounts).where(isNotNull(accounts.demoKey)).orderBy(accounts.createdAt, accounts.id);
}

export async function byDemoKey(reader: Reader | Tx, key: string): Promise<AccountRow | undefined> {
  return (await reader.select().from(accounts).where(eq(accounts.demoKey, key)))[0];
}

/** Answers undefined when the login is taken. */
export async function insert(tx: Tx, row: typeof accounts.$inferInsert): Promise<AccountRow | undefined> {
  const [account] = await tx
    .insert(accounts)
    .values(row)
    .onConflictDoNothing({ target: accounts.loginIndex })
    .returning();
  return account;
}

export async function setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx
    .update(accounts)
    .set({ passwordHash, version: sql`${accounts.version} + 1` })
    .where(eq(accounts.id, id));
}

export async function rememberPassword(tx: Tx, accountId: string, hash: string): Promise<void> {
  await tx.insert(passwordHistory).values({ accountId, hash });
}

export async function lastPasswords(reader: Reader | Tx, accountId: string, count: number): Promise<string[]> {
  const rows = await reader
    .select({ hash: passwordHistory.hash })
    .from(passwordHistory)
    .where(eq(passwordHistory.accountId, accountId))
    .orderBy(desc(passwordHistory.createdAt), desc(passwordHistory.id))
    .limit(count);
  return rows.map((row) => row.hash);
}

export async function setLogin(
  tx: Tx,
  id: string,
  login: Pick<AccountRow, "loginIndex" | "loginSealed" | "displayName">,
) {
  await tx
    .update(accounts)
    .set({ ...login, version: sql`${accounts.version} + 1` })
    .where(eq(accounts.id, id));
}

/** False when that step's code, or a later one, has been used. */
export async function useTotpStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const unused = sql`(${accounts.totpLastStep} is null or ${accounts.totpLastStep} < ${step})`;
  const rows = await tx
    .update(accounts)
    .set({ totpLastStep: step })
    .where(and(eq(accounts.id, id), unused))
    .returning({ id: accounts.id });
  return rows.length === 1;
}

export async function move(
  tx: Tx,
  id: string,
  from: AccountState,
  to: AccountState,
  freezeReason: string | null,
): Promise<AccountRow | undefined> {
  const [row] = await tx
    .update(accounts)
    .set({ state: to, freezeReason, version: sql`${accounts.version} + 1` })
    .where(and(eq(accounts.id, id), eq(accounts.state, from)))
    .returning();
  return row;
}

export interface AccountSearch {
  readonly kind?: AccountKind | null;
  readonly state?: AccountState | null;
  /** Matches the whole login by its index, or a part of the name. */
  readonly text?: { readonly loginIndex: string; readonly name: string } | null;
}

const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

function matching({ kind, state, text }: AccountSearch): SQL | undefined {
  return and(
    kind ? eq(accounts.kind, kind) : undefined,
    state ? eq(accounts.state, state) : undefined,
    text
      ? or(eq(accounts.loginIndex, text.loginIndex), sql`${accounts.displayName} ilike ${`%${literally(text.name)}%`}`)
      : undefined,
  );
}

const COUNT_CEILING = 1_000;

export async function page(
  reader: Reader,
  search: AccountSearch,
  { first, after }: PageRequest,
): Promise<Page<AccountRow>> {
  const cursor = decodeCursor(after, 2);
  const beyond = cursor
    ? sql`(${accounts.createdAt}, ${accounts.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : undefined;
  const some = reader
    .select({ id: accounts.id })
    .from(accounts)
    .where(matching(search))
    .limit(COUNT_CEILING)
    .as("some");
  const [rows, count] = await Promise.all([
    reader
      .select()
      .from(accounts)
      .where(and(matching(search), beyond))
      .orderBy(desc(accounts.createdAt), desc(accounts.id))
      .limit(first + 1),
    reader.$count(some),
  ]);
  return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id], count);
}
