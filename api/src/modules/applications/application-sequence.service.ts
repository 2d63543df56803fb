import type { Reader, Tx } from "../../kernel/database/index.js";
import { DomainError, kernelErrors } from "../../kernel/errors/index.js";
import { markReaction } from "../../kernel/events/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import { applicationErrors } from "./application.errors.js";
import { sequenceEvents } from "./application.events.js";
import { ApplicationState } from "./application.states.js";
import * as drafts from "./application-draft.repository.js";
import { type ApplicationDraftService, mustBeBorrower, mustBeUsable } from "./application-draft.service.js";
import { DraftState } from "./application-draft.states.js";
import type { ApplicationDraftRow, DraftItemRow } from "./application-draft.tables.js";
import * as sequences from "./application-sequence.repository.js";
import { type SequenceGoal, SequenceState, SequenceStepState } from "./application-sequence.states.js";
import type { ApplicationSequenceRow, SequenceReason, SequenceStepRow } from "./application-sequence.tables.js";
import type { ApplicationSubmissionService, GivenConsent } from "./application-submission.service.js";
import type { DebtGuard } from "./debt-guard.service.js";

export interface SequenceWish {
  readonly draftId: string;
  readonly version: number;
  readonly goal: SequenceGoal;
  /** In the order of their turns. */
  readonly productIds: readonly string[];
  readonly consents: readonly GivenConsent[];
  readonly idempotencyKey: string;
}

const ENDS: readonly ApplicationState[] = [
  ApplicationState.REJECTED,
  ApplicationState.WITHDRAWN,
  ApplicationState.EXPIRED,
  ApplicationState.CANCELLED,
];
/** Refusals that the borrower can mend: the walk waits for them. Any other passes a lender over. */
const MENDABLE = [
  "APPLICATION_CONSENT_REQUIRED",
  "APPLICATION_CONSENT_OUTDATED",
  "APPLICATION_FACTS_MISSING",
  "APPLICATION_IDENTITY_REQUIRED",
  "APPLICATION_ACCOUNT_FROZEN",
  "APPLICATION_HARD_PULLS_USED",
  "APPLICATION_TOO_MANY_OPEN",
  "APPLICATION_DEBT_SERVICE_TOO_HIGH",
];
const KEPT = 20;

const reasonOf = (refusal: DomainError): SequenceReason => ({
  code: refusal.code,
  zh: refusal.text("zh-CN"),
  en: refusal.text("en-US"),
});

export interface SequenceParts {
  readonly kernel: Kernel;
  readonly identity: Pick<IdentityService, "isFrozen">;
  readonly drafts: ApplicationDraftService;
  readonly submission: ApplicationSubmissionService;
  readonly guard: DebtGuard;
}

/**
 * Lenders asked one after another, in the borrower's order, until one lends: the next one hears of it only when the one
 * before has refused, was withdrawn from, expired, or had its offer declined.
 */
export class ApplicationSequenceService {
  constructor(private readonly parts: SequenceParts) {}

  /** The borrower's walks, newest first. */
  list(reader: Reader, viewer: Viewer): Promise<ApplicationSequenceRow[]> {
    return sequences.ofBorrower(reader, mustBeBorrower(viewer).borrowerId, KEPT);
  }

  /** What is told of a walk to its borrower: the products chosen, and what has stopped it. @throws NOT_FOUND. */
  async told(
    tx: Tx,
    id: string,
  ): Promise<Pick<ApplicationSequenceRow, "borrowerId" | "state" | "reason"> & { readonly count: number }> {
    const row = await sequences.lock(tx, id);
    if (!row) throw kernelErrors.notFound();
    const { borrowerId, state, reason } = row;
    return { borrowerId, state, reason, count: (await sequences.stepsOf(tx, [id])).length };
  }

  /** @throws NOT_FOUND for another's. */
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<ApplicationSequenceRow> {
    const row = await sequences.find(reader, mustBeBorrower(viewer).borrowerId, id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /**
   * Begins a walk with the products of a draft and sends the first application, once per key; answers the walk's id.
   * The texts of all lenders must be agreed to; each consent is given when its lender's turn comes.
   * @throws APPLICATION_SEQUENCE_OPEN, APPLICATION_DEBT_SERVICE_TOO_HIGH with what would fit, APPLICATION_HARD_PULLS_USED,
   * APPLICATION_CONSENT_REQUIRED, APPLICATION_CONSENT_OUTDATED, APPLICATION_PRODUCT_NOT_IN_DRAFT, and what the first
   * application is refused for; CONFLICT on another version of the draft.
   */
  async start(viewer: Viewer, wish: SequenceWish): Promise<string> {
    const borrower = mustBeUsable(viewer);
    const { idempotencyKey: key, ...request } = wish;
    return this.parts.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation: "startSequence", request }, () => this.#begin(tx, borrower, wish)),
    );
  }

