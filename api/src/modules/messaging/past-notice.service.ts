import { templateOfOffer, templateOfStatus } from "./notice-cause.rules.js";
import { documentWord, offerFacts, yuanText } from "./notice-facts.rules.js";
import { type NoticeFacts, noticeTemplates, pathOf } from "./notice-template.rules.js";
import { NoticeTemplate } from "./notification.states.js";
import type { notifications } from "./notification.tables.js";

/** Something that happened to an application before there were notices. */
export interface PastHappening {
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The application as its notices name it. */
export interface PastSubject {
  readonly applicationId: string;
  readonly borrowerId: string;
  readonly product: string;
  readonly number: string;
  readonly institution: string;
  /** Fen. */
  readonly amount: bigint;
}

interface Told {
  readonly template: NoticeTemplate;
  readonly more?: NoticeFacts;
}

/** Notices for a history that is brought in as a whole: the same words for the same events, and no message goes out. */
export class PastNoticeService {
  /** The row for one event; null when nobody is told of such a thing. */
  rowOf(
    event: PastHappening,
    about: PastSubject,
    { occurredAt, readAt }: { occurredAt: Date; readAt: Date | null },
  ): Omit<typeof notifications.$inferInsert, "id"> | null {
    const told = this.#toldBy(event);
    if (!told) return null;
    const { borrowerId, amount, ...named } = about;
    const facts = { ...named, amount: yuanText(amount), ...told.more };
    return {
      borrowerId,
      kind: noticeTemplates[told.template].kind,
      template: told.template,
      eventId: event.id,
      subjectType: "Application",
      subjectId: about.applicationId,
      facts,
      path: pathOf(told.template, facts),
      occurredAt,
      readAt,
    };
  }

  #toldBy({ name, facts }: PastHappening): Told | null {
    const text = (field: string): string => String(facts[field] ?? "");
    if (name === "application.submitted") return { template: NoticeTemplate.APPLICATION_SUBMITTED };
    if (name === "application.documentRequested")
      return { template: NoticeTemplate.DOCUMENT_REQUESTED, more: { document: documentWord(text("kind")) } };
    if (name === "offer.made")
      return {
        template: templateOfOffer(text("kind")),
        more: offerFacts(text("offerId"), text("amount"), text("expiresAt")),
      };
    if (name !== "application.statusChanged") return null;
    const template = templateOfStatus(text("from"), text("to"));
    return template && { template };
  }
}
