import type { Tx } from "../../kernel/database/index.js";
import { historyOf } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { ProductAlertService } from "../activity/index.js";
import {
  type ApplicationRow,
  type ApplicationSequenceService,
  type ApplicationService,
  ApplicationState,
  SequenceState,
} from "../applications/index.js";
import type { CatalogService } from "../catalog/index.js";
import { institutionById } from "../institutions/index.js";
import type { LendingService } from "../lending/index.js";
import { offerEvents } from "../underwriting/index.js";
import { rateText, yuanText } from "./notice-facts.rules.js";
import type { NoticeFacts } from "./notice-template.rules.js";
import * as notifications from "./notification.repository.js";
import type { NoticeWish, NotificationService } from "./notification.service.js";
import { NoticeTemplate } from "./notification.states.js";
import type { NotificationRow } from "./notification.tables.js";

/** What a notice is about, and what it says. */
export interface Cause {
  readonly eventId: string;
  readonly template: NoticeTemplate;
  readonly more?: NoticeFacts;
}

const HOUR_MS = 3_600_000;
const EXPIRING_HOURS = 24;
/** An offer stands at most thirty days. */
const LOOK_BACK_MS = 31 * 24 * HOUR_MS;
const ANSWERS: readonly string[] = [offerEvents.accepted.name, offerEvents.declined.name];
const OFFERS = [NoticeTemplate.APPLICATION_APPROVED, NoticeTemplate.COUNTER_OFFER_MADE] as const;
/** While the application stands here, what a notice says of it is still so. */
const TRUE_WHILE: Partial<Record<NoticeTemplate, readonly ApplicationState[]>> = {
  DOCUMENT_REQUESTED: [ApplicationState.NEED_MORE_INFO],
  APPLICATION_APPROVED: [ApplicationState.APPROVED],
  COUNTER_OFFER_MADE: [ApplicationState.COUNTER_OFFERED],
  OFFER_EXPIRING: [ApplicationState.APPROVED, ApplicationState.COUNTER_OFFERED],
  CONTRACT_TO_SIGN: [ApplicationState.CONTRACT_PENDING],
};

