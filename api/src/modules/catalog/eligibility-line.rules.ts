import { groupYuan } from "@daichao/finance";
import { englishRegion } from "../../kernel/regions/index.js";
import type { Eligibility } from "./product-terms.rules.js";

const EMPLOYMENT_WORDS: Record<string, { readonly zh: string; readonly en: string }> = {
  EMPLOYED: { zh: "受雇", en: "employed" },
  SELF_EMPLOYED: { zh: "个体经营", en: "self-employed" },
  PUBLIC_SECTOR: { zh: "机关事业单位", en: "public sector" },
  FREELANCE: { zh: "自由职业", en: "freelance" },
  STUDENT: { zh: "学生", en: "student" },
  RETIRED: { zh: "退休", en: "retired" },
  UNEMPLOYED: { zh: "待业", en: "unemployed" },
};

/** The conditions as sentences, one each, in the reader's language; a condition that is not asked has none. */
export function eligibilityLines(eligibility: Eligibility, locale: string): string[] {
  const { minAge, maxAge, minMonthlyIncome, employments, provinces, minEmploymentMonths } = eligibility;
  const isEnglish = locale.startsWith("en");
  const say = (zh: string, en: string) => (isEnglish ? en : zh);
  const jobs = employments.map((kind) => (isEnglish ? EMPLOYMENT_WORDS[kind]?.en : EMPLOYMENT_WORDS[kind]?.zh) ?? kind);
  return [
    say(`年龄 ${minAge}–${maxAge} 周岁`, `Aged ${minAge} to ${maxAge}`),
    ...(minMonthlyIncome
      ? [
          say(
            `月收入不低于 ${groupYuan(minMonthlyIncome)} 元`,
            `Monthly income of ¥${groupYuan(minMonthlyIncome)} or more`,
          ),
        ]
      : []),
    ...(minEmploymentMonths
      ? [say(`现单位工作满 ${minEmploymentMonths} 个月`, `${minEmploymentMonths} months or more in the present job`)]
      : []),
    ...(jobs.length > 0 ? [say(`职业：${jobs.join("、")}`, `Work: ${jobs.join(", ")}`)] : []),
    ...(provinces.length > 0
      ? [say(`所在地：${provinces.join("、")}`, `Living in ${provinces.map(englishRegion).join(", ")}`)]
      : []),
  ];
}
