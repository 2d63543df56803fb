/** Which happening is told in which words. */
import { NoticeTemplate } from "./notification.states.js";

/** States that are told when an application comes to them. The others are told by their own events, or by nobody. */
const TOLD: Readonly<Record<string, NoticeTemplate>> = {
  REJECTED: NoticeTemplate.APPLICATION_REFUSED,
  CANCELLED: NoticeTemplate.APPLICATION_CANCELLED,
  CONTRACT_PENDING: NoticeTemplate.CONTRACT_TO_SIGN,
  DISBURSE_FAILED: NoticeTemplate.PAYOUT_FAILED,
};

/** The words for a change of an application's state; an offer that ran out has an event of its own. */
export const templateOfStatus = (from: string, to: string): NoticeTemplate | null =>
  to === "EXPIRED" && from === "NEED_MORE_INFO" ? NoticeTemplate.APPLICATION_EXPIRED : (TOLD[to] ?? null);

export const templateOfOffer = (kind: string): NoticeTemplate =>
  kind === "COUNTER_OFFER" ? NoticeTemplate.COUNTER_OFFER_MADE : NoticeTemplate.APPLICATION_APPROVED;

/** The words for a walk from lender to lender that moved; what the borrower did themselves is not told. */
export function templateOfSequence(to: string, reason: string | null): NoticeTemplate | null {
  if (to === "EXHAUSTED") return NoticeTemplate.SEQUENCE_EXHAUSTED;
  return to === "PAUSED" && reason !== null ? NoticeTemplate.SEQUENCE_STOPPED : null;
}

const LOANS: Readonly<Record<string, NoticeTemplate>> = {
  OVERDUE: NoticeTemplate.LOAN_OVERDUE,
  SETTLED: NoticeTemplate.LOAN_SETTLED,
  EARLY_SETTLED: NoticeTemplate.LOAN_SETTLED,
};

export const templateOfLoan = (to: string): NoticeTemplate | null => LOANS[to] ?? null;
