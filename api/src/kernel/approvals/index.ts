/** The one way a second person agrees: maker, checker, subject, difference, inbox. No switch turns it off. */
import { and, desc, eq, sql } from "drizzle-orm";
import { mustBeAllowed } from "../access/index.js";
import type { Reader, Tx } from "../database/index.js";
import { kernelErrors } from "../errors/index.js";
import { defineEvent, type Events } from "../events/index.js";
import { decodeCursor, type Page, type PageRequest, pageOf } from "../page/index.js";
import type { InstitutionViewer, PlatformViewer, Viewer } from "../viewer/index.js";
import { approvalErrors } from "./approval.errors.js";
import { ApprovalState, type ApprovalVerdict } from "./approval.states.js";
import { type ApprovalRow, approvals } from "./approval.tables.js";

export { ApprovalState, ApprovalVerdict } from "./approval.states.js";
export type { ApprovalRow } from "./approval.tables.js";

export const approvalEvents = {
  requested: defineEvent<{ approvalId: string; kind: string }>("approval.requested"),
  decided: defineEvent<{ approvalId: string; kind: string; verdict: string }>("approval.decided"),
};

/** What a module does with a verdict, in the deciding transaction. */
export interface ApprovalHandler {
  readonly kind: string;
  /** The checker must hold it. */
  readonly permission: string;
  effect(
    tx: Tx,
    checker: Viewer,
    approval: ApprovalRow,
    verdict: ApprovalVerdict,
    reason: string | null,
  ): Promise<void>;
}

export interface ApprovalWish {
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly institutionId: string | null;
  readonly checkedBy: "INSTITUTION" | "PLATFORM";
  readonly summary: { readonly zh: string; readonly en: string };
  readonly diff: Record<string, readonly [unknown, unknown]>;
  readonly payload: Record<string, unknown>;
}

type Staff = InstitutionViewer | PlatformViewer;

export interface Approvals {
  register(handlers: readonly ApprovalHandler[]): void;
  /** @throws APPROVAL_ALREADY_PENDING when the same wish waits. */
  request(tx: Tx, maker: Staff, wish: ApprovalWish): Promise<ApprovalRow>;
  /** @throws APPROVAL_MAKER_CANNOT_CHECK, APPROVAL_NOT_PENDING, APPROVAL_REASON_REQUIRED; FORBIDDEN without the handler's permission. */
  decide(tx: Tx, checker: Viewer, id: string, verdict: ApprovalVerdict, reason: string | null): Promise<ApprovalRow>;
  page(
    reader: Reader,
    viewer: Viewer,
    filter: { state?: ApprovalState | null },
    request: PageRequest,
  ): Promise<Page<ApprovalRow>>;
  find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ApprovalRow | undefined>;
  pendingFor(reader: Reader | Tx, kind: string, subjectId: string): Promise<ApprovalRow | undefined>;
}

/** Staff see what their side decides and what they asked for; nobody else sees approvals. */
function visibleTo(viewer: Viewer) {
  if (viewer.kind === "INSTITUTION") return eq(approvals.institutionId, viewer.institutionId);
  return viewer.kind === "PLATFORM" || viewer.kind === "SYSTEM" ? sql`true` : sql`false`;
}

export function createApprovals(events: Events): Approvals {
  const handlers = new Map<string, ApprovalHandler>();
  const find: Approvals["find"] = async (reader, viewer, id) =>
    (
      await reader
        .select()
        .from(approvals)
        .where(and(eq(approvals.id, id), visibleTo(viewer)))
    )[0];

  return {
    register(list) {
      for (const handler of list) handlers.set(handler.kind, handler);
    },
    async request(tx, maker, wish) {
      if (!handlers.has(wish.kind)) throw new Error(`nobody handles ${wish.kind}`);
      const [row] = await tx
        .insert(approvals)
        .values({
          kind: wish.kind,
          subjectType: wish.subject.type,
          subjectId: wish.subject.id,
          institutionId: wish.institutionId,
          checkedBy: wish.checkedBy,
          makerId: maker.accountId,
          makerName: maker.displayName,
          summary: wish.summary,
          diff: wish.diff,
          payload: wish.payload,
        })
        .onConflictDoNothing()
        .returning();
      if (!row) throw approvalErrors.alreadyPending();
      await events.record(tx, maker, approvalEvents.requested, {
        subject: { type: "Approval", id: row.id },
        institutionId: wish.institutionId,
        facts: { approvalId: row.id, kind: row.kind },
      });
      return row;
    },
    async decide(tx, checker, id, verdict, reason) {
      if (checker.kind !== "INSTITUTION" && checker.kind !== "PLATFORM") throw kernelErrors.notFound();
      const row = await find(tx, checker, id);
      if (!row || row.checkedBy !== checker.kind) throw kernelErrors.notFound();
      const handler = handlers.get(row.kind);
      if (!handler) throw new Error(`nobody handles ${row.kind}`);
      mustBeAllowed(checker, [handler.permission]);
      if (row.makerId === checker.accountId) throw approvalErrors.makerCannotCheck();
      if (verdict !== "APPROVED" && !reason?.trim()) throw approvalErrors.reasonRequired();
      const [decided] = await tx
        .update(approvals)
        .set({
          state: verdict,
          checkerId: checker.accountId,
          checkerName: checker.displayName,
          reason,
          decidedAt: sql`clock_timestamp()`,
          version: sql`${approvals.version} + 1`,
        })
        .where(and(eq(approvals.id, id), eq(approvals.state, ApprovalState.PENDING)))
        .returning();
      if (!decided) throw approvalErrors.notPending({ state: row.state });
      await handler.effect(tx, checker, decided, verdict, reason);
      await events.record(tx, checker, approvalEvents.decided, {
        subject: { type: "Approval", id },
        institutionId: row.institutionId,
        facts: { approvalId: id, kind: row.kind, verdict },
        diff: { state: ["PENDING", verdict] },
      });
      return decided;
    },
    async page(reader, viewer, filter, { first, after }) {
      const cursor = decodeCursor(after, 2);
      const rows = await reader
        .select()
        .from(approvals)
        .where(
          and(
            visibleTo(viewer),
            filter.state ? eq(approvals.state, filter.state) : undefined,
            cursor
              ? sql`(${approvals.createdAt}, ${approvals.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
              : undefined,
          ),
        )
        .orderBy(desc(approvals.createdAt), desc(approvals.id))
        .limit(first + 1);
      return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id]);
    },
    find,
    async pendingFor(reader, kind, subjectId) {
      const rows = await reader
        .select()
        .from(approvals)
        .where(
          and(eq(approvals.kind, kind), eq(approvals.subjectId, subjectId), eq(approvals.state, ApprovalState.PENDING)),
        );
      return rows[0];
    },
  };
}
