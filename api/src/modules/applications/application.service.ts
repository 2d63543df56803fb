import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { scopeOf, type Viewer } from "../../kernel/viewer/index.js";
import type { ConsentService } from "../borrowers/index.js";
import type { SettingsService } from "../settings/index.js";
import { applicationErrors } from "./application.errors.js";
import { applicationEvents, type StatusReasonText } from "./application.events.js";
import * as applications from "./application.repository.js";
import { actionsFor, stepOf } from "./application.rules.js";
import {
  type ApplicationAction,
  type ApplicationSort,
  ApplicationState,
  type ApplicationStep,
  canMove,
  isOpenState,
  OPEN_STATES,
  type RuleOutcome,
} from "./application.states.js";
import type { ApplicationRow } from "./application.tables.js";
import * as lists from "./application-list.repository.js";
import * as requests from "./document-request.repository.js";
import { ReviewClock } from "./review-clock.service.js";

export interface ApplicationMove {
  readonly applicationId: string;
  /** States it may stand in; anything else is a conflict. */
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  /** The version the caller had read, where a person decided on what they saw. */
  readonly version?: number;
  readonly reason?: StatusReasonText | null;
  readonly patch?: {
    readonly outcome?: RuleOutcome;
    readonly withdrawalNote?: string | null;
    readonly offerAcceptedAt?: Date;
    readonly humanReviewAskedAt?: Date;
    readonly dueAt?: Date;
  };
}

export interface ApplicationWish {
  readonly states?: readonly ApplicationState[] | null;
  readonly isOpen?: boolean | null;
  readonly productId?: string | null;
  readonly text?: string | null;
  readonly assignedToMe?: boolean | null;
  readonly outcome?: RuleOutcome | null;
}

const DECIDED: readonly ApplicationState[] = ["APPROVED", "COUNTER_OFFERED", "REJECTED"];
const CONSENT_ENDS_IN: readonly ApplicationState[] = ["WITHDRAWN", "EXPIRED", "CANCELLED"];

/** The application itself: who may see it, and the one way its state changes. */
export class ApplicationService {
  readonly #clock: ReviewClock;

  constructor(
    private readonly kernel: Kernel,
    private readonly consents: ConsentService,
    private readonly settings: SettingsService,
  ) {
    this.#clock = new ReviewClock();
  }