/** Notices made of what the rooms to the left know, frozen as it was when it happened. */
export class NoticeService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly applications: ApplicationService;
      readonly sequences: ApplicationSequenceService;
      readonly lending: LendingService;
      readonly catalog: CatalogService;
      readonly productAlerts: ProductAlertService;
      readonly notifications: NotificationService;
    },
  ) {}

  /** About an application, to its borrower. */
  async aboutApplication(tx: Tx, applicationId: string, { eventId, template, more = {} }: Cause): Promise<NoticeWish> {
    const row = await this.left.applications.find(tx, system, applicationId);
    const facts = { ...(await this.#factsOf(tx, row)), ...more };
    return { borrowerId: row.borrowerId, template, eventId, subject: { type: "Application", id: row.id }, facts };
  }

  /** About a walk from lender to lender, to its borrower. */
  async aboutSequence(tx: Tx, sequenceId: string, { eventId, template }: Cause): Promise<NoticeWish> {
    const { borrowerId, reason, count } = await this.left.sequences.told(tx, sequenceId);
    const { zh, en } = reason ?? { zh: "", en: "" };
    const facts = { count: String(count), reason: { zh, en } };
    return { borrowerId, template, eventId, subject: { type: "ApplicationSequence", id: sequenceId }, facts };
  }

  /** About a loan, to its borrower. */
  async aboutLoan(tx: Tx, loanId: string, { eventId, template, more = {} }: Cause): Promise<NoticeWish> {
    const loan = await this.left.lending.loan(tx, system, loanId);
    const application = await this.left.applications.find(tx, system, loan.applicationId);
    const facts = { ...(await this.#factsOf(tx, application)), loanId, ...more };
    return { borrowerId: loan.borrowerId, template, eventId, subject: { type: "Loan", id: loanId }, facts };
  }

  /** About an institution's consent, to the one who withdrew it. */
  async aboutConsent(
    tx: Tx,
    { borrowerId, institutionId, consentId }: { borrowerId: string; institutionId: string; consentId: string },
    eventId: string,
  ): Promise<NoticeWish> {
    const facts = { institution: await this.#institution(tx, institutionId) };
    const subject = { type: "Consent", id: consentId };
    return { borrowerId, template: NoticeTemplate.CONSENT_WITHDRAWN, eventId, subject, facts };
  }

  /** About a product somebody waits for; null when it is off the shelf again. */
  async aboutProduct(tx: Tx, alertId: string, eventId: string): Promise<NoticeWish | null> {
    const alert = await this.left.productAlerts.find(tx, alertId);
    const product = alert && this.left.catalog.publishedProductById(alert.productId);
    if (!alert || !product) return null;
    const facts = {
      product: product.name,
      slug: product.slug,
      institution: product.institution.shortName,
      search: alert.searchName ?? "",
      costNow: rateText(alert.costNow),
      costBefore: rateText(alert.costBefore ?? alert.costNow),
    };
    const isSearch = alert.searchName !== null;
    const fell = isSearch ? NoticeTemplate.SEARCH_COST_FELL : NoticeTemplate.FAVOURITE_COST_FELL;
    const template = alert.kind === "NEW_MATCH" ? NoticeTemplate.SEARCH_NEW_MATCH : fell;
    return { borrowerId: alert.borrowerId, template, eventId, subject: { type: "Product", id: product.id }, facts };
  }

  /** Reminds, once each, of offers that expire within a day and wait for an answer. Answers how many. */
  async remindOfOffers(): Promise<number> {
    const now = this.kernel.clock.businessNow().getTime();
    const since = new Date(now - LOOK_BACK_MS);
    const told = await this.kernel.db.read(system, (reader) =>
      notifications.withoutSuccessor(reader, OFFERS, NoticeTemplate.OFFER_EXPIRING, since),
    );
    const expiring = told.filter(({ facts }) => {
      const leftMs = Date.parse(String(facts.expiresAt)) - now;
      return leftMs > 0 && leftMs <= EXPIRING_HOURS * HOUR_MS;
    });
    let reminded = 0;
    for (const notice of expiring)
      if (await this.kernel.db.write(system, (tx) => this.#remind(tx, notice))) reminded += 1;
    return reminded;
  }

  /** Whether a message about it is still worth sending: an offer once answered is not. */
  async isStillTrue(tx: Tx, notice: Pick<NotificationRow, "template" | "subjectId" | "facts">): Promise<boolean> {
    const { template, subjectId, facts } = notice;
    if (template === NoticeTemplate.SEQUENCE_STOPPED)
      return (await this.left.sequences.told(tx, subjectId)).state === SequenceState.PAUSED;
    const states = TRUE_WHILE[template];
    if (!states) return true;
    if (!states.includes((await this.left.applications.find(tx, system, subjectId)).state)) return false;
    if (facts.offerId === undefined) return true;
    const history = await historyOf(tx, "Application", subjectId);
    return !history.some((event) => ANSWERS.includes(event.name) && event.facts.offerId === facts.offerId);
  }

  async #remind(tx: Tx, { subjectId, eventId, borrowerId, facts }: NotificationRow): Promise<NotificationRow | null> {
    if (!(await this.isStillTrue(tx, { template: NoticeTemplate.OFFER_EXPIRING, subjectId, facts }))) return null;
    const subject = { type: "Application", id: subjectId };
    return this.left.notifications.give(tx, {
      borrowerId,
      template: NoticeTemplate.OFFER_EXPIRING,
      eventId,
      subject,
      facts,
    });
  }

  async #factsOf(tx: Tx, { id, productName, number, institutionId, amount }: ApplicationRow): Promise<NoticeFacts> {
    const institution = await this.#institution(tx, institutionId);
    return { applicationId: id, product: productName, number, institution, amount: yuanText(amount) };
  }

  async #institution(tx: Tx, institutionId: string): Promise<string> {
    const [row] = await institutionById.batch(tx, [institutionId], system);
    return row?.shortName ?? "";
  }
}
