import type { LocalText } from "../values/field.ts";

/**
 * Everything an applicant can be told about a decision, in plain words and without thresholds. A model can only name
 * codes of this list, so no internal rule text reaches a borrower; suspicion of fraud has no code on purpose.
 */
export const applicantReasons = {
  AGE_OUTSIDE_RANGE: { zh: "年龄不在该产品的服务范围内", en: "Your age is outside the range this product serves" },
  REGION_NOT_SERVED: { zh: "您所在的地区暂未开放该产品", en: "This product is not offered in your area yet" },
  INCOME_TOO_LOW: { zh: "收入未达到该产品的要求", en: "Your income is below what this product requires" },
  INCOME_NOT_CONFIRMED: { zh: "收入情况未能得到核实", en: "We could not confirm your income" },
  DEBT_SHARE_TOO_HIGH: {
    zh: "每月还款占收入的比例偏高",
    en: "Monthly repayments would take too large a share of your income",
  },
  TOTAL_DEBT_TOO_HIGH: { zh: "现有负债总额偏高", en: "Your existing debts are high" },
  RECENT_LATE_PAYMENTS: { zh: "近期有逾期还款记录", en: "There are late payments in your recent record" },
  CURRENT_OVERDUE: { zh: "目前有未结清的逾期欠款", en: "You have an overdue debt that is not settled" },
  MANY_RECENT_ENQUIRIES: {
    zh: "近期贷款审批查询次数较多",
    en: "Lenders have looked up your credit report often of late",
  },
  MANY_ACTIVE_LOANS: { zh: "未结清的贷款笔数较多", en: "You have many loans still open" },
  SHORT_EMPLOYMENT: { zh: "在现单位工作时间较短", en: "You have been in your present job for a short time" },
  EMPLOYMENT_NOT_SERVED: {
    zh: "工作情况不符合该产品的要求",
    en: "Your kind of work does not meet this product's requirements",
  },
  SHORT_CREDIT_HISTORY: { zh: "信用记录时间较短", en: "Your credit history is short" },
  HIGH_CARD_USE: { zh: "信用卡额度使用率偏高", en: "You use a large share of your card limits" },
  AMOUNT_ABOVE_LIMIT: { zh: "申请金额超出可提供的额度", en: "The amount you asked for is more than can be offered" },
  OFFER_BELOW_MINIMUM: {
    zh: "可提供的额度低于该产品的最低金额",
    en: "What could be offered is below this product's minimum",
  },
  TERM_NOT_OFFERED: { zh: "申请期限不在该产品范围内", en: "The term you asked for is not offered" },
  UNSTABLE_RESIDENCE: { zh: "在现住址居住时间较短", en: "You have lived at your present address for a short time" },
  FEW_ASSETS: { zh: "可参考的资产证明较少", en: "There is little proof of assets to rely on" },
  INFORMATION_MISSING: {
    zh: "部分资料缺失，暂时无法完成评估",
    en: "Some information is missing, so the assessment cannot be completed",
  },
  NEEDS_REVIEW: { zh: "申请需要人工进一步核实", en: "Your application needs a closer look by a person" },
  OVERALL_ASSESSMENT: {
    zh: "综合评估未达到该产品的要求",
    en: "Your overall assessment does not meet this product's requirements",
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type ReasonCode = keyof typeof applicantReasons;

export const reasonCodes: readonly ReasonCode[] = Object.keys(applicantReasons).filter(isReasonCode);

/** True for a code of the dictionary; what came from JSON is not trusted to be one. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(applicantReasons, code);
}
