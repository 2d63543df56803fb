/** Which terms a reviewer may decide on, and how a refusal is told. */
import { formatRate, type RepaymentMethod } from "@daichao/finance";
import { applicantReasons, isReasonCode } from "@daichao/scoring";
import { underwritingErrors } from "./underwriting.errors.js";
import { DecisionReason, DecisionVerdict, OfferKind } from "./underwriting.states.js";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Requested {
  readonly amount: bigint;
  readonly termCount: number;
  readonly method: string;
  readonly quotedAnnualRate: number;
}

export interface WishedTerms {
  readonly amount?: bigint | null;
  readonly annualRate?: number | null;
  readonly termCount?: number | null;
  readonly method?: RepaymentMethod | null;
}

/** Terms to offer: fen, parts per million a year, months. */
export interface OfferedTerms {
  readonly kind: OfferKind;
  readonly amount: bigint;
  readonly annualRate: number;
  readonly termCount: number;
  readonly method: RepaymentMethod;
}

/**
 * The terms of a verdict. An approval keeps what was asked for, at the quoted rate or less; a counter-offer changes
 * something. Whether the product allows the terms is not judged here.
 * @throws DECISION_NOT_AS_REQUESTED, DECISION_RATE_ABOVE_QUOTE, DECISION_SAME_AS_REQUESTED
 */
export function termsOf(verdict: DecisionVerdict, asked: Requested, wished: WishedTerms): OfferedTerms {
  const terms = {
    amount: wished.amount ?? asked.amount,
    annualRate: wished.annualRate ?? asked.quotedAnnualRate,
    termCount: wished.termCount ?? asked.termCount,
    method: wished.method ?? (asked.method as RepaymentMethod),
  };
  const changed = changedField(asked, terms);
  if (verdict === DecisionVerdict.APPROVE) {
    if (changed) throw underwritingErrors.notAsRequested({}, changed);
    if (terms.annualRate > asked.quotedAnnualRate)
      throw underwritingErrors.rateAboveQuote({ max: formatRate(asked.quotedAnnualRate) });
    return { ...terms, kind: OfferKind.AS_REQUESTED };
  }
  if (!changed && terms.annualRate === asked.quotedAnnualRate) throw underwritingErrors.sameAsRequested();
  return { ...terms, kind: OfferKind.COUNTER_OFFER };
}

function changedField(asked: Requested, terms: Omit<OfferedTerms, "kind">): string | undefined {
  if (terms.amount !== asked.amount) return "amount";
  if (terms.termCount !== asked.termCount) return "termCount";
  return terms.method === asked.method ? undefined : "method";
}

/** Reasons a reviewer gives, as the borrower reads them: plain, without thresholds, with what to do about it. */
export const decisionReasonWords: Readonly<Record<DecisionReason, Words>> = {
  INSUFFICIENT_INCOME: {
    zh: "收入暂不足以支持该金额，可尝试降低金额或延长期限",
    en: "Your income does not carry this amount at present: a smaller amount or a longer term may",
  },
  HIGH_OBLIGATIONS: {
    zh: "现有还款负担较重，减轻后可再次申请",
    en: "Your present repayments are heavy: apply again once they are lighter",
  },
  SHORT_EMPLOYMENT: { zh: "在现单位工作时间较短", en: "You have been in your present job for a short time" },
  POOR_CREDIT_HISTORY: {
    zh: "信用记录未达到该产品的要求，保持按时还款有助于改善",
    en: "Your credit record does not meet this product's requirements: paying on time improves it",
  },
  TOO_MANY_ENQUIRIES: {
    zh: "近期申请贷款次数较多，请过一段时间再试",
    en: "You have applied for loans often of late: try again later",
  },
  INCOMPLETE_DOCUMENTS: {
    zh: "资料不完整或不清晰，补齐后可再次申请",
    en: "Documents were incomplete or unclear: apply again with better ones",
  },
  UNVERIFIABLE_FACTS: { zh: "部分信息未能核实", en: "Some of the facts could not be confirmed" },
  OUT_OF_POLICY: { zh: "不符合该产品的服务范围", en: "This product does not serve this case" },
  OTHER: {
    zh: "综合评估未通过，可联系机构了解详情",
    en: "The overall assessment was negative: ask the institution for details",
  },
};

const isDecisionReason = (code: string): code is DecisionReason => Object.hasOwn(DecisionReason, code);

/** The words of a reason code of either list; a code of neither is told as an overall assessment. */
export function reasonWords(code: string): Words {
  if (isDecisionReason(code)) return decisionReasonWords[code];
  return isReasonCode(code) ? applicantReasons[code] : applicantReasons.OVERALL_ASSESSMENT;
}
