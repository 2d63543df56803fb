/** The inbox of a second person: what waits, who asked, what would change. */
import type { ApprovalRow, ApprovalState, ApprovalVerdict } from "../../kernel/approvals/index.js";
import type { Reader } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { accountOf, type Viewer } from "../../kernel/viewer/index.js";
import { type DiffLine, diffLines } from "./approval-diff.rules.js";

export interface Verdict {
  readonly approvalId: string;
  readonly verdict: ApprovalVerdict;
  readonly reason?: string | null;
}

export class ApprovalInboxService {
  constructor(private readonly kernel: Kernel) {}

  page(
    reader: Reader,
    viewer: Viewer,
    filter: { state?: ApprovalState | null; kind?: string | null },
    request: PageRequest,
  ): Promise<Page<ApprovalRow>> {
    return this.kernel.approvals.page(reader, viewer, filter, request);
  }

  async find(reader: Reader, viewer: Viewer, id: string): Promise<ApprovalRow | null> {
    return isId(id) ? ((await this.kernel.approvals.find(reader, viewer, id)) ?? null) : null;
  }

  /** The approval behind a live event, seen with the hearer's own eyes. @throws NOT_FOUND when it is not theirs. */
  async heard(reader: Reader, viewer: Viewer, id: string): Promise<ApprovalRow> {
    const row = await this.find(reader, viewer, id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** Speaks the second person's verdict; the matter's own module acts on it in the same transaction. */
  async decide(viewer: Viewer, { approvalId, verdict, reason }: Verdict): Promise<ApprovalRow> {
    if (!isId(approvalId)) throw kernelErrors.notFound();
    return this.kernel.db.write(viewer, (tx) =>
      this.kernel.approvals.decide(tx, viewer, approvalId, verdict, reason?.trim() || null),
    );
  }

  linesOf(row: ApprovalRow): DiffLine[] {
    return diffLines(row.diff);
  }

  isMine(viewer: Viewer, row: ApprovalRow): boolean {
    return row.makerId === accountOf(viewer);
  }

  canDecide(viewer: Viewer, row: ApprovalRow): boolean {
    const permission = this.kernel.approvals.permissionFor(row.kind);
    const isWaiting = row.state === "PENDING" && row.checkedBy === viewer.kind && !this.isMine(viewer, row);
    return isWaiting && permission !== undefined && viewer.permissions.has(permission);
  }
}
