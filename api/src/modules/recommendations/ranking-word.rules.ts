/** Why a product stands where it stands, in words. */
import { formatRate, formatYuan } from "@daichao/finance";
import type { Mover } from "@daichao/scoring";
import type { PricedProduct } from "../catalog/index.js";
import type { Words } from "./match-word.rules.js";
import { RankReasonCode } from "./ranking.states.js";

export interface ReasonValue {
  readonly code: RankReasonCode;
  readonly text: Words;
}

const percent = (rate: number): string => (Number(formatRate(rate)) * 100).toFixed(2);

const codes: Readonly<Record<Mover["term"], RankReasonCode>> = {
  chance: RankReasonCode.LIKELY_APPROVAL,
  cost: RankReasonCode.LOW_COST,
  affinity: RankReasonCode.LIKE_VIEWED,
  purpose: RankReasonCode.FITS_PURPOSE,
  term: RankReasonCode.OFFERS_TERM,
  limit: RankReasonCode.AMPLE_LIMIT,
  complaints: RankReasonCode.FEW_COMPLAINTS,
};

/** @param likened name of the product its affinity mostly came from; null when it is that product itself. */
export function reasonOf(
  term: Mover["term"],
  { product, ask, cost }: PricedProduct,
  likened: string | null,
): ReasonValue {
  const most = formatYuan(product.amountMax).replace(/\.00$/, "");
  const texts: Readonly<Record<Mover["term"], Words>> = {
    chance: {
      zh: "按以往审批结果，获批可能高于多数产品",
      en: "Past decisions make an approval likelier than elsewhere",
    },
    cost: {
      zh: `年化综合成本 ${percent(cost.annualCost)}%，低于多数产品`,
      en: `Annual cost of ${percent(cost.annualCost)} %, below most`,
    },
    affinity:
      likened === null
        ? { zh: "您最近关注过这款产品", en: "You took an interest in it lately" }
        : { zh: `与您关注过的「${likened}」相近`, en: `Like “${likened}”, which you looked at` },
    purpose: { zh: "专为这一用途设计", en: "Made for this purpose" },
    term: { zh: `正好提供 ${ask.termCount} 期`, en: `Offers ${ask.termCount} months` },
    limit: { zh: `最高可借 ${most} 元，额度充足`, en: `Lends up to ¥${most}, well above your wish` },
    complaints: { zh: "投诉率低于多数产品", en: "Fewer complaints than most" },
  };
  return { code: codes[term], text: texts[term] };
}

/** What is true of every product in the order: without it none would stand there. */
export const fitsNeed: ReasonValue = {
  code: RankReasonCode.FITS_NEED,
  text: { zh: "可借您需要的金额，已知条件都符合", en: "Lends this amount, and every known condition is met" },
};