  /** @throws NOT_FOUND for what is missing, another's, or closed to the institution because the consent has ended. */
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ApplicationRow> {
    const row = await applications.find(reader, scopeOf(viewer), id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** Like `find`, holding the row until the transaction ends. */
  async lock(tx: Tx, viewer: Viewer, id: string): Promise<ApplicationRow> {
    const row = await applications.lock(tx, scopeOf(viewer), id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** Those of the ids that the viewer may see, in the order of the ids. */
  async list(reader: Reader | Tx, viewer: Viewer, ids: readonly string[]): Promise<ApplicationRow[]> {
    if (ids.length === 0) return [];
    const rows = new Map((await applications.byIds(reader, scopeOf(viewer), ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  /** One page of what the viewer may see. @throws INVALID_INPUT on a search text that no database could hold. */
  async page(
    reader: Reader,
    viewer: Viewer,
    wish: ApplicationWish,
    sort: ApplicationSort,
    request: PageRequest,
    withTotal = false,
  ): Promise<Page<ApplicationRow>> {
    const text = wish.text?.trim();
    if (text && (text.length > 200 || text.includes("\u0000")))
      throw kernelErrors.invalidInput({ rule: "isLength", min: 1, max: 200 }, "filter.text");
    if (wish.productId && !isId(wish.productId)) throw kernelErrors.notFound();
    const assignee = wish.assignedToMe && "accountId" in viewer ? viewer.accountId : null;
    const filter = {
      states: statesOf(wish),
      productId: wish.productId,
      text: text || null,
      assigneeId: assignee,
      outcome: wish.outcome,
    };
    return lists.pageOfScope(reader, scopeOf(viewer), filter, sort, request, withTotal);
  }

  /**
   * Moves an application along its state machine, in the caller's transaction: compare-and-set on the state (and the
   * version, if given), the review clock, the end of the consent where the application ends, and the event.
   * @throws NOT_FOUND outside the viewer's scope; CONFLICT when it stands elsewhere or was changed meanwhile.
   */
  async move(tx: Tx, viewer: Viewer, wish: ApplicationMove): Promise<ApplicationRow> {
    for (const from of wish.from)
      if (!canMove(from, wish.to)) throw new Error(`an application cannot go from ${from} to ${wish.to}`);
    const seen = await this.lock(tx, viewer, wish.applicationId);
    const isStale = wish.version !== undefined && wish.version !== seen.version;
    if (isStale || !wish.from.includes(seen.state)) throw kernelErrors.conflict({ state: seen.state });
    const now = this.kernel.clock.businessNow();
    const consentEnds = CONSENT_ENDS_IN.includes(wish.to) && seen.consentEndedAt === null;
    const moved = await applications.compareAndSet(tx, seen, {
      ...wish.patch,
      state: wish.to,
      lastOpenState: isOpenState(wish.to) || wish.to === ApplicationState.DISBURSED ? wish.to : seen.lastOpenState,
      stateSince: now,
      ...this.#clock.after(seen, wish.to, now),
      ...(DECIDED.includes(wish.to) && seen.decidedAt === null ? { decidedAt: now } : {}),
      ...(consentEnds ? { consentEndedAt: now } : {}),
    });
    if (!moved) throw kernelErrors.conflict({ state: seen.state });
    if (!isOpenState(wish.to)) await requests.closeAll(tx, moved.id, now);
    if (consentEnds) await this.consents.endFor(tx, moved.id, `APPLICATION_${wish.to}`);
    await this.kernel.events.record(tx, viewer, applicationEvents.statusChanged, {
      subject: { type: "Application", id: moved.id },
      borrowerId: moved.borrowerId,
      institutionId: moved.institutionId,
      facts: {
        applicationId: moved.id,
        from: seen.state,
        to: moved.state,
        reason: wish.reason ?? null,
        at: now.toISOString(),
      },
      diff: { state: [seen.state, moved.state] },
    });
    return moved;
  }

  /** Notes what the institution's model said, without moving the application. */
  async recordOutcome(tx: Tx, viewer: Viewer, applicationId: string, outcome: RuleOutcome): Promise<ApplicationRow> {
    const seen = await this.lock(tx, viewer, applicationId);
    const row = await applications.compareAndSet(tx, seen, { outcome });
    if (!row) throw kernelErrors.conflict({ state: seen.state });
    return row;
  }

  /**
   * Notes that the borrower accepted what was offered: a counter-offer is approved with it, an approved application
   * stays approved. The cost sheet comes next.
   */
  async recordAcceptance(tx: Tx, viewer: Viewer, seen: ApplicationRow, at: Date): Promise<ApplicationRow> {
    const patch = { offerAcceptedAt: at };
    if (seen.state === ApplicationState.COUNTER_OFFERED)
      return this.move(tx, viewer, { applicationId: seen.id, from: ["COUNTER_OFFERED"], to: "APPROVED", patch });
    const row = await applications.compareAndSet(tx, seen, patch);
    if (!row) throw kernelErrors.conflict({ state: seen.state });
    return row;
  }

  /** Gives an automatically refused application to a person; the time to decide it begins anew. */
  handToPerson(tx: Tx, viewer: Viewer, applicationId: string): Promise<ApplicationRow> {
    const now = this.kernel.clock.businessNow();
    return this.move(tx, viewer, {
      applicationId,
      from: ["REJECTED"],
      to: "UNDER_REVIEW",
      reason: "HUMAN_REVIEW_REQUESTED",
      patch: { humanReviewAskedAt: now, dueAt: this.#clock.dueAt(now, this.settings.number("review.slaWorkingDays")) },
    });
  }

  /** Ids of applications that have stood in a state since before a business moment. */
  idleSince(reader: Reader | Tx, state: ApplicationState, before: Date, limit = 200): Promise<string[]> {
    return applications.idleSince(reader, state, before, limit);
  }

  /** What lenders have refused a borrower since a business moment, and still do. */
  refusalsOf(reader: Reader | Tx, borrowerId: string, since: Date): Promise<applications.Refusal[]> {
    return applications.refusals(reader, borrowerId, since);
  }

  /** The borrower's step; an ended application stays on the one it had reached. */
  stepOf(row: Pick<ApplicationRow, "state" | "lastOpenState">): ApplicationStep {
    return stepOf(row);
  }

  /** What the viewer may do to it now. */
  actionsFor(viewer: Viewer, row: Pick<ApplicationRow, "state" | "offerAcceptedAt">): ApplicationAction[] {
    return actionsFor(viewer, row);
  }

  /** @throws APPLICATION_NOT_IN_REVIEW unless it stands in one of the states. */
  mustStandIn(row: ApplicationRow, states: readonly ApplicationState[]): void {
    if (!states.includes(row.state)) throw applicationErrors.notInReview({ state: row.state });
  }
}

function statesOf({ states, isOpen }: ApplicationWish): readonly ApplicationState[] | null {
  if (isOpen == null) return states ?? null;
  const open: readonly ApplicationState[] = OPEN_STATES;
  const wanted = Object.values(ApplicationState).filter((state) => open.includes(state) === isOpen);
  return states ? wanted.filter((state) => states.includes(state)) : wanted;
}
