import { addDays } from "@daichao/finance";
import { instantOf } from "../../kernel/clock/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type InstitutionViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { DocumentService } from "../borrowers/index.js";
import type { SettingsService } from "../settings/index.js";
import { applicationErrors } from "./application.errors.js";
import { applicationEvents } from "./application.events.js";
import * as applications from "./application.repository.js";
import type { ApplicationService } from "./application.service.js";
import { ApplicationState } from "./application.states.js";
import type { ApplicationRow } from "./application.tables.js";
import { mustBeBorrower } from "./application-draft.service.js";
import * as requests from "./document-request.repository.js";
import type { DocumentRequestRow } from "./document-request.tables.js";

export interface DocumentWish {
  readonly applicationId: string;
  readonly version: number;
  readonly kind: DocumentRequestRow["kind"];
  readonly reason: string;
  readonly dueInDays: number;
  readonly idempotencyKey: string;
}

export interface DocumentAnswer {
  readonly requestId: string;
  readonly documentId: string;
  readonly idempotencyKey: string;
}

const IN_REVIEW: readonly ApplicationState[] = ["UNDER_REVIEW", "NEED_MORE_INFO"];

/** The work on an application before it is decided: who has it, and what is still wanted from the borrower. */
export class ApplicationReviewService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly documents: DocumentService,
    private readonly applications: ApplicationService,
  ) {}

  /**
   * Takes an application into one's own hands, or puts it back.
   * @throws APPLICATION_NOT_IN_REVIEW, APPLICATION_ASSIGNED_ELSEWHERE when a colleague has it and one is not a manager.
   */
  async assign(
    viewer: Viewer,
    wish: { applicationId: string; version: number; toMe: boolean },
  ): Promise<ApplicationRow> {
    const reviewer = mustBeInstitution(viewer);
    return this.kernel.db.write(viewer, async (tx) => {
      const seen = await this.applications.lock(tx, viewer, wish.applicationId);
      this.applications.mustStandIn(seen, IN_REVIEW);
      if (seen.version !== wish.version) throw kernelErrors.conflict({ state: seen.state });
      const isMine = seen.assigneeId === null || seen.assigneeId === reviewer.accountId;
      if (!isMine && !reviewer.permissions.has("application:check"))
        throw applicationErrors.assignedElsewhere({ name: seen.assigneeName });
      const assigneeId = wish.toMe ? reviewer.accountId : null;
      const assigneeName = wish.toMe ? reviewer.displayName : null;
      const row = await applications.compareAndSet(tx, seen, { assigneeId, assigneeName });
      if (!row) throw kernelErrors.conflict({ state: seen.state });
      await this.kernel.events.record(tx, viewer, applicationEvents.assigned, {
        subject: { type: "Application", id: row.id },
        institutionId: row.institutionId,
        facts: { applicationId: row.id, assigneeId, assigneeName, at: this.now().toISOString() },
        diff: { assignee: [seen.assigneeName, assigneeName] },
      });
      return row;
    });
  }

  /**
   * Asks the borrower for one more document, once per key; the review clock stops until the last open request is answered.
   * @throws APPLICATION_NOT_IN_REVIEW, APPLICATION_ALREADY_REQUESTED, APPLICATION_DUE_DAYS_OUT_OF_RANGE, CONFLICT
   */
  async requestDocument(viewer: Viewer, wish: DocumentWish): Promise<string> {
    const reviewer = mustBeInstitution(viewer);
    const { idempotencyKey: key, ...request } = wish;
    return this.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation: "requestDocument", request }, async () => {
        await this.openDocumentRequest(tx, reviewer, wish);
        return wish.applicationId;
      }),
    );
  }

  /** The same within a transaction, for modules to the right. */
  async openDocumentRequest(
    tx: Tx,
    viewer: InstitutionViewer,
    wish: Omit<DocumentWish, "idempotencyKey">,
  ): Promise<DocumentRequestRow> {
    const max = this.settings.number("documentRequest.maxDays");
    if (wish.dueInDays < 1 || wish.dueInDays > max) throw applicationErrors.dueDaysOutOfRange({ max });
    const reason = wish.reason.trim();
    if (!reason || reason.includes("\u0000"))
      throw kernelErrors.invalidInput({ rule: "isLength", min: 1, max: 300 }, "reason");
    const seen = await this.applications.lock(tx, viewer, wish.applicationId);
    this.applications.mustStandIn(seen, IN_REVIEW);
    if (seen.version !== wish.version) throw kernelErrors.conflict({ state: seen.state });
    const now = this.now();
    const row = await requests.insert(tx, {
      id: newId(),
      applicationId: seen.id,
      borrowerId: seen.borrowerId,
      institutionId: seen.institutionId,
      kind: wish.kind,
      reason,
      requestedBy: viewer.accountId,
      requestedAt: now,
      dueAt: instantOf(addDays(this.kernel.clock.today(), wish.dueInDays), 24),
    });
    if (!row) throw applicationErrors.alreadyRequested();
    await this.kernel.events.record(tx, viewer, applicationEvents.documentRequested, {
      subject: { type: "Application", id: seen.id },
      borrowerId: seen.borrowerId,
      institutionId: seen.institutionId,
      facts: { applicationId: seen.id, requestId: row.id, kind: row.kind, reason, at: now.toISOString() },
    });
    if (seen.state === ApplicationState.UNDER_REVIEW)
      await this.applications.move(tx, viewer, {
        applicationId: seen.id,
        from: ["UNDER_REVIEW"],
        to: "NEED_MORE_INFO",
        reason: "DOCUMENT_WANTED",
      });
    return row;
  }

  /**
   * Answers a request with one of the borrower's accepted documents, once per key. With the last open request answered
   * the review goes on and its clock runs with the time it had left.
   * @throws NOT_FOUND, APPLICATION_REQUEST_CLOSED, APPLICATION_WRONG_DOCUMENT_KIND; the documents' own refusals
   */
  async answerDocumentRequest(viewer: Viewer, answer: DocumentAnswer): Promise<string> {
    const { borrowerId } = mustBeBorrower(viewer);
    const { idempotencyKey: key, ...request } = answer;
    return this.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation: "answerDocumentRequest", request }, async () => {
        const wanted = await requests.find(tx, borrowerId, answer.requestId);
        if (!wanted) throw kernelErrors.notFound();
        // The application is held before the request, in the order every other writer takes them.
        const seen = await this.applications.lock(tx, viewer, wanted.applicationId);
        if (seen.state !== ApplicationState.NEED_MORE_INFO) throw applicationErrors.requestClosed();
        const [document] = await this.documents.requireAccepted(tx, borrowerId, [answer.documentId]);
        if (!document) throw kernelErrors.notFound();
        if (document.kind !== wanted.kind) throw applicationErrors.wrongDocumentKind({ kind: wanted.kind });
        await this.supply(tx, viewer, seen, wanted, document.id);
        return seen.id;
      }),
    );
  }

  /** Requests of an application, oldest first. */
  requestsOf(reader: Reader | Tx, applicationId: string): Promise<DocumentRequestRow[]> {
    return requests.ofApplications(reader, [applicationId]);
  }

  /** Expires applications whose borrower did not answer in time; answers how many. */
  async expireUnanswered(): Promise<number> {
    const now = this.now();
    const overdue = await this.kernel.db.read(system, (reader) => requests.overdueApplications(reader, now, 500));
    let expired = 0;
    for (const applicationId of overdue)
      expired += await this.kernel.db.write(system, async (tx) => {
        const seen = await this.applications.lock(tx, system, applicationId);
        if (seen.state !== ApplicationState.NEED_MORE_INFO) return 0;
        await this.applications.move(tx, system, {
          applicationId,
          from: ["NEED_MORE_INFO"],
          to: "EXPIRED",
          reason: "DOCUMENT_NOT_SUPPLIED",
        });
        return 1;
      });
    return expired;
  }

  private async supply(
    tx: Tx,
    viewer: Viewer,
    seen: ApplicationRow,
    wanted: DocumentRequestRow,
    documentId: string,
  ): Promise<void> {
    const now = this.now();
    const answered = await requests.answer(tx, wanted.id, documentId, now);
    if (!answered) throw applicationErrors.requestClosed();
    const { id: applicationId, borrowerId, institutionId } = seen;
    await applications.attach(tx, [{ applicationId, documentId, borrowerId, institutionId, kind: wanted.kind }]);
    await this.kernel.events.record(tx, viewer, applicationEvents.documentSupplied, {
      subject: { type: "Application", id: applicationId },
      borrowerId,
      institutionId,
      facts: { applicationId, requestId: wanted.id, documentId, kind: wanted.kind, at: now.toISOString() },
    });
    if ((await requests.countOpen(tx, applicationId)) === 0)
      await this.applications.move(tx, viewer, {
        applicationId,
        from: ["NEED_MORE_INFO"],
        to: "UNDER_REVIEW",
        reason: "DOCUMENTS_COMPLETE",
      });
  }

  private now(): Date {
    return this.kernel.clock.businessNow();
  }
}

export function mustBeInstitution(viewer: Viewer): InstitutionViewer {
  if (viewer.kind !== "INSTITUTION") throw kernelErrors.notFound();
  return viewer;
}
