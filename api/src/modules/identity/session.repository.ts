import { and, desc, eq, gt, isNull, ne, type SQL, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { accounts } from "./account.tables.js";
import { accountRoles, rolePermissions } from "./role.tables.js";
import { type SessionRow, sessions } from "./session.tables.js";

const isOpen = and(isNull(sessions.endedAt), gt(sessions.expiresAt, sql`clock_timestamp()`));
const idleSeconds = sql<string>`extract(epoch from clock_timestamp() - ${sessions.lastSeenAt})::text`;
const permissions = sql<string | null>`(select string_agg(distinct ${rolePermissions.permission}, ',')
  from ${accountRoles} join ${rolePermissions} on ${rolePermissions.roleId} = ${accountRoles.roleId}
  where ${accountRoles.accountId} = ${accounts.id})`;

const signedInFields = {
  sessionId: sessions.id,
  accountId: accounts.id,
  kind: accounts.kind,
  state: accounts.state,
  displayName: accounts.displayName,
  institutionId: accounts.institutionId,
  decisionLimit: accounts.decisionLimit,
  permissions: permissions.as("permissions"),
  idleSeconds: idleSeconds.as("idle_seconds"),
};

export interface SignedInRow {
  readonly sessionId: string;
  readonly accountId: string;
  readonly kind: "BORROWER" | "INSTITUTION" | "PLATFORM";
  readonly state: string;
  readonly displayName: string;
  readonly institutionId: string | null;
  readonly decisionLimit: bigint;
  /** Comma between them. */
  readonly permissions: string | null;
  readonly idleSeconds: string;
}

const byToken = statement<{ tokenHash: string; app: string }, SignedInRow>(
  "session_by_token",
  build
    .select(signedInFields)
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.tokenHash, sql.placeholder("tokenHash")), eq(sessions.app, sql.placeholder("app")), isOpen)),
);

export function findByToken(reader: Reader | Tx, app: string, tokenHash: string): Promise<SignedInRow | undefined> {
  return byToken.first(reader, { app, tokenHash });
}

export async function findById(reader: Reader | Tx, sessionId: string): Promise<SignedInRow | undefined> {
  const rows = await reader
    .select(signedInFields)
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, sessionId), isOpen));
  return rows[0];
}

export async function insert(
  tx: Tx,
  row: Omit<typeof sessions.$inferInsert, "expiresAt">,
  maxSeconds: number,
): Promise<SessionRow | undefined> {
  const expiresAt = sql`clock_timestamp() + make_interval(secs => ${maxSeconds})`;
  const [session] = await tx
    .insert(sessions)
    .values({ ...row, expiresAt })
    .returning();
  return session;
}

/** Writes at most every 30 seconds per session. */
export async function touch(tx: Tx, sessionId: string): Promise<void> {
  const isStale = sql`${sessions.lastSeenAt} < clock_timestamp() - interval '30 seconds'`;
  await tx
    .update(sessions)
    .set({ lastSeenAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.id, sessionId), isStale));
}

export function openOf(reader: Reader | Tx, accountId: string, maxIdleSeconds: number): Promise<SessionRow[]> {
  const isFresh = sql`${sessions.lastSeenAt} > clock_timestamp() - make_interval(secs => ${maxIdleSeconds})`;
  return reader
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isOpen, isFresh))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100);
}

async function end(tx: Tx, which: SQL | undefined, reason: string): Promise<string[]> {
  const rows = await tx
    .update(sessions)
    .set({ endedAt: sql`clock_timestamp()`, endedReason: reason })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return rows.map((row) => row.id);
}

/** Answers the ids that were open. */
export function endAll(tx: Tx, accountId: string, keep: string | null, reason: string): Promise<string[]> {
  return end(tx, and(eq(sessions.accountId, accountId), keep ? ne(sessions.id, keep) : undefined), reason);
}

export function endOne(tx: Tx, accountId: string, sessionId: string, reason: string): Promise<string[]> {
  return end(tx, and(eq(sessions.accountId, accountId), eq(sessions.id, sessionId)), reason);
}

const lastSeenStatement = statement<{ ids: readonly string[] }, { accountId: string; seenAt: string }>(
  "accounts_last_seen",
  build
    .select({ accountId: sessions.accountId, seenAt: sql<string>`max(${sessions.lastSeenAt})` })
    .from(sessions)
    .where(among(sessions.accountId))
    .groupBy(sessions.accountId),
);

export async function lastSeen(reader: Reader | Tx, accountIds: readonly string[]) {
  const rows = await lastSeenStatement.all(reader, { ids: accountIds });
  return rows.map((row) => ({ accountId: row.accountId, seenAt: new Date(row.seenAt) }));
}

/** Distinct people seen in the last two minutes. */
export async function peopleOnline(reader: Reader | Tx): Promise<number> {
  const [row] = await reader
    .select({ count: sql<string>`count(distinct ${sessions.accountId})::text` })
    .from(sessions)
    .where(and(isNull(sessions.endedAt), sql`${sessions.lastSeenAt} > clock_timestamp() - interval '120 seconds'`));
  return Number(row?.count ?? 0);
}

export async function deleteOld(tx: Tx): Promise<void> {
  await tx.delete(sessions).where(sql`${sessions.expiresAt} < clock_timestamp() - interval '180 days'`);
}
