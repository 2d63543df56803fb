/** One application's story, told as the modules would have: rows and events from submission to where it stands. */
import type { Decision } from "@daichao/scoring";
import { newId } from "../../kernel/ids/index.js";
import {
  ApplicationState,
  applicationEvents,
  applicationTransitions,
  type FrozenApplicant,
  isOpenState,
  type StatusReasonText,
} from "../../modules/applications/index.js";
import { consentEvents } from "../../modules/borrowers/index.js";
import { creditEvents } from "../../modules/credit/index.js";
import { underwritingEvents } from "../../modules/underwriting/index.js";
import type { CaseRow, CaseRows, ConsentRow } from "./case-rows.js";
import { assessmentRow, type DeskFacts, factsOf, judge } from "./desk.js";
import { type Actor, type EventLog, theSystem } from "./event-log.js";
import { decisionDueAt } from "./office-hours.js";
import type { PaperPile } from "./papers.js";
import { actorOf } from "./person-rows.js";
import { Random } from "./random.js";
import { applicantOf, quotedOf } from "./snapshot.js";
import type { Times } from "./times.js";
import type { Wish } from "./wishes.js";

export interface CaseTools {
  readonly times: Times;
  readonly log: EventLog;
  readonly rows: CaseRows;
  readonly papers: PaperPile;
  readonly validHours: number;
  readonly reviewDays: number;
}

const CONSENT_ENDS_IN: readonly ApplicationState[] = ["WITHDRAWN", "EXPIRED", "CANCELLED"];
const RUNNING: readonly ApplicationState[] = ["SUBMITTED", "SCREENING", "UNDER_REVIEW"];
const DECIDED: readonly ApplicationState[] = ["APPROVED", "COUNTER_OFFERED", "REJECTED"];

/** An application under way; `at` is where its story has come to, in business time. */
export class Case {
  readonly random: Random;
  readonly row: CaseRow;
  readonly consent: ConsentRow;
  readonly facts: DeskFacts;
  readonly decision: Decision;
  readonly applicant: FrozenApplicant;
  at: Date;

  constructor(
    readonly wish: Wish,
    private readonly tools: CaseTools,
  ) {
    this.random = new Random(`case/${wish.session}/${wish.offering.version.name}`);
    this.at = wish.submittedAt;
    this.applicant = applicantOf(wish, tools.times);
    this.row = this.#submit();
    this.consent = this.#agree();
    const { member, offering } = wish;
    this.facts = factsOf(member.person, this.applicant, wish, offering.version);
    this.decision = judge(offering.desk, this.facts);
  }

  get desk() {
    return this.wish.offering.desk;
  }

  get actor(): Actor {
    return actorOf(this.wish.member.person);
  }

  /** Who hears of what happens to it, and which event subject it is. */
  get about() {
    const { id, borrowerId, institutionId } = this.row;
    return { subject: ["Application", id] as const, borrowerId, institutionId };
  }

  /** Lets seconds pass. */
  wait(seconds: number): this {
    this.at = new Date(this.at.getTime() + Math.max(1, Math.round(seconds)) * 1_000);
    return this;
  }

  /** Goes on at that moment, or a second later where that has passed. */
  goOnAt(at: Date): this {
    if (at > this.at) this.at = at;
    return at > this.at ? this : this.wait(1);
  }

  /** Whether so many seconds more still lie before day 0. */
  isPast(at: Date): boolean {
    return this.tools.times.age(at) > 0.01;
  }

  /** One step along the state machine, with everything that hangs on it. */
  move(to: ApplicationState, actor: Actor, reason: StatusReasonText | null = null): this {
    const { row, at } = this;
    const from = row.state;
    if (!applicationTransitions[from].includes(to)) throw new Error(`no way from ${from} to ${to}`);
    row.state = to;
    row.stateSince = at;
    row.version += 1;
    row.updatedAt = this.tools.times.real(at);
    if (isOpenState(to) || to === ApplicationState.DISBURSED) row.lastOpenState = to;
    if (!RUNNING.includes(to)) row.dueAt = null;
    if (to !== ApplicationState.NEED_MORE_INFO) row.clockLeftMinutes = null;
    if (DECIDED.includes(to)) row.decidedAt ??= at;
    this.tools.log.note(applicationEvents.statusChanged, {
      ...this.about,
      at,
      actor,
      facts: { applicationId: row.id, from, to, reason, at: at.toISOString() },
      diff: { state: [from, to] },
    });
    if (CONSENT_ENDS_IN.includes(to)) this.#endConsent(`APPLICATION_${to}`);
    return this;
  }

