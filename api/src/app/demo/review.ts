/** The human half of a story: review, documents asked for, verdict, offer and answer. */
import { newId } from "../../kernel/ids/index.js";
import { applicationEvents } from "../../modules/applications/index.js";
import type { DocumentKind } from "../../modules/borrowers/index.js";
import {
  AdviceService,
  OfferKind,
  OfferState,
  offerEvents,
  underwritingEvents,
} from "../../modules/underwriting/index.js";
import { riskOf } from "./behaviour.js";
import type { OfferRow } from "./case-rows.js";
import type { Case, CaseTools } from "./casework.js";
import type { Clerk } from "./desk.js";
import { type Actor, theSystem } from "./event-log.js";
import { afterWorkingMinutes, workingDayAfter, workingMinutesBetween } from "./office-hours.js";
import type { Times } from "./times.js";
import type { Wish } from "./wishes.js";

type Verdict = "APPROVE" | "COUNTER_OFFER" | "REJECT";

export interface Terms {
  readonly amount: bigint;
  readonly annualRate: number;
  readonly termCount: number;
  readonly method: Wish["method"];
}

/** An application with an offer on the table. */
export interface Offered {
  readonly story: Case;
  readonly offer: OfferRow;
  readonly terms: Terms;
}

const HOUR_MS = 3_600_000;
const STEP = 100_000n;
const ADVISED_DAYS = 45;
const WISHES: Readonly<Partial<Record<DocumentKind, string>>> = {
  WORK_PROOF: "请补充近三个月的在职证明，需盖章或附劳动合同首页",
  BANK_STATEMENT: "请补充近六个月的银行流水，用于核实收入",
  RESIDENCE_PROOF: "请补充现住址的居住证明，租房合同或水电账单均可",
};

export class Review {
  constructor(private readonly tools: CaseTools) {}

  /** Tells a story up to its verdict, or to where its fate or day 0 leaves it; answers the offer where there is one. */
  tell(story: Case): Offered | undefined {
    const { fate } = story.wish;
    if (fate === "SUBMITTED") return undefined;
    story.screen();
    if (fate === "SCREENING") return undefined;
    story.assess();
    const { decision, desk, row } = story;
    if (decision.outcome === "REJECT") {
      this.#decide(story.wait(0), "REJECT", null, decision.reasons);
      story.move("REJECTED", theSystem, "SCREENING_REJECTED");
      return undefined;
    }
    const suggested = decision.suggestedTerms;
    if (desk.lender.isAutomatic && decision.outcome === "PASS" && suggested && suggested.amount >= row.amount) {
      const offered = this.#offer(story, null, "APPROVE", this.#asRequested(story));
      story.move("APPROVED", theSystem, "AUTOMATIC_APPROVAL");
      return offered;
    }
    story.move("UNDER_REVIEW", theSystem, decision.outcome === "PASS" ? "SCREENING_PASSED" : "SCREENING_REFERRED");
    return this.#review(story);
  }

