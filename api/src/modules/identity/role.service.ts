/** Roles and what they permit. */
import { declaredPermissions } from "../../kernel/access/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import * as roles from "./role.repository.js";
import { type RoleGap, roleDefinitions, roleGaps } from "./role.rules.js";
import type { RoleRow } from "./role.tables.js";

export class RoleService {
  list(reader: Reader): Promise<RoleRow[]> {
    return roles.all(reader);
  }

  /** What the first roles want and no module of this process declares. A whole house has none. */
  gaps(): RoleGap[] {
    return roleGaps(declaredPermissions);
  }

  /** Makes the first roles and grants what is declared and fits their kind. Safe at every start; takes nothing away. */
  async seed(tx: Tx): Promise<void> {
    const gaps = new Set(this.gaps().map(({ role, permission }) => `${role} ${permission}`));
    for (const { code, name, kind, permissions } of roleDefinitions) {
      const role = await roles.ensure(tx, { code, nameZh: name.zh, nameEn: name.en, kind });
      const granted = permissions.filter((permission) => !gaps.has(`${code} ${permission}`));
      if (role) await roles.permit(tx, role.id, granted);
    }
  }

  labelOf(permission: string, locale: string): string {
    const label = declaredPermissions.get(permission)?.label;
    return (locale.startsWith("en") ? label?.en : label?.zh) ?? permission;
  }
}
