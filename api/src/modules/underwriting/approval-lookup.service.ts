import type { ApprovalRow } from "../../kernel/approvals/index.js";
import type { Reader } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { defineLoader, inOrder, type Loader } from "../../kernel/loader/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import { DECISION_APPROVAL } from "./decision.service.js";

/** Finds the second person's task that waits on an application. */
export class ApprovalLookupService {
  /** Null where none waits, and to a borrower always. */
  readonly pendingByApplication: Loader<string, ApprovalRow | null>;

  constructor(private readonly kernel: Kernel) {
    this.pendingByApplication = defineLoader(
      "pendingDecisionByApplication",
      async (reader, ids: readonly string[], viewer) =>
        viewer.kind === "BORROWER"
          ? ids.map(() => null)
          : inOrder(ids, await kernel.approvals.pendingForAll(reader, DECISION_APPROVAL, ids), (row) => row.subjectId),
    );
  }

  async byId(reader: Reader, viewer: Viewer, approvalId: string | null): Promise<ApprovalRow | null> {
    return approvalId ? ((await this.kernel.approvals.find(reader, viewer, approvalId)) ?? null) : null;
  }
}
