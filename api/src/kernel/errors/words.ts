/** How refusals put figures and rules into words. Parameters stay as machines read them; only the sentence changes. */
import type { ErrorParams, ErrorText } from "./index.js";

type Param = ErrorParams[string] | undefined;

/** "1234567.00" as 1,234,567.00 and "0.072525" as 7.2525%: at least two decimals, none lost. */
export function written(value: string, form: string | undefined): string {
  if (form === "money") return value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
  if (form !== "rate" || !/^-?\d+\.\d{6}$/.test(value)) return value;
  const [whole = "", rest = ""] = value.split(".");
  const percent = `${whole}${rest.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, "$1");
  return `${percent}.${rest.slice(2).replace(/0{1,2}$/, "")}%`;
}

/** Why the loan arithmetic refuses terms, by its own code. */
const SCHEDULE_REASONS: Readonly<Record<string, ErrorText>> = {
  PRINCIPAL_OUT_OF_RANGE: { zh: "本金不在可计算的范围内", en: "the principal is outside what can be computed" },
  TERM_OUT_OF_RANGE: { zh: "期数不在可计算的范围内", en: "the number of periods is outside what can be computed" },
  GRACE_OUT_OF_RANGE: { zh: "宽限期数须少于总期数", en: "the grace must be shorter than the term" },
  DUE_DAYS_INVALID: { zh: "还款日有误", en: "the due days are not sound" },
  FEE_INVALID: { zh: "费用项有误", en: "a fee is not sound" },
  METHOD_NOT_SCHEDULABLE: { zh: "该还款方式没有固定还款计划", en: "this method has no fixed plan" },
  DRIFT_TOO_LARGE: {
    zh: "金额太小或期数太多，四舍五入的误差过大",
    en: "too small an amount over too many periods: rounding would weigh too much",
  },
  INSTALMENT_BELOW_INTEREST: { zh: "每期还款不足以支付利息", en: "an instalment would not cover its interest" },
  COST_UNDEFINED: { zh: "无法得出年化成本", en: "the annual cost cannot be found" },
  UNPRICED: { zh: "参数有误，无法计算", en: "it cannot be computed from these parameters" },
};

/** The reason of the loan arithmetic in words. */
export const scheduleWords = (reason: Param): ErrorText =>
  SCHEDULE_REASONS[String(reason ?? "")] ?? {
    zh: "参数有误，无法计算",
    en: "it cannot be computed from these parameters",
  };

const UNNAMED: ErrorText = { zh: "格式或取值不符合要求", en: "not of the expected form" };

type RuleWords = (params: ErrorParams) => ErrorText;

const RULES: Readonly<Record<string, RuleWords>> = {
  isLength: ({ min, max }) =>
    min === undefined
      ? { zh: `最多 ${max} 个字`, en: `at most ${max} characters` }
      : max === undefined
        ? { zh: `至少 ${min} 个字`, en: `at least ${min} characters are needed` }
        : { zh: `须为 ${min} 到 ${max} 个字`, en: `${min} to ${max} characters are needed` },
  maxLength: ({ max }) => ({ zh: `不能超过 ${max} 个字`, en: `at most ${max} characters` }),
  between: ({ min, max }) => ({ zh: `须在 ${min} 到 ${max} 之间`, en: `between ${min} and ${max}` }),
  positive: () => ({ zh: "须大于 0", en: "more than 0" }),
  min: ({ min }) => ({ zh: `不能小于 ${min}`, en: `not below ${min}` }),
  max: ({ max }) => ({ zh: `不能大于 ${max}`, en: `not above ${max}` }),
  arrayMinSize: ({ min }) => ({ zh: `至少 ${min} 项`, en: `at least ${min} of them` }),
  arrayMaxSize: ({ max }) => ({ zh: `最多 ${max} 项`, en: `at most ${max} of them` }),
  arrayUnique: () => ({ zh: "不能重复", en: "without repeats" }),
  notAfter: ({ max }) => ({ zh: `不能晚于 ${max}`, en: `not after ${max}` }),
  mobile: () => ({ zh: "须为 11 位手机号", en: "a mobile number of 11 digits" }),
  region: () => ({ zh: "须为省级行政区，例如浙江省", en: "a province-level region, such as Zhejiang" }),
  characters: () => ({ zh: "含有不能使用的字符", en: "it holds characters that cannot be used" }),
  cursor: () => ({
    zh: "翻页位置已失效，请从第一页开始",
    en: "this place in the list is gone: start from the first page",
  }),
  enum: () => ({ zh: "不在可选范围内", en: "it is not one of the choices" }),
};

/** What a rule of an input asks for, as half a sentence; a rule nobody explained is told in general words. */
export function ruleWords(params: ErrorParams): ErrorText {
  const rule = String(params.rule ?? "");
  if (rule.startsWith("Money")) return { zh: "须为金额，如 12000.00", en: "an amount such as 12000.00" };
  if (rule.startsWith("Rate")) return { zh: "须为利率，如 0.156000", en: "a rate such as 0.156000" };
  if (rule.startsWith("Day")) return { zh: "须为日期，如 2026-01-31", en: "a day such as 2026-01-31" };
  return RULES[rule]?.(params) ?? SCHEDULE_REASONS[rule] ?? UNNAMED;
}