  /** The verdict's own row and event. */
  #decide(
    story: Case,
    verdict: Verdict,
    clerk: Clerk | null,
    reasons: readonly string[],
    terms: Terms | null = null,
  ): string {
    const { row, at } = story;
    const id = newId();
    const actor = clerk ? "PERSON" : "MODEL";
    this.tools.rows.decisions.push({
      id,
      applicationId: row.id,
      borrowerId: row.borrowerId,
      institutionId: row.institutionId,
      actor,
      verdict,
      reasons,
      advice: verdict === "REJECT" && !clerk ? adviceOf(story, this.tools.times) : [],
      amount: terms?.amount ?? null,
      annualRate: terms?.annualRate ?? null,
      termCount: terms?.termCount ?? null,
      method: terms?.method ?? null,
      makerId: clerk?.id ?? null,
      checkerId: null,
      approvalId: null,
      decidedAt: at,
    });
    this.tools.log.note(underwritingEvents.decided, {
      ...story.about,
      at,
      actor: actorOfClerk(clerk),
      facts: { applicationId: row.id, decisionId: id, verdict, actor, reasons, at: at.toISOString() },
    });
    return id;
  }

  #offer(story: Case, clerk: Clerk | null, verdict: "APPROVE" | "COUNTER_OFFER", terms: Terms): Offered {
    const decisionId = this.#decide(story, verdict, clerk, [], terms);
    const { row, at } = story;
    const kind = verdict === "APPROVE" ? OfferKind.AS_REQUESTED : OfferKind.COUNTER_OFFER;
    const expiresAt = new Date(at.getTime() + this.tools.validHours * HOUR_MS);
    const offer: OfferRow = {
      id: newId(),
      applicationId: row.id,
      borrowerId: row.borrowerId,
      institutionId: row.institutionId,
      productVersionId: row.productVersionId,
      decisionId,
      kind,
      state: OfferState.OPEN,
      ...terms,
      requestedAmount: row.amount,
      requestedTermCount: row.termCount,
      comment:
        verdict === "COUNTER_OFFER"
          ? "根据您的收入与现有还款情况，建议先按此方案借款，按时还款后可再申请提高金额"
          : null,
      startOn: this.tools.times.dayOf(at),
      createdAt: at,
      expiresAt,
      answeredAt: null,
      declineReason: null,
      signBy: null,
      version: 1,
    };
    this.tools.rows.offers.push(offer);
    this.tools.log.note(offerEvents.made, {
      ...story.about,
      at,
      actor: actorOfClerk(clerk),
      facts: {
        applicationId: row.id,
        offerId: offer.id,
        kind,
        amount: String(terms.amount),
        expiresAt: expiresAt.toISOString(),
      },
    });
    return { story, offer, terms };
  }

  #asRequested({ row, decision, wish }: Case): Terms {
    const annualRate = Math.min(decision.suggestedTerms?.annualRate ?? row.quotedAnnualRate, row.quotedAnnualRate);
    return { amount: row.amount, annualRate, termCount: row.termCount, method: wish.method };
  }

  /** Less than was asked for: what the model would lend, or a good half; never outside the product. */
  #counter(story: Case): Terms | undefined {
    const { row, decision, wish, random } = story;
    const { amountMin } = wish.offering.version;
    const half = (row.amount * BigInt(random.whole(55, 80))) / 100n;
    const suggested = decision.suggestedTerms?.amount ?? half;
    const wanted = suggested < row.amount ? suggested : half;
    const amount = (wanted / STEP) * STEP;
    if (amount < amountMin || amount >= row.amount) return undefined;
    return { ...this.#asRequested(story), amount };
  }

  #review(story: Case): Offered | undefined {
    const { wish, random } = story;
    const clerk = clerkFor(story);
    const reviewAt = this.#reviewAt(story);
    if (wish.fate === "UNDER_REVIEW") {
      if (random.isChance(0.4)) this.#assign(story.wait(60 * random.whole(10, 120)), clerk);
      return undefined;
    }
    if (!story.isPast(reviewAt)) return undefined;
    this.#assign(story.goOnAt(new Date(reviewAt.getTime() - random.whole(10, 50) * 60_000)), clerk);
    if (wish.fate === "WITHDRAWN" || (wish.fate === "NATURAL" && random.isChance(0.035))) {
      story.row.withdrawalNote = random.isChance(0.5) ? "已通过其他渠道解决资金需求" : null;
      story.wait(600).move("WITHDRAWN", story.actor, "WITHDRAWN_BY_BORROWER");
      return undefined;
    }
    const wantsPaper = wish.fate === "NEED_MORE_INFO" || (wish.fate === "NATURAL" && random.isChance(0.11));
    if (wantsPaper && !this.#askForPaper(story, clerk)) return undefined;
    return this.#verdict(wantsPaper ? story.wait(3_600 * random.whole(1, 4)) : story.goOnAt(reviewAt), clerk);
  }

  /** A working day or two after it came in; where the fate needs an answer by day 0, the day before. */
  #reviewAt(story: Case): Date {
    const { wish, random } = story;
    const { times } = this.tools;
    const minute = random.whole(9 * 60 + 30, 16 * 60);
    if (wish.paidOutOn) return times.on(wish.paidOutOn, 10 * 60 - 24 * 60 + 30);
    if (wish.fate !== "NATURAL" && wish.fate !== "WITHDRAWN") return times.daysAgo(1, minute);
    let day = times.dayOf(story.at);
    const days = random.weighted([
      [1, 74],
      [2, 19],
      [3, 7],
    ]);
    for (let left = days; left > 0; left -= 1) day = workingDayAfter(day);
    return times.on(day, minute);
  }

  #assign(story: Case, clerk: Clerk): void {
    const { row, at } = story;
    const { id: assigneeId, name: assigneeName } = clerk;
    Object.assign(row, { assigneeId, assigneeName, version: row.version + 1 });
    this.tools.log.note(applicationEvents.assigned, {
      at,
      actor: actorOfClerk(clerk),
      subject: ["Application", row.id],
      institutionId: row.institutionId,
      facts: { applicationId: row.id, assigneeId, assigneeName, at: at.toISOString() },
      diff: { assignee: [null, assigneeName] },
    });
  }

  /** Asks for one more document; true once it has come, false where the story ends or waits without it. */
  #askForPaper(story: Case, clerk: Clerk): boolean {
    const { row, random, wish } = story;
    const kinds = (["WORK_PROOF", "BANK_STATEMENT", "RESIDENCE_PROOF"] as const).filter(
      (kind) => !wish.offering.version.requiredDocuments.includes(kind),
    );
    const kind = random.pick(kinds);
    const reason = WISHES[kind] ?? "";
    const askedAt = story.wait(900).at;
    const requestId = newId();
    const dueAt = new Date(this.tools.times.on(this.tools.times.dayOf(askedAt), 0).getTime() + 8 * 24 * HOUR_MS);
    const request = {
      id: requestId,
      applicationId: row.id,
      borrowerId: row.borrowerId,
      institutionId: row.institutionId,
      kind,
      reason,
      requestedBy: clerk.id,
      requestedAt: askedAt,
      dueAt,
      documentId: null as string | null,
      answeredAt: null as Date | null,
      closedAt: null as Date | null,
      createdAt: this.tools.times.real(askedAt),
    };
    this.tools.rows.requests.push(request);
    const facts = { applicationId: row.id, requestId, kind, reason, at: askedAt.toISOString() };
    this.tools.log.note(applicationEvents.documentRequested, {
      ...story.about,
      at: askedAt,
      actor: actorOfClerk(clerk),
      facts,
    });
    const left = row.dueAt ? workingMinutesBetween(askedAt, row.dueAt) : 0;
    story.move("NEED_MORE_INFO", actorOfClerk(clerk), "DOCUMENT_WANTED");
    row.clockLeftMinutes = left;
    if (wish.fate === "NEED_MORE_INFO") return false;
    const isComing = random.isChance(0.82);
    const nextAt = isComing ? new Date(askedAt.getTime() + random.whole(3, 60) * HOUR_MS) : dueAt;
    if (!story.isPast(new Date(nextAt.getTime() + 6 * HOUR_MS))) return false;
    story.goOnAt(nextAt);
    if (!isComing) {
      request.closedAt = story.at;
      story.move("EXPIRED", theSystem, "DOCUMENT_NOT_SUPPLIED");
      return false;
    }
    request.answeredAt = story.at;
    request.documentId = this.#supply(story, requestId, kind);
    story.move("UNDER_REVIEW", story.actor, "DOCUMENTS_COMPLETE");
    row.dueAt = afterWorkingMinutes(story.at, left);
    return true;
  }

  #supply(story: Case, requestId: string, kind: DocumentKind): string {
    const { row, at, wish } = story;
    const { id: applicationId, borrowerId, institutionId } = row;
    const documentId = this.tools.papers.of(wish.member, kind, at).id;
    const attachedAt = this.tools.times.real(at);
    this.tools.rows.documents.push({ applicationId, documentId, borrowerId, institutionId, kind, attachedAt });
    this.tools.log.note(applicationEvents.documentSupplied, {
      ...story.about,
      at,
      actor: story.actor,
      facts: { applicationId, requestId, documentId, kind, at: at.toISOString() },
    });
    return documentId;
  }

  #verdict(story: Case, clerk: Clerk): Offered | undefined {
    const verdict = this.#choose(story);
    const counter = verdict === "COUNTER_OFFER" ? this.#counter(story) : undefined;
    if (verdict === "REJECT") {
      const reasons = [story.random.pick(reasonsFor(story))];
      this.#decide(story, "REJECT", clerk, reasons);
      story.move("REJECTED", actorOfClerk(clerk), "DECIDED_BY_PERSON");
      return undefined;
    }
    const offered = this.#offer(
      story,
      clerk,
      counter ? "COUNTER_OFFER" : "APPROVE",
      counter ?? this.#asRequested(story),
    );
    story.move(counter ? "COUNTER_OFFERED" : "APPROVED", actorOfClerk(clerk), "DECIDED_BY_PERSON");
    return offered;
  }

  /** A person sees the risk, though not exactly, and what the model suggests. */
  #choose({ wish, random, facts, decision, row }: Case): Verdict {
    if (wish.fate === "COUNTER_OFFERED") return "COUNTER_OFFER";
    if (wish.fate !== "NATURAL") return "APPROVE";
    const impression = riskOf(facts) * Math.exp(0.5 * random.normal());
    const isTight = (decision.suggestedTerms?.amount ?? 0n) < row.amount;
    if (impression > (decision.outcome === "PASS" ? 0.42 : 0.24)) return "REJECT";
    return random.isChance(isTight ? 0.45 : 0.05) ? "COUNTER_OFFER" : "APPROVE";
  }
}

