import { and, eq, inArray, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { accountRoles, type RoleRow, rolePermissions, roles } from "./role.tables.js";

export function all(reader: Reader | Tx): Promise<RoleRow[]> {
  return reader.select().from(roles).orderBy(roles.kind, roles.code);
}

const rolesOfAccounts = statement<{ ids: readonly string[] }, { accountId: string; role: RoleRow }>(
  "roles_of_accounts",
  build
    .select({ accountId: accountRoles.accountId, role: roles })
    .from(accountRoles)
    .innerJoin(roles, eq(roles.id, accountRoles.roleId))
    .where(among(accountRoles.accountId))
    .orderBy(roles.code),
);

export function ofAccounts(reader: Reader | Tx, accountIds: readonly string[]) {
  return rolesOfAccounts.all(reader, { ids: accountIds });
}

export function permissionsOf(reader: Reader | Tx, roleIds: readonly string[]) {
  return reader
    .select()
    .from(rolePermissions)
    .where(inArray(rolePermissions.roleId, [...roleIds]))
    .orderBy(rolePermissions.permission);
}

export async function ensure(tx: Tx, role: typeof roles.$inferInsert): Promise<RoleRow | undefined> {
  const { nameZh, nameEn } = role;
  const set = { nameZh, nameEn };
  const [row] = await tx.insert(roles).values(role).onConflictDoUpdate({ target: roles.code, set }).returning();
  return row;
}

export async function permit(tx: Tx, roleId: string, permissions: readonly string[]): Promise<void> {
  if (permissions.length === 0) return;
  await tx
    .insert(rolePermissions)
    .values(permissions.map((permission) => ({ roleId, permission })))
    .onConflictDoNothing();
}

/** Gives an account the roles of its own kind among these codes; answers how many it got. */
export async function assign(
  tx: Tx,
  accountId: string,
  kind: RoleRow["kind"],
  codes: readonly string[],
): Promise<number> {
  const wanted = await tx
    .select({ accountId: sql<string>`${accountId}::uuid`, roleId: roles.id })
    .from(roles)
    .where(and(inArray(roles.code, [...codes]), eq(roles.kind, kind)));
  if (wanted.length > 0) await tx.insert(accountRoles).values(wanted).onConflictDoNothing();
  return wanted.length;
}
