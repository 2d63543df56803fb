import type { DeclineReason } from "./underwriting.states.js";

interface Words {
  readonly zh: string;
  readonly en: string;
}

const reasons: Readonly<Record<DeclineReason, Words>> = {
  COST: { zh: "成本偏高", en: "it costs too much" },
  AMOUNT: { zh: "金额不合适", en: "the amount does not suit" },
  TERM: { zh: "期限不合适", en: "the term does not suit" },
  OTHER_OFFER: { zh: "选择了其他方案", en: "another offer was taken" },
  NO_NEED: { zh: "不再需要借款", en: "the loan is not needed any more" },
};

/** How a history tells that an offer was declined. */
export function declinedWords(reason: DeclineReason | null): Words {
  if (reason === null) return { zh: "申请人未接受方案", en: "The applicant declined the offer" };
  const { zh, en } = reasons[reason];
  return { zh: `申请人未接受方案：${zh}`, en: `The applicant declined the offer: ${en}` };
}