/** Who may decide the amount alone, the busiest first. */
function clerkFor({ desk, row, random }: Case): Clerk {
  const able = desk.clerks.filter(({ limit }) => limit >= row.amount);
  const clerk = able.length > 1 ? random.pick(able.slice(0, 2)) : (able[0] ?? desk.clerks.at(-1));
  if (!clerk) throw new Error(`${desk.lender.key} has nobody who decides`);
  return clerk;
}

function reasonsFor({ facts }: Case): string[] {
  const reasons = ["OTHER", "OUT_OF_POLICY"];
  if (facts.worstDaysPastDue > 0 || facts.bureauScore < 600) reasons.push("POOR_CREDIT_HISTORY", "POOR_CREDIT_HISTORY");
  if (facts.hardQueries > 3) reasons.push("TOO_MANY_ENQUIRIES");
  if (facts.employedMonths < 12) reasons.push("SHORT_EMPLOYMENT");
  if (facts.declaredMonthlyDebt * 3n > facts.monthlyIncome) reasons.push("HIGH_OBLIGATIONS", "HIGH_OBLIGATIONS");
  if (facts.requestedAmount > facts.monthlyIncome * 8n) reasons.push("INSUFFICIENT_INCOME", "INSUFFICIENT_INCOME");
  return reasons;
}

const adviser = new AdviceService();

/** What the model would have been satisfied with; told of the last weeks only, as nobody reads older advice. */
function adviceOf({ wish, facts, desk, at }: Case, times: Times): ReturnType<AdviceService["of"]> {
  return times.age(at) > ADVISED_DAYS ? [] : adviser.of(desk.ruleSet.model, facts, wish.offering.version);
}

export const actorOfClerk = (clerk: Clerk | null): Actor => (clerk ? { kind: "INSTITUTION", id: clerk.id } : theSystem);
