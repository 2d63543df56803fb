import { index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { choice, createdAt, id, oneOf, ref } from "../../kernel/columns/index.js";
import { AccountKind } from "./account.states.js";
import { accounts } from "./account.tables.js";

export const roles = pgTable(
  "roles",
  {
    id: id(),
    code: text("code").notNull(),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    kind: choice("kind", AccountKind).notNull(),
    createdAt: createdAt(),
  },
  (t) => [oneOf("roles_kind", t.kind, AccountKind), uniqueIndex("roles_code").on(t.code)],
);
export type RoleRow = typeof roles.$inferSelect;

export const rolePermissions = pgTable(
  "role_permissions",
  {
    roleId: ref("role_id")
      .notNull()
      .references(() => roles.id),
    permission: text("permission").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.permission] })],
);

export const accountRoles = pgTable(
  "account_roles",
  {
    accountId: ref("account_id")
      .notNull()
      .references(() => accounts.id),
    roleId: ref("role_id")
      .notNull()
      .references(() => roles.id),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.roleId] }), index("account_roles_role").on(t.roleId)],
);
