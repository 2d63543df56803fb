/** From a signed-in row to a viewer, and what a viewer is to the outside. */
import type { Viewer } from "../../kernel/viewer/index.js";

export interface SignedInFacts {
  readonly sessionId: string;
  readonly accountId: string;
  readonly kind: "BORROWER" | "INSTITUTION" | "PLATFORM";
  readonly state: string;
  readonly displayName: string;
  readonly institutionId: string | null;
  readonly decisionLimit: bigint;
  readonly permissions: string | null;
}

const KEPT_WHILE_FROZEN: ReadonlySet<string> = new Set(["loan:repay", "session:own", "borrower:own"]);

/** A frozen borrower reads and repays, and nothing else. */
export const permissionsWhileFrozen = (permissions: readonly string[]): string[] =>
  permissions.filter((permission) => permission.endsWith(":read") || KEPT_WHILE_FROZEN.has(permission));

/** The viewer behind a session, or null where the account's state lets nobody in. */
export function viewerFrom(facts: SignedInFacts): Viewer | null {
  const { accountId, sessionId, displayName, institutionId, decisionLimit, state } = facts;
  const held = (facts.permissions ?? "").split(",").filter(Boolean);
  const isFrozen = state === "FROZEN";
  if (facts.kind === "BORROWER" && (isFrozen || state === "ACTIVE")) {
    const permissions = new Set(isFrozen ? permissionsWhileFrozen(held) : held);
    return { kind: "BORROWER", accountId, sessionId, displayName, borrowerId: accountId, isFrozen, permissions };
  }
  if (state !== "ACTIVE") return null;
  const signed = { accountId, sessionId, displayName, permissions: new Set(held) };
  if (facts.kind === "PLATFORM") return { kind: "PLATFORM", ...signed };
  return institutionId ? { kind: "INSTITUTION", ...signed, institutionId, decisionLimit } : null;
}

/** A viewer as the apps are told about it. */
export interface ViewerFacts {
  readonly id: string;
  readonly kind: "ANONYMOUS" | "BORROWER" | "INSTITUTION" | "PLATFORM" | "CHANNEL";
  readonly displayName: string;
  readonly permissions: readonly string[];
  readonly isFrozen: boolean;
  readonly decisionLimit: bigint | null;
  readonly borrowerId: string | null;
  readonly institutionId: string | null;
}

export function describeViewer(viewer: Viewer): ViewerFacts {
  const permissions = [...viewer.permissions].sort();
  const nobody = { permissions, isFrozen: false, decisionLimit: null, borrowerId: null, institutionId: null };
  switch (viewer.kind) {
    case "ANONYMOUS":
    case "SYSTEM":
      return { ...nobody, id: "anonymous", kind: "ANONYMOUS", displayName: "" };
    case "CHANNEL":
      return { ...nobody, id: viewer.channelId, kind: "CHANNEL", displayName: "" };
    case "BORROWER": {
      const { accountId: id, displayName, borrowerId, isFrozen } = viewer;
      return { ...nobody, id, kind: "BORROWER", displayName, borrowerId, isFrozen };
    }
    case "INSTITUTION": {
      const { accountId: id, displayName, institutionId, decisionLimit } = viewer;
      return { ...nobody, id, kind: "INSTITUTION", displayName, institutionId, decisionLimit };
    }
    case "PLATFORM":
      return { ...nobody, id: viewer.accountId, kind: "PLATFORM", displayName: viewer.displayName };
  }
}
