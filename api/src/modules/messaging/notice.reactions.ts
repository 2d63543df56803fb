import type { Tx } from "../../kernel/database/index.js";
import { type EventDefinition, type Occurrence, type Reaction, when } from "../../kernel/events/index.js";
import { activityEvents } from "../activity/index.js";
import { applicationEvents, sequenceEvents } from "../applications/index.js";
import { consentEvents } from "../borrowers/index.js";
import { contractEvents, loanEvents } from "../lending/index.js";
import { paymentEvents } from "../repayments/index.js";
import { offerEvents } from "../underwriting/index.js";
import type { DeliveryService } from "./delivery.service.js";
import type { NoticeService } from "./notice.service.js";
import { templateOfLoan, templateOfOffer, templateOfSequence, templateOfStatus } from "./notice-cause.rules.js";
import { documentWord, offerFacts, yuanText } from "./notice-facts.rules.js";
import { notificationEvents } from "./notification.events.js";
import type { NoticeWish, NotificationService } from "./notification.service.js";
import { NoticeTemplate } from "./notification.states.js";

type Make<Facts> = (tx: Tx, occurrence: Occurrence<Facts>) => Promise<NoticeWish | null>;

export interface RoomOfNotices {
  readonly notices: NoticeService;
  readonly notifications: NotificationService;
  readonly deliveries: DeliveryService;
}

/** Makes an event a notice: once, however often the reaction runs. */
const teller =
  ({ notifications }: RoomOfNotices) =>
  <Facts extends Record<string, unknown>>(event: EventDefinition<Facts>, name: string, make: Make<Facts>): Reaction => {
    const reaction = `messaging.${name}`;
    return when(event, reaction, (occurrence) =>
      notifications.answer(reaction, occurrence.id, (tx) => make(tx, occurrence)),
    );
  };

function applicationReactions(room: RoomOfNotices): Reaction[] {
  const { notices } = room;
  const tell = teller(room);
  const { APPLICATION_SUBMITTED, DOCUMENT_REQUESTED, CONTRACT_SIGNED, OFFER_EXPIRED } = NoticeTemplate;
  return [
    tell(applicationEvents.submitted, "tellSubmitted", (tx, { id: eventId, facts }) =>
      notices.aboutApplication(tx, facts.applicationId, { eventId, template: APPLICATION_SUBMITTED }),
    ),
    tell(applicationEvents.documentRequested, "tellDocumentRequested", (tx, { id: eventId, facts }) =>
      notices.aboutApplication(tx, facts.applicationId, {
        eventId,
        template: DOCUMENT_REQUESTED,
        more: { document: documentWord(facts.kind) },
      }),
    ),
    tell(applicationEvents.statusChanged, "tellStatus", async (tx, { id: eventId, facts }) => {
      const template = templateOfStatus(facts.from, facts.to);
      return template ? notices.aboutApplication(tx, facts.applicationId, { eventId, template }) : null;
    }),
    tell(sequenceEvents.changed, "tellSequence", async (tx, { id: eventId, facts }) => {
      const template = templateOfSequence(facts.to, facts.reason);
      return template ? notices.aboutSequence(tx, facts.sequenceId, { eventId, template }) : null;
    }),
    tell(offerEvents.made, "tellOffer", (tx, { id: eventId, facts }) =>
      notices.aboutApplication(tx, facts.applicationId, {
        eventId,
        template: templateOfOffer(facts.kind),
        more: offerFacts(facts.offerId, facts.amount, facts.expiresAt),
      }),
    ),
    tell(offerEvents.expired, "tellOfferExpired", (tx, { id: eventId, facts }) =>
      notices.aboutApplication(tx, facts.applicationId, { eventId, template: OFFER_EXPIRED }),
    ),
    tell(contractEvents.signed, "tellSigned", (tx, { id: eventId, facts }) =>
      notices.aboutApplication(tx, facts.applicationId, { eventId, template: CONTRACT_SIGNED }),
    ),
  ];
}

function loanReactions(room: RoomOfNotices): Reaction[] {
  const { notices } = room;
  const tell = teller(room);
  const { PAID_OUT, PAYMENT_SETTLED, PAYMENT_FAILED } = NoticeTemplate;
  return [
    tell(loanEvents.opened, "tellPaidOut", (tx, { id: eventId, facts }) =>
      notices.aboutLoan(tx, facts.loanId, {
        eventId,
        template: PAID_OUT,
        more: { amount: yuanText(BigInt(facts.principal)) },
      }),
    ),
    tell(loanEvents.statusChanged, "tellLoan", async (tx, { id: eventId, facts }) => {
      const template = templateOfLoan(facts.to);
      return template ? notices.aboutLoan(tx, facts.loanId, { eventId, template }) : null;
    }),
    tell(paymentEvents.settled, "tellPaymentSettled", (tx, { id: eventId, facts }) =>
      notices.aboutLoan(tx, facts.loanId, {
        eventId,
        template: PAYMENT_SETTLED,
        more: { amount: yuanText(BigInt(facts.amount)), receipt: facts.receiptNumber },
      }),
    ),
    tell(paymentEvents.failed, "tellPaymentFailed", (tx, { id: eventId, facts }) =>
      notices.aboutLoan(tx, facts.loanId, { eventId, template: PAYMENT_FAILED }),
    ),
  ];
}

/** What is told to borrowers, and how it goes out. */
export function messagingReactions(room: RoomOfNotices): Reaction[] {
  const { notices, deliveries } = room;
  const tell = teller(room);
  return [
    ...applicationReactions(room),
    ...loanReactions(room),
    tell(consentEvents.withdrawn, "tellConsentWithdrawn", async (tx, { id, borrowerId, institutionId, facts }) =>
      borrowerId && institutionId
        ? notices.aboutConsent(tx, { borrowerId, institutionId, consentId: facts.consentId }, id)
        : null,
    ),
    tell(activityEvents.productAlerted, "tellProduct", (tx, { id, facts }) =>
      notices.aboutProduct(tx, facts.alertId, id),
    ),
    when(notificationEvents.added, "messaging.deliver", ({ facts }) => deliveries.deliver(facts.notificationId)),
  ];
}