  /** Stands still after the application that is under way. @throws NOT_FOUND, CONFLICT. */
  async pause(viewer: Viewer, id: string, version: number): Promise<ApplicationSequenceRow> {
    return this.#change(viewer, id, version, async (tx, seen) => {
      if (seen.state !== SequenceState.RUNNING) throw kernelErrors.conflict({ state: seen.state });
      return this.#moved(tx, viewer, seen, { state: SequenceState.PAUSED, reason: null });
    });
  }

  /**
   * Goes on; newly agreed texts take the place of older ones.
   * @throws NOT_FOUND, CONFLICT, and the refusal that would stop it at once.
   */
  async resume(
    viewer: Viewer,
    wish: { sequenceId: string; version: number; consents?: readonly GivenConsent[] | null },
  ): Promise<ApplicationSequenceRow> {
    const borrower = mustBeUsable(viewer);
    return this.#change(viewer, wish.sequenceId, wish.version, async (tx, seen) => {
      if (seen.state !== SequenceState.PAUSED) throw kernelErrors.conflict({ state: seen.state });
      const renewed = new Set((wish.consents ?? []).map(({ institutionId }) => institutionId));
      const consents = [
        ...seen.consents.filter(({ institutionId }) => !renewed.has(institutionId)),
        ...(wish.consents ?? []),
      ];
      const patch = { state: SequenceState.RUNNING, reason: null, consents };
      return this.#mustGoOn(await this.#sendNext(tx, borrower, await this.#moved(tx, viewer, seen, patch)));
    });
  }

  /** Ends it; an application under way goes on by itself. @throws NOT_FOUND, CONFLICT. */
  async cancel(viewer: Viewer, id: string, version: number): Promise<ApplicationSequenceRow> {
    return this.#change(viewer, id, version, (tx, seen) => this.#ended(tx, viewer, seen, SequenceState.CANCELLED));
  }

  /**
   * Another order for the lenders who have not been asked.
   * @throws NOT_FOUND, CONFLICT, APPLICATION_PRODUCT_NOT_IN_DRAFT unless it names exactly those.
   */
  async reorder(
    viewer: Viewer,
    wish: { sequenceId: string; version: number; productIds: readonly string[] },
  ): Promise<ApplicationSequenceRow> {
    return this.#change(viewer, wish.sequenceId, wish.version, async (tx, seen) => {
      const steps = await sequences.stepsOf(tx, [seen.id]);
      const waiting = steps.filter(({ state }) => state === SequenceStepState.WAITING);
      const byProduct = new Map(waiting.map((step) => [step.productId, step]));
      const isWhole = wish.productIds.length === waiting.length && wish.productIds.every((id) => byProduct.has(id));
      if (!isWhole || new Set(wish.productIds).size !== waiting.length) throw applicationErrors.productNotInDraft();
      const asked = steps.length - waiting.length;
      for (const [place, productId] of wish.productIds.entries()) {
        const step = byProduct.get(productId);
        if (step) await sequences.setStep(tx, step.id, { position: asked + place });
      }
      return this.#moved(tx, viewer, seen, {});
    });
  }

  /** The borrower has taken a lender's offer, in the same transaction: the walk is over, and nobody else is asked. */
  async taken(tx: Tx, viewer: Viewer, applicationId: string): Promise<void> {
    await this.#endAt(tx, viewer, applicationId, SequenceStepState.ACCEPTED, SequenceState.ACCEPTED);
  }

  /** The application whose turn it was gave way to an offer outside the walk, in the same transaction: it is over. */
  async givenUp(tx: Tx, viewer: Viewer, applicationId: string): Promise<void> {
    await this.#endAt(tx, viewer, applicationId, SequenceStepState.ENDED, SequenceState.CANCELLED);
  }

  /** An application has ended: where it was a lender's turn, the walk goes on. */
  async follow(reaction: string, eventId: string, applicationId: string, to: ApplicationState): Promise<void> {
    if (!ENDS.includes(to)) return;
    await this.parts.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const found = await sequences.stepOf(tx, applicationId);
      const sequence = found && (await sequences.lock(tx, found.sequenceId));
      if (!sequence || found.state !== SequenceStepState.SENT) return;
      await sequences.setStep(tx, found.id, { state: SequenceStepState.ENDED });
      if (sequence.state === SequenceState.RUNNING) {
        const { borrowerId } = sequence;
        const isFrozen = await this.parts.identity.isFrozen(tx, borrowerId);
        await this.#sendNext(tx, standingFor(borrowerId, isFrozen), sequence);
      }
    });
  }

  async #begin(tx: Tx, borrower: BorrowerViewer, wish: SequenceWish): Promise<string> {
    const { borrowerId } = borrower;
    const draft = await this.parts.drafts.lockOpen(tx, borrowerId, wish.draftId, wish.version);
    const chosen = await this.#chosen(tx, draft, wish);
    await this.#mustBeCarried(tx, borrowerId, draft, chosen);
    const startedAt = this.parts.kernel.clock.businessNow();
    const id = newId();
    const { goal, consents, draftId } = wish;
    const sequence = await sequences.insert(
      tx,
      { id, borrowerId, draftId, goal, consents, startedAt },
      chosen.map(({ productId, productVersionId }, position) => ({
        sequenceId: id,
        borrowerId,
        productId,
        productVersionId,
        position,
      })),
    );
    if (!sequence) throw applicationErrors.sequenceOpen();
    // From here on the walk holds the draft: what the lenders are told does not change under them.
    const closed = { state: DraftState.SUBMITTED, submittedAt: startedAt };
    if (!(await drafts.compareAndSet(tx, draft, closed))) throw kernelErrors.conflict();
    await this.parts.kernel.events.record(tx, borrower, sequenceEvents.started, {
      subject: { type: "ApplicationSequence", id },
      borrowerId,
      facts: { sequenceId: id, goal, count: chosen.length },
    });
    await this.#mustGoOn(await this.#sendNext(tx, borrower, sequence));
    return id;
  }

  async #chosen(tx: Tx, draft: ApplicationDraftRow, wish: SequenceWish): Promise<DraftItemRow[]> {
    const open = (await drafts.itemsOf(tx, [draft.id])).filter((item) => item.applicationId === null);
    const byProduct = new Map(open.map((item) => [item.productId, item]));
    const productIds = [...new Set(wish.productIds)];
    if (productIds.length === 0) throw applicationErrors.nothingSelected({}, "productIds");
    const chosen = productIds.flatMap((id) => byProduct.get(id) ?? []);
    if (chosen.length !== productIds.length) throw applicationErrors.productNotInDraft({}, "productIds");
    this.parts.submission.mustBeAgreed(productIds, wish.consents);
    await this.parts.submission.mustHavePulls(tx, draft.borrowerId, chosen.length);
    return chosen;
  }

  /** @throws APPLICATION_DEBT_SERVICE_TOO_HIGH at the first product that is more than the borrower's month can carry. */
  async #mustBeCarried(
    tx: Tx,
    borrowerId: string,
    draft: ApplicationDraftRow,
    chosen: readonly DraftItemRow[],
  ): Promise<void> {
    const month = await this.parts.guard.monthOf(tx, borrowerId);
    if (month === null) return;
    for (const { productId } of chosen) {
      const refusal = this.#tooMuch(month, draft, productId);
      if (refusal) throw refusal;
    }
  }

  #tooMuch(
    month: NonNullable<Awaited<ReturnType<DebtGuard["monthOf"]>>>,
    draft: ApplicationDraftRow,
    productId: string,
  ): DomainError | undefined {
    const product = this.parts.drafts.presentProduct(productId);
    if (!product) return undefined;
    const quote = this.parts.drafts.quoteFor(draft, product);
    return this.parts.guard.refusalOf(this.parts.guard.judge(month, product, quote), quote);
  }

  /** Sends the next lender's application; a refusal that the borrower can mend stops the walk, others pass it by. */
  async #sendNext(tx: Tx, borrower: BorrowerViewer, sequence: ApplicationSequenceRow): Promise<Sending> {
    const draft = await drafts.find(tx, sequence.borrowerId, sequence.draftId);
    if (!draft) throw kernelErrors.notFound();
    const items = await drafts.itemsOf(tx, [draft.id]);
    let first: DomainError | null = null;
    const steps = await sequences.stepsOf(tx, [sequence.id]);
    if (steps.some(({ state }) => state === SequenceStepState.SENT)) return { sequence, refusal: null };
    for (const step of steps) {
      if (step.state !== SequenceStepState.WAITING) continue;
      const refusal = await this.#send(tx, borrower, { sequence, draft, items, step });
      if (refusal === null) return { sequence, refusal: null };
      first ??= refusal;
      if (MENDABLE.includes(refusal.code)) {
        const patch = { state: SequenceState.PAUSED, reason: reasonOf(refusal) };
        return { sequence: await this.#moved(tx, borrower, sequence, patch), refusal };
      }
      await sequences.setStep(tx, step.id, { state: SequenceStepState.SKIPPED, reason: reasonOf(refusal) });
    }
    return { sequence: await this.#ended(tx, borrower, sequence, SequenceState.EXHAUSTED), refusal: first };
  }

  /** Null when the application is on its way; nothing is written otherwise. */
  async #send(
    tx: Tx,
    borrower: BorrowerViewer,
    turn: {
      sequence: ApplicationSequenceRow;
      draft: ApplicationDraftRow;
      items: readonly DraftItemRow[];
      step: SequenceStepRow;
    },
  ): Promise<DomainError | null> {
    const { sequence, draft, items, step } = turn;
    const item = items.find(({ productId }) => productId === step.productId);
    if (!item) return applicationErrors.productNotInDraft();
    try {
      if (borrower.isFrozen) throw applicationErrors.accountFrozen();
      const month = await this.parts.guard.monthOf(tx, borrower.borrowerId);
      const refusal = month && this.#tooMuch(month, draft, step.productId);
      if (refusal) throw refusal;
      const { id: applicationId } = await this.parts.submission.send(tx, borrower, draft, item, sequence.consents);
      const sentAt = this.parts.kernel.clock.businessNow();
      await sequences.setStep(tx, step.id, { state: SequenceStepState.SENT, applicationId, sentAt });
      await this.parts.kernel.events.record(tx, borrower, sequenceEvents.sent, {
        subject: { type: "ApplicationSequence", id: sequence.id },
        borrowerId: sequence.borrowerId,
        facts: { sequenceId: sequence.id, applicationId, productId: step.productId },
      });
      return null;
    } catch (refusal) {
      if (!(refusal instanceof DomainError)) throw refusal;
      return refusal;
    }
  }

  /** What is asked for by hand either goes on or is refused as a whole. */
  #mustGoOn({ sequence, refusal }: Sending): ApplicationSequenceRow {
    if (refusal !== null) throw refusal;
    return sequence;
  }

  async #change(
    viewer: Viewer,
    id: string,
    version: number,
    work: (tx: Tx, seen: ApplicationSequenceRow) => Promise<ApplicationSequenceRow>,
  ): Promise<ApplicationSequenceRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    return this.parts.kernel.db.write(viewer, async (tx) => {
      const seen = await sequences.lock(tx, id);
      if (seen?.borrowerId !== borrowerId) throw kernelErrors.notFound();
      if (seen.endedAt !== null) throw applicationErrors.sequenceEnded();
      if (seen.version !== version) throw kernelErrors.conflict({ version: seen.version });
      return work(tx, seen);
    });
  }

  async #endAt(
    tx: Tx,
    viewer: Viewer,
    applicationId: string,
    step: SequenceStepState,
    state: SequenceState,
  ): Promise<void> {
    const found = await sequences.stepOf(tx, applicationId);
    const sequence = found && (await sequences.lock(tx, found.sequenceId));
    if (!sequence || sequence.endedAt !== null || found.state !== SequenceStepState.SENT) return;
    await sequences.setStep(tx, found.id, { state: step });
    await this.#ended(tx, viewer, sequence, state);
  }

  async #ended(
    tx: Tx,
    viewer: Viewer,
    sequence: ApplicationSequenceRow,
    state: SequenceState,
  ): Promise<ApplicationSequenceRow> {
    await sequences.skipWaiting(tx, sequence.id);
    const endedAt = this.parts.kernel.clock.businessNow();
    return this.#moved(tx, viewer, sequence, { state, reason: null, endedAt });
  }

  async #moved(
    tx: Tx,
    viewer: Viewer,
    seen: ApplicationSequenceRow,
    patch: Parameters<typeof sequences.compareAndSet>[2],
  ): Promise<ApplicationSequenceRow> {
    const moved = await sequences.compareAndSet(tx, seen, patch);
    if (!moved) throw kernelErrors.conflict();
    await this.parts.kernel.events.record(tx, viewer, sequenceEvents.changed, {
      subject: { type: "ApplicationSequence", id: seen.id },
      borrowerId: seen.borrowerId,
      facts: { sequenceId: seen.id, from: seen.state, to: moved.state, reason: moved.reason?.code ?? null },
      diff: { state: [seen.state, moved.state] },
    });
    return moved;
  }
}

interface Sending {
  readonly sequence: ApplicationSequenceRow;
  readonly refusal: DomainError | null;
}

/** The borrower, as they bade the walk to go on when they began it. */
const standingFor = (borrowerId: string, isFrozen: boolean): BorrowerViewer => ({
  kind: "BORROWER",
  accountId: borrowerId,
  borrowerId,
  sessionId: newId(),
  permissions: new Set(),
  displayName: "",
  isFrozen,
});
