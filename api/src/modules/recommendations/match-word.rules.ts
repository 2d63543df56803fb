/** A product's conditions in both languages, one sentence each. */

import { groupYuan } from "@daichao/finance";
import { englishRegion } from "../../kernel/regions/index.js";
import type { MatchedProduct } from "./match.rules.js";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const inWords = (words: Words, locale: string): string => (locale.startsWith("en") ? words.en : words.zh);

const JOBS: Readonly<Record<string, Words>> = {
  EMPLOYED: { zh: "受雇", en: "employed" },
  SELF_EMPLOYED: { zh: "个体经营", en: "self-employed" },
  PUBLIC_SECTOR: { zh: "机关事业单位", en: "public sector" },
  FREELANCE: { zh: "自由职业", en: "freelance" },
  STUDENT: { zh: "学生", en: "student" },
  RETIRED: { zh: "退休", en: "retired" },
  UNEMPLOYED: { zh: "待业", en: "not employed" },
};

export interface EligibilityWords {
  readonly age: Words;
  readonly income: Words;
  readonly employment: Words;
  readonly employedMonths: Words;
  readonly province: Words;
}

export function eligibilityWords(conditions: MatchedProduct["eligibility"]): EligibilityWords {
  const { minAge, maxAge, minMonthlyIncome, employments, provinces, minEmploymentMonths } = conditions;
  const income = yuan(minMonthlyIncome ?? 0n);
  const months = minEmploymentMonths ?? 0;
  const jobs = employments.map((kind) => JOBS[kind] ?? { zh: kind, en: kind });
  return {
    age: { zh: `年龄 ${minAge}–${maxAge} 周岁`, en: `Aged ${minAge} to ${maxAge}` },
    income: { zh: `月收入不低于 ${income} 元`, en: `Monthly income of ¥${income} or more` },
    employment: {
      zh: `职业为${jobs.map(({ zh }) => zh).join("、")}`,
      en: `Work: ${jobs.map(({ en }) => en).join(", ")}`,
    },
    employedMonths: {
      zh: `现单位工作满 ${months} 个月`,
      en: `${months} months or more in the present job`,
    },
    province: { zh: `所在地为${provinces.join("、")}`, en: `Living in ${provinces.map(englishRegion).join(", ")}` },
  };
}

const yuan = (fen: bigint): string => groupYuan(fen).replace(/\.00$/, "");

export function amountWords({ amountMin, amountMax }: Pick<MatchedProduct, "amountMin" | "amountMax">): Words {
  const range = `${yuan(amountMin)}–${yuan(amountMax)}`;
  return { zh: `可借 ${range} 元`, en: `Lends ¥${range}` };
}

export const termWords = ({ termOptions }: Pick<MatchedProduct, "termOptions">): Words => ({
  zh: `期限可选 ${termOptions.join("、")} 期`,
  en: `Terms of ${termOptions.join(", ")} months`,
});

/** @param day business day of the refusal. */
export const refusalWords = (day: string, days: number): Words => ({
  zh: `${day} 未通过该产品的审批，${days} 天内不再推荐同等或更高的金额`,
  en: `Declined here on ${day}: as much or more is not recommended again for ${days} days`,
});

const percent = (share: number): string => (share >= 10_000_000 ? "> 1000" : (share / 10_000).toFixed(0));

/** @param share parts per million with the wished loan; null while it is not known. */
export function debtWords(maxDebtShare: number, share: number | null): Words {
  const most = percent(maxDebtShare);
  if (share === null) return { zh: `每月还款不超过收入的 ${most}%`, en: `Repayments of up to ${most}% of the income` };
  const now = percent(share);
  return {
    zh: `每月还款不超过收入的 ${most}%（算上这笔约 ${now}%）`,
    en: `Repayments of up to ${most}% of the income (about ${now}% with this loan)`,
  };
}
