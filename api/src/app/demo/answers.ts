/** How offers end: taken up and paid out, declined, forgotten, or still open on day 0. */

import { DeclineReason, OfferState, offerEvents } from "../../modules/underwriting/index.js";
import type { Case, CaseTools } from "./casework.js";
import { theSystem } from "./event-log.js";
import type { Offered, Terms } from "./review.js";

/** A loan to be made of an offer that was taken up. */
export interface Funded {
  readonly story: Case;
  readonly terms: Terms;
  /** Business time of the payout. */
  readonly paidOutAt: Date;
}

const HOUR_MS = 3_600_000;
const MINUTE_S = 60;

export class Answers {
  constructor(private readonly tools: CaseTools) {}

  /** Accepted, signed and paid out, within a day and a half. */
  fund({ story, offer, terms }: Offered): Funded {
    const { random, wish } = story;
    this.#accept({ story, offer, terms });
    story.wait(MINUTE_S * random.whole(5, 60)).move("CONTRACT_PENDING", story.actor);
    story.wait(MINUTE_S * random.whole(15, 340)).move("CONTRACTED", story.actor);
    story.wait(1).move("DISBURSING", theSystem);
    story.wait(MINUTE_S * random.whole(2, 300));
    if (wish.paidOutOn) story.goOnAt(this.tools.times.on(wish.paidOutOn, 9 * 60 + 40));
    story.move("DISBURSED", theSystem);
    return { story, terms, paidOutAt: story.at };
  }

  /** What becomes of an offer that no loan came of, as far as there was time for it. */
  settle(offered: Offered): void {
    const { story, offer } = offered;
    const { wish, random } = story;
    if (wish.fate === "ACCEPTED") this.#accept(offered);
    if (wish.fate !== "NATURAL") return;
    const habit = random.weighted([
      ["DECLINE", 25],
      ["FORGET", 55],
      ["ACCEPT", 20],
    ] as const);
    const answeredAt = new Date(story.at.getTime() + random.whole(1, 40) * HOUR_MS);
    if (habit === "DECLINE" && story.isPast(answeredAt)) {
      story.goOnAt(answeredAt);
      const declineReason = random.pick(Object.values(DeclineReason));
      Object.assign(offer, { state: OfferState.DECLINED, answeredAt: story.at, declineReason, version: 2 });
      this.#note(offered, "declined");
      story.move("WITHDRAWN", story.actor, `OFFER_DECLINED_${declineReason}`);
      return;
    }
    if (habit === "ACCEPT" && story.isPast(new Date(story.at.getTime() + 22 * HOUR_MS))) this.#accept(offered);
    const endsAt = offer.signBy ?? offer.expiresAt;
    if (!story.isPast(endsAt)) return;
    story.goOnAt(new Date(endsAt.getTime() + MINUTE_S * 1_000));
    Object.assign(offer, { state: OfferState.EXPIRED, signBy: null, version: (offer.version ?? 1) + 1 });
    this.#note(offered, "expired");
    story.move("EXPIRED", theSystem, "OFFER_EXPIRED");
  }

  #accept(offered: Offered): void {
    const { story, offer } = offered;
    story.wait(MINUTE_S * story.random.whole(15, story.wish.fate === "NATURAL" ? 1_200 : 90));
    const signBy = new Date(story.at.getTime() + this.tools.validHours * HOUR_MS);
    Object.assign(offer, { state: OfferState.ACCEPTED, answeredAt: story.at, signBy, version: 2 });
    this.#note(offered, "accepted");
    story.row.offerAcceptedAt = story.at;
    if (story.row.state === "COUNTER_OFFERED") story.move("APPROVED", story.actor);
  }

  #note({ story, offer }: Offered, what: "accepted" | "declined" | "expired"): void {
    const facts = { applicationId: story.row.id, offerId: offer.id, at: story.at.toISOString() };
    const actor = what === "expired" ? theSystem : story.actor;
    const diff = { offer: [OfferState.OPEN, offer.state] as const };
    this.tools.log.note(offerEvents[what], { ...story.about, at: story.at, actor, facts, diff });
  }
}
