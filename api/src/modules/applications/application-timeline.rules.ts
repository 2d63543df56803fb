/** How an application's history reads: a title for every step, and its cause in plain words. */

import { ApplicationState } from "./application.states.js";
import { ActorKind } from "./application-timeline.states.js";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A step as it was recorded. */
export interface RecordedStep {
  readonly id: string;
  readonly name: string;
  readonly occurredAt: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface TimelineStep {
  readonly id: string;
  readonly state: ApplicationState | null;
  readonly occurredAt: Date;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly title: Words;
  readonly detail: Words | null;
  readonly isPause: boolean;
  /** The institution asks for a document here. */
  readonly isAsking?: true;
}

export const stateTitles: Readonly<Record<ApplicationState, Words>> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  SUBMITTED: { zh: "已提交申请", en: "Application submitted" },
  SCREENING: { zh: "系统初筛中", en: "Automatic checks began" },
  UNDER_REVIEW: { zh: "进入人工审核", en: "With a reviewer" },
  NEED_MORE_INFO: { zh: "需要补充资料，审核计时暂停", en: "More documents needed: the review clock is stopped" },
  COUNTER_OFFERED: { zh: "机构给出新的方案，等待您确认", en: "The institution offered other terms" },
  APPROVED: { zh: "审批通过", en: "Approved" },
  CONTRACT_PENDING: { zh: "已出示综合融资成本明示表，待签约", en: "Cost sheet shown, contract to be signed" },
  CONTRACTED: { zh: "合同已签署", en: "Contract signed" },
  DISBURSING: { zh: "放款中", en: "Disbursement under way" },
  DISBURSE_FAILED: { zh: "放款失败，正在处理", en: "Disbursement failed, being handled" },
  DISBURSED: { zh: "已放款", en: "Paid out" },
  REJECTED: { zh: "未通过审批", en: "Not approved" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  EXPIRED: { zh: "已过期", en: "Expired" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};

/** Causes this module and its neighbours give by code; a cause given as a sentence needs no entry. */
export const statusReasons: Readonly<Record<string, Words>> = {
  DOCUMENT_WANTED: { zh: "请按要求补充资料，补齐后继续审核", en: "Review goes on once the documents are in" },
  DOCUMENTS_COMPLETE: { zh: "资料已补齐，审核计时继续", en: "All documents are in: the review clock runs again" },
  DOCUMENT_NOT_SUPPLIED: { zh: "未在期限内补充资料", en: "The documents did not arrive in time" },
  WITHDRAWN_BY_BORROWER: {
    zh: "申请人主动撤回，授权同时终止",
    en: "Withdrawn by the applicant; the consent ended with it",
  },
  OTHER_OFFER_TAKEN: {
    zh: "申请人接受了其他机构的方案，本申请随之撤回，授权同时终止",
    en: "The applicant took another offer: this application was withdrawn and its consent ended with it",
  },
  CONSENT_WITHDRAWN: { zh: "授权已撤回，申请随之终止", en: "The consent was withdrawn, which ends the application" },
  OFFER_DECLINED: { zh: "申请人未接受方案", en: "The applicant declined the offer" },
  OFFER_DECLINED_COST: { zh: "申请人未接受方案：成本偏高", en: "The applicant declined the offer: it costs too much" },
  OFFER_DECLINED_AMOUNT: {
    zh: "申请人未接受方案：金额不合适",
    en: "The applicant declined the offer: the amount does not suit",
  },
  OFFER_DECLINED_TERM: {
    zh: "申请人未接受方案：期限不合适",
    en: "The applicant declined the offer: the term does not suit",
  },
  OFFER_DECLINED_OTHER_OFFER: {
    zh: "申请人未接受方案：选择了其他方案",
    en: "The applicant declined the offer: another one was taken",
  },
  OFFER_DECLINED_NO_NEED: {
    zh: "申请人未接受方案：不再需要借款",
    en: "The applicant declined the offer: the loan is not needed any more",
  },
  OFFER_EXPIRED: { zh: "方案在有效期内未确认", en: "The offer was not answered in time" },
  OFFER_NOT_SIGNED: { zh: "接受方案后未在期限内签约", en: "The contract was not signed in time" },
  SCREENING_PASSED: { zh: "初筛通过", en: "The automatic checks are positive" },
  SCREENING_REFERRED: { zh: "需要审核人员进一步评估", en: "A person needs to look at it" },
  SCREENING_REJECTED: {
    zh: "未达到该产品的准入要求，可查看具体原因",
    en: "The product's requirements are not met: see the reasons",
  },
  HUMAN_REVIEW_REQUESTED: { zh: "申请人要求人工复核", en: "The applicant asked for a person to look again" },
  AUTOMATIC_APPROVAL: { zh: "由机构的审批模型自动审批", en: "Approved by the institution's own model" },
  DECIDED_BY_PERSON: { zh: "由机构审核人员审批", en: "Decided by the institution's reviewer" },
};

/** Steps of the modules to the right that keep the state and still are steps to the borrower. */
const milestones: Readonly<Record<"offer.accepted" | "disclosure.confirmed", Words>> = {
  "offer.accepted": { zh: "申请人已接受方案", en: "The applicant accepted the offer" },
  "disclosure.confirmed": { zh: "申请人已读完并确认明示表", en: "The applicant read and confirmed the cost sheet" },
};

export const documentNames: Readonly<Record<string, Words>> = {
  IDENTITY_FRONT: { zh: "身份证人像面", en: "Identity card, portrait side" },
  IDENTITY_BACK: { zh: "身份证国徽面", en: "Identity card, emblem side" },
  WORK_PROOF: { zh: "工作证明", en: "Proof of employment" },
  INCOME_PROOF: { zh: "收入证明", en: "Proof of income" },
  BANK_STATEMENT: { zh: "银行流水", en: "Bank statement" },
  RESIDENCE_PROOF: { zh: "居住证明", en: "Proof of residence" },
  OTHER: { zh: "其他资料", en: "Another document" },
};

const isState = (value: unknown): value is ApplicationState =>
  Object.values(ApplicationState).some((state) => state === value);
const isActor = (value: string): value is ActorKind => Object.hasOwn(ActorKind, value);

/** The cause in words; a code nobody explained is not shown. */
export function reasonWords(reason: unknown): Words | null {
  if (typeof reason === "string") return statusReasons[reason] ?? null;
  if (typeof reason !== "object" || reason === null) return null;
  const { zh, en } = reason as { zh?: unknown; en?: unknown };
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : null;
}

const named = (kind: unknown, zh: string, en: string): Words => {
  const name = documentNames[String(kind)] ?? { zh: String(kind), en: String(kind) };
  return { zh: `${zh}${name.zh}`, en: `${en}${name.en}` };
};

/** One recorded step as people read it; null for what is no step of the application's own history. */
export function timelineStep({ id, name, occurredAt, actorKind, actorId, facts }: RecordedStep): TimelineStep | null {
  const at = typeof facts.at === "string" ? new Date(facts.at) : occurredAt;
  const step = { id, occurredAt: at, actorKind: isActor(actorKind) ? actorKind : ActorKind.SYSTEM, actorId };
  switch (name) {
    case "application.submitted":
      return { ...step, state: ApplicationState.SUBMITTED, title: stateTitles.SUBMITTED, detail: null, isPause: false };
    case "application.statusChanged": {
      if (!isState(facts.to)) return null;
      const isPause = facts.to === ApplicationState.NEED_MORE_INFO;
      // The borrower's papers complete the file, their word completes an offer; what follows from it is nobody's deed.
      const isConsequence =
        facts.reason === "DOCUMENTS_COMPLETE" ||
        (facts.to === ApplicationState.APPROVED && actorKind === ActorKind.BORROWER);
      const actor = isConsequence ? { actorKind: ActorKind.SYSTEM, actorId: null } : {};
      const [title, detail] = [stateTitles[facts.to], reasonWords(facts.reason)];
      return { ...step, ...actor, state: facts.to, title, detail, isPause };
    }
    case "application.documentRequested": {
      const detail = typeof facts.reason === "string" ? { zh: facts.reason, en: facts.reason } : null;
      return {
        ...step,
        state: null,
        title: named(facts.kind, "机构要求补充：", "Asked for: "),
        detail,
        isPause: false,
        isAsking: true,
      };
    }
    case "application.documentSupplied":
      return { ...step, state: null, title: named(facts.kind, "已补充：", "Supplied: "), detail: null, isPause: false };
    case "offer.accepted":
    case "disclosure.confirmed":
      return { ...step, state: null, title: milestones[name], detail: null, isPause: false };
    default:
      return null;
  }
}

const toBorrower = ({ zh, en }: Words): Words => ({
  zh: zh.replaceAll("申请人", "您"),
  en: en.replaceAll("The applicant", "You").replaceAll("the applicant", "you"),
});

/** A step as the applicant reads it: addressed, and a member of staff is only the institution. */
export const stepForBorrower = (step: TimelineStep): TimelineStep => ({
  ...step,
  actorId: null,
  title: toBorrower(step.title),
  detail: step.detail && toBorrower(step.detail),
});

/**
 * The steps as a history reads: asking for a document and the pause it brings are one step, named by what is asked
 * for, with the state it led to.
 */
export function readableSteps(steps: readonly TimelineStep[]): TimelineStep[] {
  const pauseOf = new Map<TimelineStep, TimelineStep>();
  for (const [at, step] of steps.entries()) {
    const beside = [steps[at - 1], steps[at + 1]].find((other) => other?.isAsking && !pauseOf.has(other));
    if (step.isPause && beside) pauseOf.set(beside, step);
  }
  const told = new Set(pauseOf.values());
  return steps
    .filter((step) => !told.has(step))
    .map((step) => {
      const pause = pauseOf.get(step);
      return pause ? { ...step, state: pause.state, isPause: true } : step;
    });
}
