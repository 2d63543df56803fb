/** The one way a second person agrees: maker, checker, subject, difference, inbox. No switch turns it off. */
import { and, desc, eq, sql } from "drizzle-orm";
import { mustBeAllowed } from "../access/index.js";
import { among, build, type Reader, statement, type Tx } from "../database/index.js";
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

export interface ApprovalFilter {
  readonly state?: ApprovalState | null;
  readonly kind?: string | null;
}

type Staff = InstitutionViewer | PlatformViewer;

export interface Approvals {
  register(handlers: readonly ApprovalHandler[]): void;
  /** @throws APPROVAL_ALREADY_PENDING when the same wish waits. */
  request(tx: Tx, maker: Staff, wish: ApprovalWish): Promise<ApprovalRow>;
  /** @throws APPROVAL_MAKER_CANNOT_CHECK, APPROVAL_NOT_PENDING, APPROVAL_REASON_REQUIRED; FORBIDDEN without the handler's permission. */
  decide(tx: Tx, checker: Viewer, id: string, verdict: ApprovalVerdict, reason: string | null): Promise<ApprovalRow>;
  page(reader: Reader, viewer: Viewer, filter: ApprovalFilter, request: PageRequest): Promise<Page<ApprovalRow>>;
  find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ApprovalRow | undefined>;
  pendingFor(reader: Reader | Tx, kind: string, subjectId: string): Promise<ApprovalRow | undefined>;
  /** The pending wishes of several subjects in one read. */
  pendingForAll(reader: Reader | Tx, kind: string, subjectIds: readonly string[]): Promise<ApprovalRow[]>;
  /** Takes a pending wish back because its subject has moved on; nothing happens where none waits. */
  withdraw(tx: Tx, viewer: Viewer, kind: string, subjectId: string): Promise<void>;
  /** What a checker of this kind must hold; undefined when nobody handles it. */
  permissionFor(kind: string): string | undefined;
}

/** Staff see what their side decides and what they asked for; nobody else sees approvals. */
function visibleTo(viewer: Viewer) {
  if (viewer.kind === "INSTITUTION") return eq(approvals.institutionId, viewer.institutionId);
  return viewer.kind === "PLATFORM" || viewer.kind === "SYSTEM" ? sql`true` : sql`false`;
}

const pending = statement<{ kind: string; ids: readonly string[] }, ApprovalRow>(
  "pending_approvals_of_subjects",
  build
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.kind, sql.placeholder("kind")),
        among(approvals.subjectId),
        eq(approvals.state, ApprovalState.PENDING),
      ),
    ),
);

