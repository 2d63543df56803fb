/** Who is asking, and which rows that lets them see. */

export const ViewerKind = {
  ANONYMOUS: "ANONYMOUS",
  BORROWER: "BORROWER",
  INSTITUTION: "INSTITUTION",
  PLATFORM: "PLATFORM",
  CHANNEL: "CHANNEL",
  SYSTEM: "SYSTEM",
} as const;
export type ViewerKind = (typeof ViewerKind)[keyof typeof ViewerKind];

interface Signed {
  readonly accountId: string;
  readonly sessionId: string;
  readonly permissions: ReadonlySet<string>;
  readonly displayName: string;
}

export interface AnonymousViewer {
  readonly kind: "ANONYMOUS";
  readonly permissions: ReadonlySet<string>;
}
export interface BorrowerViewer extends Signed {
  readonly kind: "BORROWER";
  readonly borrowerId: string;
  /** A frozen borrower may still read and repay. */
  readonly isFrozen: boolean;
}
export interface InstitutionViewer extends Signed {
  readonly kind: "INSTITUTION";
  readonly institutionId: string;
  /** Largest amount in fen this person may decide alone; above it a second person must agree. */
  readonly decisionLimit: bigint;
}
export interface PlatformViewer extends Signed {
  readonly kind: "PLATFORM";
}
export interface ChannelViewer {
  readonly kind: "CHANNEL";
  readonly channelId: string;
  readonly keyId: string;
  readonly permissions: ReadonlySet<string>;
}
/** Reactions, jobs and the steps before anybody is known (sign-in, callbacks). */
export interface SystemViewer {
  readonly kind: "SYSTEM";
  readonly permissions: ReadonlySet<string>;
}

export type Viewer =
  | AnonymousViewer
  | BorrowerViewer
  | InstitutionViewer
  | PlatformViewer
  | ChannelViewer
  | SystemViewer;

export const anonymous: AnonymousViewer = { kind: "ANONYMOUS", permissions: new Set() };
export const system: SystemViewer = { kind: "SYSTEM", permissions: new Set() };

/** Which rows a repository read may return; goes into the `where` of every viewer-facing read. */
export type Scope =
  | { readonly borrowerId: string }
  | { readonly institutionId: string }
  | { readonly channelId: string }
  | "all"
  | "none";

export function scopeOf(viewer: Viewer): Scope {
  switch (viewer.kind) {
    case "BORROWER":
      return { borrowerId: viewer.borrowerId };
    case "INSTITUTION":
      return { institutionId: viewer.institutionId };
    case "CHANNEL":
      return { channelId: viewer.channelId };
    case "PLATFORM":
    case "SYSTEM":
      return "all";
    case "ANONYMOUS":
      return "none";
  }
}

/** The account behind a viewer, or null for keys, guests and the system. */
export const accountOf = (viewer: Viewer): string | null => ("accountId" in viewer ? viewer.accountId : null);

/** Whom an idempotency key or a budget belongs to. */
export function ownerKeyOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case "CHANNEL":
      return `channel:${viewer.channelId}`;
    case "ANONYMOUS":
    case "SYSTEM":
      return viewer.kind.toLowerCase();
    default:
      return `account:${viewer.accountId}`;
  }
}