  /** The automatic look: the bureau's file, the model's word, both on record. */
  screen(): this {
    this.wait(2 + this.random.whole(0, 6)).move("SCREENING", theSystem);
    return this;
  }

  assess(): this {
    const { row, decision, facts, desk } = this;
    const reportId = this.#askBureau();
    const id = newId();
    const micros = this.random.whole(90, 420);
    const made = { id, applicationId: row.id, creditReportId: reportId, facts, decision, at: this.wait(1).at, micros };
    this.tools.rows.assessments.push(assessmentRow(desk, made));
    this.tools.log.note(underwritingEvents.assessed, {
      at: this.at,
      actor: theSystem,
      subject: ["Application", row.id],
      institutionId: row.institutionId,
      facts: {
        applicationId: row.id,
        assessmentId: id,
        outcome: decision.outcome,
        ruleSetVersion: desk.ruleSet.number,
        ruleSetHash: desk.ruleSet.hash,
        at: this.at.toISOString(),
      },
    });
    row.outcome = decision.outcome;
    return this;
  }

  #submit(): CaseRow {
    const { wish, applicant, tools } = this;
    const { times, rows, reviewDays } = tools;
    const { member, offering, submittedAt, amount, termCount, method, purpose } = wish;
    const { version, productId, desk } = offering;
    const id = this.random.id(submittedAt.getTime());
    const borrowerId = member.person.id;
    const institutionId = desk.lender.id;
    const realAt = times.real(submittedAt);
    const row: CaseRow = {
      ...quotedOf(wish, times),
      id,
      number: "",
      version: 1,
      borrowerId,
      institutionId,
      draftId: this.#draft(borrowerId),
      productId,
      productVersionId: version.id,
      productVersionNumber: version.number,
      productName: version.name,
      amount,
      termCount,
      method,
      purpose,
      applicantFacts: applicant,
      nameMasked: applicant.nameMasked,
      consentId: null,
      consentEndedAt: null,
      state: ApplicationState.SUBMITTED,
      lastOpenState: ApplicationState.SUBMITTED,
      stateSince: submittedAt,
      submittedAt,
      decidedAt: null,
      offerAcceptedAt: null,
      humanReviewAskedAt: null,
      reopenedFromId: null,
      dueAt: decisionDueAt(submittedAt, reviewDays),
      clockLeftMinutes: null,
      assigneeId: null,
      assigneeName: null,
      outcome: null,
      withdrawalNote: null,
      createdAt: realAt,
      updatedAt: realAt,
    };
    rows.applications.push(row);
    this.#attach(row);
    this.#announce(row);
    return row;
  }

  #announce({ id, borrowerId, institutionId, productId, amount }: CaseRow): void {
    const at = this.at.toISOString();
    this.tools.log.note(applicationEvents.submitted, {
      at: this.at,
      actor: this.actor,
      subject: ["Application", id],
      borrowerId,
      institutionId,
      facts: { applicationId: id, borrowerId, institutionId, productId, amount: String(amount), at },
      diff: { state: ["DRAFT", "SUBMITTED"] },
    });
  }

  /** What the product asks for, and the place in the draft it came from. */
  #attach({
    id: applicationId,
    draftId,
    borrowerId,
    institutionId,
    productId,
    productVersionId,
    createdAt,
  }: CaseRow): void {
    const { wish, tools } = this;
    for (const kind of wish.offering.version.requiredDocuments) {
      const documentId = tools.papers.of(wish.member, kind, wish.submittedAt).id;
      tools.rows.documents.push({ applicationId, documentId, borrowerId, institutionId, kind, attachedAt: createdAt });
    }
    tools.rows.draftItems.push({
      id: newId(),
      draftId,
      borrowerId,
      productId,
      productVersionId,
      position: wish.place,
      isSelected: false,
      applicationId,
    });
  }

  #draft(borrowerId: string): string {
    const { wish, tools } = this;
    const { submittedAt, amount, termCount, purpose, session } = wish;
    const begunAt = new Date(submittedAt.getTime() - 20 * 60_000);
    if (!tools.rows.drafts.has(session))
      tools.rows.drafts.set(session, {
        id: session,
        borrowerId,
        version: 3,
        state: "SUBMITTED",
        amount,
        termCount,
        method: null,
        purpose,
        expiresAt: new Date(begunAt.getTime() + 30 * 86_400_000),
        submittedAt,
        createdAt: tools.times.real(begunAt),
        updatedAt: tools.times.real(submittedAt),
      });
    return session;
  }

  #agree(): ConsentRow {
    const { row, desk, tools } = this;
    const { borrowerId, institutionId } = row;
    const purpose = "CREDIT_REVIEW";
    const consent: ConsentRow = {
      id: newId(),
      borrowerId,
      institutionId,
      applicationId: row.id,
      purpose,
      textHash: desk.consent.hash,
      givenAt: tools.times.real(this.at),
      withdrawnAt: null,
      endedAt: null,
      endedReason: null,
    };
    row.consentId = consent.id;
    tools.rows.consents.push(consent);
    tools.log.note(consentEvents.given, {
      at: this.at,
      actor: this.actor,
      subject: ["Consent", consent.id],
      borrowerId,
      institutionId,
      facts: { consentId: consent.id, purpose, textHash: consent.textHash, applicationId: row.id },
    });
    return consent;
  }

  #endConsent(reason: string): void {
    const { consent, row, at, tools } = this;
    const { borrowerId, institutionId, id: applicationId } = row;
    row.consentEndedAt = at;
    consent.endedAt = tools.times.real(at);
    consent.endedReason = reason;
    tools.log.note(consentEvents.ended, {
      at,
      actor: theSystem,
      subject: ["Consent", consent.id],
      borrowerId,
      institutionId,
      facts: { consentId: consent.id, applicationId, reason },
    });
  }

  #askBureau(): string {
    const { row, consent, tools, wish } = this;
    const { borrowerId, institutionId, id: applicationId } = row;
    const [queryId, reportId] = [newId(), newId()];
    const parties = { borrowerId, institutionId, applicationId };
    const reason = "LOAN_APPROVAL";
    const askedAt = tools.times.real(this.wait(1).at);
    tools.log.note(creditEvents.queried, {
      ...this.about,
      at: this.at,
      actor: theSystem,
      facts: { queryId, applicationId, consentId: consent.id, reason },
    });
    const answeredAt = tools.times.real(this.wait(1).at);
    const asked = { consentId: consent.id, consentHash: consent.textHash, reason, askedAt, answeredAt } as const;
    tools.rows.queries.push({ id: queryId, ...parties, ...asked, state: "ANSWERED" });
    const { file } = wish.member.person;
    const provider = "沙箱征信";
    tools.rows.reports.push({
      id: reportId,
      queryId,
      ...parties,
      provider,
      reference: `CB${this.random.id().replaceAll("-", "").slice(0, 16).toUpperCase()}`,
      score: file.score,
      openLoanCount: file.openLoanCount,
      totalOutstanding: BigInt(file.totalOutstandingFen),
      monthlyObligation: BigInt(file.monthlyObligationFen),
      worstDaysPastDue12Months: file.worstDaysPastDue12Months,
      hardQueries90Days: file.hardQueries90Days,
      historyMonths: file.historyMonths,
      fetchedAt: this.at,
      createdAt: answeredAt,
    });
    tools.log.note(creditEvents.reported, {
      ...this.about,
      at: this.at,
      actor: theSystem,
      facts: { queryId, reportId, applicationId, provider },
    });
    return reportId;
  }
}
