import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type {
  ApplicationClosingService,
  ApplicationRow,
  ApplicationSequenceService,
  ApplicationService,
  ApplicationState,
} from "../applications/index.js";
import type { SettingsService } from "../settings/index.js";
import type { OfferedTerms } from "./decision.rules.js";
import * as offers from "./offer.repository.js";
import type { OfferRow } from "./offer.tables.js";
import { offerErrors } from "./underwriting.errors.js";
import { offerEvents } from "./underwriting.events.js";
import { type DeclineReason, OfferState } from "./underwriting.states.js";

export interface OfferAnswer {
  readonly offerId: string;
  readonly idempotencyKey: string;
}

export interface OfferAcceptance extends OfferAnswer {
  /** Other applications of the borrower that end in the same moment. */
  readonly withdrawing?: readonly string[] | null;
}

const HOUR_MS = 3_600_000;
const ANSWERABLE: readonly ApplicationState[] = ["COUNTER_OFFERED", "APPROVED"];
const UNSIGNED: readonly ApplicationState[] = [...ANSWERABLE, "CONTRACT_PENDING"];

/** Terms an institution stands by, until they are accepted, declined or out of time. */
export class OfferService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
    private readonly applications: ApplicationService,
    private readonly sequences: Pick<ApplicationSequenceService, "taken">,
    private readonly closing: Pick<ApplicationClosingService, "giveWay">,
  ) {}

  /** Makes the offer of a decision, in the deciding transaction. Valid by business time, from `offer.validHours`. */
  async make(
    tx: Tx,
    viewer: Viewer,
    application: ApplicationRow,
    made: { decisionId: string; terms: OfferedTerms; comment: string | null },
  ): Promise<string> {
    const { terms, decisionId, comment } = made;
    const now = this.now();
    const expiresAt = this.until(now);
    const id = newId();
    const { borrowerId, institutionId } = application;
    await offers.insert(tx, {
      id,
      applicationId: application.id,
      borrowerId,
      institutionId,
      productVersionId: application.productVersionId,
      decisionId,
      kind: terms.kind,
      amount: terms.amount,
      annualRate: terms.annualRate,
      termCount: terms.termCount,
      method: terms.method,
      requestedAmount: application.amount,
      requestedTermCount: application.termCount,
      comment,
      startOn: this.kernel.clock.today(),
      createdAt: now,
      expiresAt,
    });
    await this.kernel.events.record(tx, viewer, offerEvents.made, {
      subject: { type: "Application", id: application.id },
      borrowerId,
      institutionId,
      facts: {
        applicationId: application.id,
        offerId: id,
        kind: terms.kind,
        amount: String(terms.amount),
        expiresAt: expiresAt.toISOString(),
      },
    });
    return id;
  }

  /**
   * Accepts an offer, once per key: a walk from lender to lender ends with it, and so do the other applications that
   * are named; the cost sheet comes next, and the contract must be signed within the same span.
   * @throws NOT_FOUND, OFFER_NOT_OPEN, OFFER_EXPIRED, OFFER_ACCOUNT_FROZEN, CONFLICT, APPLICATION_CANNOT_WITHDRAW
   */
  async accept(viewer: Viewer, { withdrawing, ...rest }: OfferAcceptance): Promise<string> {
    const borrower = mustBeBorrower(viewer);
    if (borrower.isFrozen) throw offerErrors.accountFrozen();
    const answer = { ...rest, withdrawing: [...new Set(withdrawing ?? [])] };
    return this.answer(borrower, "acceptOffer", answer, async (tx, offer, application, others) => {
      const now = this.now();
      const accepted = { state: OfferState.ACCEPTED, answeredAt: now, signBy: this.until(now) };
      if (!(await offers.move(tx, offer.id, OfferState.OPEN, accepted)))
        throw offerErrors.notOpen({ state: offer.state });
      await this.record(tx, borrower, offer, "accepted");
      await this.applications.recordAcceptance(tx, borrower, application, now);
      await this.sequences.taken(tx, borrower, application.id);
      for (const other of others) await this.closing.giveWay(tx, borrower, other);
    });
  }

  /** Declines an offer, once per key; the application ends as withdrawn. @throws NOT_FOUND, OFFER_NOT_OPEN, OFFER_EXPIRED */
  async decline(viewer: Viewer, answer: OfferAnswer & { readonly reason?: DeclineReason | null }): Promise<string> {
    const borrower = mustBeBorrower(viewer);
    return this.answer(borrower, "declineOffer", answer, async (tx, offer, application) => {
      const declineReason = answer.reason ?? null;
      const declined = { state: OfferState.DECLINED, answeredAt: this.now(), signBy: null, declineReason };
      if (!(await offers.move(tx, offer.id, OfferState.OPEN, declined)))
        throw offerErrors.notOpen({ state: offer.state });
      await this.record(tx, borrower, offer, "declined");
      await this.applications.move(tx, borrower, {
        applicationId: application.id,
        from: ANSWERABLE,
        to: "WITHDRAWN",
        reason: declineReason ? `OFFER_DECLINED_${declineReason}` : "OFFER_DECLINED",
      });
    });
  }

  /** The terms a contract is to be made of, or undefined. For lending, which has checked who asks. */
  accepted(reader: Reader | Tx, applicationId: string): Promise<OfferRow | undefined> {
    return offers.inState(reader, applicationId, OfferState.ACCEPTED);
  }

  /** Offers of an application, oldest first. */
  ofApplication(reader: Reader | Tx, applicationId: string): Promise<OfferRow[]> {
    return offers.ofApplications(reader, [applicationId]);
  }

  /** Ends offers nobody answered, and acceptances nobody signed, in time; their applications expire. Answers how many. */
  async expire(): Promise<number> {
    const overdue = await this.kernel.db.read(system, (reader) => offers.overdue(reader, this.now(), 500));
    let expired = 0;
    for (const offer of overdue) expired += await this.kernel.db.write(system, (tx) => this.expireOne(tx, offer));
    return expired;
  }

  /** Takes back what still stands when its application has ended otherwise. */
  async close(tx: Tx, applicationId: string): Promise<void> {
    for (const state of [OfferState.OPEN, OfferState.ACCEPTED]) {
      const offer = await offers.inState(tx, applicationId, state);
      if (offer)
        await offers.move(tx, offer.id, state, {
          state: OfferState.WITHDRAWN,
          answeredAt: offer.answeredAt,
          signBy: null,
        });
    }
  }

  private async answer(
    viewer: BorrowerViewer,
    operation: string,
    { idempotencyKey: key, ...request }: OfferAcceptance,
    work: (tx: Tx, offer: OfferRow, application: ApplicationRow, others: readonly ApplicationRow[]) => Promise<void>,
  ): Promise<string> {
    return this.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation, request }, async () => {
        const { offerId } = request;
        const seen = await offers.findOwn(tx, viewer.borrowerId, offerId);
        if (!seen) throw kernelErrors.notFound();
        // Applications are held before the offer, in the order every other writer takes them; several by their ids.
        const held = new Map<string, ApplicationRow>();
        for (const id of [...new Set([seen.applicationId, ...(request.withdrawing ?? [])])].sort())
          held.set(id, await this.applications.lock(tx, viewer, id));
        const application = held.get(seen.applicationId);
        if (!application) throw kernelErrors.notFound();
        const offer = (await offers.findOwn(tx, viewer.borrowerId, offerId)) ?? seen;
        if (offer.state !== OfferState.OPEN) throw offerErrors.notOpen({ state: offer.state });
        // What an end takes back is taken back a moment later.
        if (!ANSWERABLE.includes(application.state)) throw offerErrors.notOpen({ state: OfferState.WITHDRAWN });
        if (offer.expiresAt <= this.now()) throw offerErrors.expired();
        held.delete(application.id);
        await work(tx, offer, application, [...held.values()]);
        return application.id;
      }),
    );
  }

  private async expireOne(tx: Tx, seen: OfferRow): Promise<number> {
    const application = await this.applications.lock(tx, system, seen.applicationId);
    // Signed in time: the moment to sign by has served, and is not looked at again.
    if (!UNSIGNED.includes(application.state)) {
      await offers.move(tx, seen.id, seen.state, { state: seen.state, answeredAt: seen.answeredAt, signBy: null });
      return 0;
    }
    const patch = { state: OfferState.EXPIRED, answeredAt: seen.answeredAt, signBy: null };
    const offer = await offers.move(tx, seen.id, seen.state, patch);
    if (!offer) return 0;
    await this.record(tx, system, offer, "expired");
    await this.applications.move(tx, system, {
      applicationId: application.id,
      from: UNSIGNED,
      to: "EXPIRED",
      reason: seen.state === OfferState.ACCEPTED ? "OFFER_NOT_SIGNED" : "OFFER_EXPIRED",
    });
    return 1;
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    offer: OfferRow,
    what: "accepted" | "declined" | "expired",
  ): Promise<void> {
    await this.kernel.events.record(tx, viewer, offerEvents[what], {
      subject: { type: "Application", id: offer.applicationId },
      borrowerId: offer.borrowerId,
      institutionId: offer.institutionId,
      facts: { applicationId: offer.applicationId, offerId: offer.id, at: this.now().toISOString() },
      diff: { offer: [OfferState.OPEN, offer.state] },
    });
  }

  private until(from: Date): Date {
    return new Date(from.getTime() + this.settings.number("offer.validHours") * HOUR_MS);
  }

  private now(): Date {
    return this.kernel.clock.businessNow();
  }
}

function mustBeBorrower(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  return viewer;
}