const inbox = {
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ApprovalRow | undefined> {
    const rows = await reader
      .select()
      .from(approvals)
      .where(and(eq(approvals.id, id), visibleTo(viewer)));
    return rows[0];
  },
  async page(
    reader: Reader,
    viewer: Viewer,
    filter: ApprovalFilter,
    { first, after }: PageRequest,
  ): Promise<Page<ApprovalRow>> {
    const cursor = decodeCursor(after, 2);
    const beyond = cursor
      ? sql`(${approvals.createdAt}, ${approvals.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
      : undefined;
    const rows = await reader
      .select()
      .from(approvals)
      .where(
        and(
          visibleTo(viewer),
          filter.state ? eq(approvals.state, filter.state) : undefined,
          filter.kind ? eq(approvals.kind, filter.kind) : undefined,
          beyond,
        ),
      )
      .orderBy(desc(approvals.createdAt), desc(approvals.id))
      .limit(first + 1);
    return pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id]);
  },
  pendingForAll(reader: Reader | Tx, kind: string, subjectIds: readonly string[]): Promise<ApprovalRow[]> {
    return pending.all(reader, { kind, ids: subjectIds });
  },
  async pendingFor(reader: Reader | Tx, kind: string, subjectId: string): Promise<ApprovalRow | undefined> {
    return (await inbox.pendingForAll(reader, kind, [subjectId]))[0];
  },
};

class ApprovalBook implements Approvals {
  readonly #handlers = new Map<string, ApprovalHandler>();
  readonly find = inbox.find;
  readonly page = inbox.page;
  readonly pendingFor = inbox.pendingFor;
  readonly pendingForAll = inbox.pendingForAll;

  constructor(private readonly events: Events) {}

  register(list: readonly ApprovalHandler[]): void {
    for (const handler of list) this.#handlers.set(handler.kind, handler);
  }

  permissionFor(kind: string): string | undefined {
    return this.#handlers.get(kind)?.permission;
  }

  async withdraw(tx: Tx, viewer: Viewer, kind: string, subjectId: string): Promise<void> {
    const isThis = and(
      eq(approvals.kind, kind),
      eq(approvals.subjectId, subjectId),
      eq(approvals.state, ApprovalState.PENDING),
    );
    const [row] = await tx
      .update(approvals)
      .set({
        state: ApprovalState.WITHDRAWN,
        decidedAt: sql`clock_timestamp()`,
        version: sql`${approvals.version} + 1`,
      })
      .where(isThis)
      .returning();
    if (!row) return;
    await this.events.record(tx, viewer, approvalEvents.decided, {
      subject: { type: "Approval", id: row.id },
      institutionId: row.institutionId,
      facts: { approvalId: row.id, kind, verdict: ApprovalState.WITHDRAWN },
      diff: { state: ["PENDING", ApprovalState.WITHDRAWN] },
    });
  }

  async request(tx: Tx, maker: Staff, wish: ApprovalWish): Promise<ApprovalRow> {
    this.#handlerOf(wish.kind);
    const { subject, ...rest } = wish;
    const [row] = await tx
      .insert(approvals)
      .values({
        ...rest,
        subjectType: subject.type,
        subjectId: subject.id,
        makerId: maker.accountId,
        makerName: maker.displayName,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw approvalErrors.alreadyPending();
    await this.events.record(tx, maker, approvalEvents.requested, {
      subject: { type: "Approval", id: row.id },
      institutionId: wish.institutionId,
      facts: { approvalId: row.id, kind: row.kind },
    });
    return row;
  }

  async decide(
    tx: Tx,
    checker: Viewer,
    id: string,
    verdict: ApprovalVerdict,
    reason: string | null,
  ): Promise<ApprovalRow> {
    if (checker.kind !== "INSTITUTION" && checker.kind !== "PLATFORM") throw kernelErrors.notFound();
    const row = await inbox.find(tx, checker, id);
    if (!row || row.checkedBy !== checker.kind) throw kernelErrors.notFound();
    const handler = this.#handlerOf(row.kind);
    mustBeAllowed(checker, [handler.permission]);
    if (row.makerId === checker.accountId) throw approvalErrors.makerCannotCheck();
    if (verdict !== "APPROVED" && !reason?.trim()) throw approvalErrors.reasonRequired();
    const decided = await this.#settle(tx, checker, row, verdict, reason);
    await handler.effect(tx, checker, decided, verdict, reason);
    await this.events.record(tx, checker, approvalEvents.decided, {
      subject: { type: "Approval", id },
      institutionId: row.institutionId,
      facts: { approvalId: id, kind: row.kind, verdict },
      diff: { state: ["PENDING", verdict] },
    });
    return decided;
  }

  #handlerOf(kind: string): ApprovalHandler {
    const handler = this.#handlers.get(kind);
    if (!handler) throw new Error(`nobody handles ${kind}`);
    return handler;
  }

  async #settle(
    tx: Tx,
    checker: Staff,
    row: ApprovalRow,
    verdict: ApprovalVerdict,
    reason: string | null,
  ): Promise<ApprovalRow> {
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
      .where(and(eq(approvals.id, row.id), eq(approvals.state, ApprovalState.PENDING)))
      .returning();
    if (!decided) throw approvalErrors.notPending({ state: row.state });
    return decided;
  }
}

export const createApprovals = (events: Events): Approvals => new ApprovalBook(events);
