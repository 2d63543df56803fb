/** Demo accounts as the viewers their sessions would make them. */
import { declaredPermissions } from "../../kernel/access/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { type BorrowerViewer, type InstitutionViewer, type PlatformViewer, system } from "../../kernel/viewer/index.js";
import * as accounts from "../../modules/identity/account.repository.js";
import type { AccountRow } from "../../modules/identity/index.js";
import { type DemoRole, demoKeyOf } from "./demo-accounts.js";
import type { Lender } from "./lenders.js";

const permittedTo = (kind: "INSTITUTION" | "PLATFORM"): Set<string> =>
  new Set([...declaredPermissions].flatMap(([name, { kinds }]) => (kinds.some((of) => of === kind) ? [name] : [])));

async function accountOf(kernel: Kernel, key: string): Promise<AccountRow> {
  const row = await kernel.db.read(system, (reader) => accounts.byDemoKey(reader, key));
  if (!row) throw new Error(`there is no demo account ${key}`);
  return row;
}

export async function staffOf(kernel: Kernel, lender: Lender, role: DemoRole): Promise<InstitutionViewer> {
  const { id: accountId, displayName, decisionLimit } = await accountOf(kernel, demoKeyOf(lender, role));
  const permissions = permittedTo("INSTITUTION");
  const sessionId = newId();
  return {
    kind: "INSTITUTION",
    accountId,
    sessionId,
    permissions,
    displayName,
    institutionId: lender.id,
    decisionLimit,
  };
}

/** The borrower of an application, as they would sign. */
export function borrowerOf(borrowerId: string): BorrowerViewer {
  const permissions = new Set(["contract:sign", "application:read"]);
  const sessionId = newId();
  return {
    kind: "BORROWER",
    accountId: borrowerId,
    borrowerId,
    sessionId,
    permissions,
    displayName: "",
    isFrozen: false,
  };
}

export async function adminOf(kernel: Kernel, key: "admin" | "risk-officer" = "admin"): Promise<PlatformViewer> {
  const { id: accountId, displayName } = await accountOf(kernel, key);
  return { kind: "PLATFORM", accountId, sessionId: newId(), permissions: permittedTo("PLATFORM"), displayName };
}
