/** The roles a new house begins with. Rows afterwards: what is granted here may be granted otherwise there. */
import type { AccountKind } from "./account.states.js";

export interface RoleDefinition {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: AccountKind;
  readonly permissions: readonly string[];
}

const words = (text: string): string[] => text.split(" ");

const reviewing = words(
  "session:own member:read application:read application:review application:decide document:view personal-data:reveal loan:read contract:read approval:read listing:read business:read",
);

export const roleDefinitions: readonly RoleDefinition[] = [
  {
    code: "BORROWER",
    name: { zh: "借款人", en: "Borrower" },
    kind: "BORROWER",
    permissions: words(
      "session:own borrower:own profile:write document:view application:read application:submit application:withdraw offer:answer contract:sign contract:read loan:read loan:repay precheck:claim",
    ),
  },
  { code: "REVIEWER", name: { zh: "审核员", en: "Reviewer" }, kind: "INSTITUTION", permissions: reviewing },
  {
    code: "INSTITUTION_MANAGER",
    name: { zh: "机构主管", en: "Institution manager" },
    kind: "INSTITUTION",
    permissions: [...reviewing, ...words("application:check disbursement:retry listing:write listing:submit")],
  },
  {
    code: "PLATFORM_ADMIN",
    name: { zh: "平台管理员", en: "Platform administrator" },
    kind: "PLATFORM",
    permissions: words(
      "session:own account:read account:freeze role:read parameter:read parameter:change clock:advance approval:read channel:read channel:manage listing:read listing:review listing:suspend application:read loan:read figures:read business:read audit:read odds:read odds:train placement:read placement:manage",
    ),
  },
  {
    code: "PRODUCT_REVIEWER",
    name: { zh: "产品审核员", en: "Product reviewer" },
    kind: "PLATFORM",
    permissions: words(
      "session:own approval:read listing:read listing:review listing:suspend parameter:read placement:read placement:approve",
    ),
  },
  {
    code: "RISK_OFFICER",
    name: { zh: "风控专员", en: "Risk officer" },
    kind: "PLATFORM",
    permissions: words(
      "session:own approval:read account:read account:freeze application:read document:view personal-data:reveal loan:read contract:read listing:read listing:suspend figures:read business:read parameter:read parameter:change audit:read odds:read odds:train",
    ),
  },
  {
    code: "CUSTOMER_SERVICE",
    name: { zh: "客服专员", en: "Customer service" },
    kind: "PLATFORM",
    permissions: words("session:own account:read application:read loan:read listing:read"),
  },
];

export interface DeclaredPermission {
  readonly kinds: readonly string[];
}

export interface RoleGap {
  readonly role: string;
  readonly permission: string;
  readonly fault: "UNDECLARED" | "OTHER_KIND";
}

/** Grants that no module declares, or that this kind of person can never hold. */
export function roleGaps(declared: ReadonlyMap<string, DeclaredPermission>): RoleGap[] {
  return roleDefinitions.flatMap(({ code: role, kind, permissions }) =>
    permissions.flatMap((permission): RoleGap[] => {
      const definition = declared.get(permission);
      if (!definition) return [{ role, permission, fault: "UNDECLARED" }];
      return definition.kinds.includes(kind) ? [] : [{ role, permission, fault: "OTHER_KIND" }];
    }),
  );
}
