import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import * as accounts from "./account.repository.js";
import type { AccountRow } from "./account.tables.js";
import * as roles from "./role.repository.js";
import type { RoleRow } from "./role.tables.js";
import * as sessions from "./session.repository.js";

export const accountById = defineLoader<string, AccountRow | null>("accountById", async (reader, ids) =>
  inOrder(ids, await accounts.byIds(reader, ids), (row) => row.id),
);

/** Display names as far as the reader's walls let them be seen; null beyond. */
export const accountNames = defineLoader<string, string | null>("accountNames", async (reader, ids) => {
  const rows = inOrder(ids, await accounts.byIds(reader, ids), (row) => row.id);
  return rows.map((row) => row?.displayName ?? null);
});

export const rolesOfAccount = defineLoader<string, RoleRow[]>("rolesOfAccount", async (reader, ids) => {
  const rows = await roles.ofAccounts(reader, ids);
  return grouped(ids, rows, (row) => row.accountId).map((group) => group.map((row) => row.role));
});

export const permissionsOfRole = defineLoader<string, { code: string }[]>("permissionsOfRole", async (reader, ids) => {
  const rows = await roles.permissionsOf(reader, ids);
  return grouped(ids, rows, (row) => row.roleId).map((group) => group.map((row) => ({ code: row.permission })));
});

/** When an account was last seen in any of its sessions. */
export const lastSeenOfAccount = defineLoader<string, Date | null>("lastSeenOfAccount", async (reader, ids) => {
  const rows = inOrder(ids, await sessions.lastSeen(reader, ids), (row) => row.accountId);
  return rows.map((row) => row?.seenAt ?? null);
});
