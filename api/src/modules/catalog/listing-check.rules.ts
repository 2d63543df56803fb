import { FinanceError, formatRate, type Ppm } from "@daichao/finance";
import { type DomainError, type ErrorText, written } from "../../kernel/errors/index.js";
import { catalogErrors, costMethodWords } from "./catalog.errors.js";
import { CheckVerdict, FeePayee } from "./product.states.js";
import { type CostCap, type CostRange, capBreachOf, costRangeOf, notSchedulable } from "./product-cost.rules.js";
import type { ProductTerms } from "./product-terms.rules.js";
import { type TermsLimits, termsProblems } from "./terms-check.rules.js";

/** One line of the check list that review reads; a FAIL keeps the product from being listed. */
export interface ListingCheckValue {
  readonly code: string;
  readonly verdict: CheckVerdict;
  readonly label: ErrorText;
  readonly detail: ErrorText;
  readonly field: string | null;
  /** The refusal behind a FAIL. */
  readonly error?: DomainError;
}

/** What the checks measure against: data with dates, read by the caller. */
export interface ListingRules {
  readonly caps: readonly CostCap[];
  readonly limits: TermsLimits;
}

const LABELS = {
  TERMS: { zh: "参数范围", en: "Ranges of parameters" },
  SCHEDULE: { zh: "还款计划可排", en: "A repayment plan exists" },
  ANNUAL_COST: { zh: "年化综合成本", en: "Annual cost" },
  RATE_CAP: { zh: "利率上限", en: "Rate cap" },
  FEES: { zh: "费用", en: "Fees" },
  ELIGIBILITY: { zh: "申请条件", en: "Conditions to apply" },
  DOCUMENTS: { zh: "所需材料", en: "Documents required" },
  COPY: { zh: "宣传用语", en: "Marketing words" },
} as const satisfies Record<string, ErrorText>;
type CheckCode = keyof typeof LABELS;

/** Words no loan may be advertised with: promises of approval, of speed without review, and superlatives. */
export const BANNED_PHRASES: readonly string[] = [
  "最低利率",
  "利率最低",
  "最低息",
  "全网最低",
  "全国最低",
  "史上最低",
  "秒批",
  "秒下",
  "秒到账",
  "秒过",
  "必过",
  "必下款",
  "包过",
  "包下款",
  "百分百",
  "百分之百",
  "100%通过",
  "100%下款",
  "免审核",
  "无审核",
  "无需审核",
  "不看征信",
  "无视征信",
  "不查征信",
  "免征信",
  "黑户",
  "白户可贷",
  "无视黑白",
  "不上征信",
  "零门槛",
  "0门槛",
  "无门槛",
  "人人可贷",
  "有身份证就能贷",
  "零利息",
  "免费贷款",
  "国家扶持",
  "政府背书",
  "第一品牌",
  "最优惠",
];

/** The banned phrase a text contains, however it is spaced, widthed or cased. */
export function bannedPhraseIn(text: string): string | undefined {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
  return BANNED_PHRASES.find((phrase) => plain.includes(phrase.replace("%", "")));
}

const TERMS_CHECK_OF: Record<string, CheckCode> = {
  fees: "FEES",
  eligibility: "ELIGIBILITY",
  requiredDocuments: "DOCUMENTS",
  name: "COPY",
  tagline: "COPY",
};

const fail = (code: CheckCode, error: DomainError): ListingCheckValue => ({
  code,
  verdict: CheckVerdict.FAIL,
  label: LABELS[code],
  detail: { zh: error.text("zh-CN"), en: error.text("en-US") },
  field: error.field ?? null,
  error,
});
const say = (
  code: CheckCode,
  verdict: CheckVerdict,
  detail: ErrorText,
  field: string | null = null,
): ListingCheckValue => ({ code, verdict, label: LABELS[code], detail, field });
const pass = (code: CheckCode, detail: ErrorText = { zh: "符合要求", en: "In order" }) =>
  say(code, CheckVerdict.PASS, detail);

export interface TermsVerdict {
  /** Null where the terms are too broken to be priced. */
  readonly costs: CostRange | null;
  /** What refuses a draft: broken terms, terms without a plan, a cost over the cap. */
  readonly refusals: readonly DomainError[];
}

/** Prices the terms and says what refuses them as a draft. Needs nothing but the terms, the caps and the limits. */
export function verdictOf(terms: ProductTerms, { caps, limits }: ListingRules): TermsVerdict {
  const problems = termsProblems(terms, limits);
  if (problems.length > 0) return { costs: null, refusals: problems };
  const costs = priced(terms);
  if (!("min" in costs)) return { costs: null, refusals: [costs] };
  const breach = capBreachOf(costs.dearestBy, caps, "terms.rateMax");
  return { costs, refusals: breach ? [breach] : [] };
}

function priced(terms: ProductTerms): CostRange | DomainError {
  try {
    return costRangeOf(terms);
  } catch (error) {
    if (!(error instanceof FinanceError)) throw error;
    const field = error.code === "COST_UNDEFINED" || error.code === "FEE_INVALID" ? "terms.fees" : "terms.amountMin";
    return notSchedulable(error, field);
  }
}

/** The whole check list of a product, one line per check, in the order review reads them. */
export function checksOf(terms: ProductTerms, rules: ListingRules): ListingCheckValue[] {
  const { costs, refusals } = verdictOf(terms, rules);
  const failed = new Map<CheckCode, ListingCheckValue>();
  for (const error of refusals) {
    const code = checkOf(error);
    if (!failed.has(code)) failed.set(code, fail(code, error));
  }
  const order: CheckCode[] = [
    "TERMS",
    "SCHEDULE",
    "ANNUAL_COST",
    "RATE_CAP",
    "FEES",
    "ELIGIBILITY",
    "DOCUMENTS",
    "COPY",
  ];
  return order.map((code) => failed.get(code) ?? unfailed(code, terms, costs, rules));
}

function checkOf(error: DomainError): CheckCode {
  if (error.code === "CATALOG_RATE_OVER_CAP") return "RATE_CAP";
  if (error.code === "CATALOG_NOT_SCHEDULABLE") return "SCHEDULE";
  return TERMS_CHECK_OF[error.field?.split(".")[1] ?? ""] ?? "TERMS";
}

const UNPRICED: ErrorText = { zh: "参数有误，无法计算", en: "Cannot be computed from these parameters" };

function unfailed(
  code: CheckCode,
  terms: ProductTerms,
  costs: CostRange | null,
  { caps }: ListingRules,
): ListingCheckValue {
  switch (code) {
    case "SCHEDULE":
      return costs ? pass(code) : say(code, CheckVerdict.FAIL, UNPRICED);
    case "ANNUAL_COST":
      return costs ? pass(code, costWords(costs)) : say(code, CheckVerdict.FAIL, UNPRICED);
    case "RATE_CAP":
      return costs ? capCheck(costs, caps) : say(code, CheckVerdict.FAIL, UNPRICED);
    case "FEES":
      return feeCheck(terms);
    case "COPY":
      return copyCheck(terms);
    default:
      return pass(code);
  }
}

const percent = (rate: Ppm): string => written(formatRate(rate), "rate");

function costWords({ min, max, method }: CostRange): ErrorText {
  const range = `${percent(min)}–${percent(max)}`;
  const { zh, en } = costMethodWords(method);
  return { zh: `${range}（${zh}）`, en: `${range} (${en})` };
}

/** A cost this near its cap passes, but review is told: one holiday or one fee more and it would not. */
const NEAR_CAP = 5_000;

function capCheck(costs: CostRange, caps: readonly CostCap[]): ListingCheckValue {
  const near = caps.find((cap) => cap.value - costs.dearestBy[cap.method] <= NEAR_CAP);
  const told = caps.map((cap) => {
    const figures = `${percent(costs.dearestBy[cap.method])} ≤ ${percent(cap.value)}`;
    const { zh, en } = costMethodWords(cap.method);
    return { zh: `${figures}（${zh}）`, en: `${figures} (${en})` };
  });
  const words = { zh: told.map(({ zh }) => zh).join("；"), en: told.map(({ en }) => en).join("; ") };
  return say("RATE_CAP", near ? CheckVerdict.WARN : CheckVerdict.PASS, words, near ? "terms.rateMax" : null);
}

function feeCheck({ fees }: ProductTerms): ListingCheckValue {
  const own = fees.findIndex((fee) => fee.payee === FeePayee.PLATFORM);
  if (own < 0) return pass("FEES");
  const detail = {
    zh: "平台不得向借款人收费，请核对收款方",
    en: "The platform may not charge borrowers: check the payee",
  };
  return say("FEES", CheckVerdict.WARN, detail, `terms.fees.${own}.payee`);
}

function copyCheck(terms: ProductTerms): ListingCheckValue {
  for (const field of ["name", "tagline"] as const) {
    const phrase = bannedPhraseIn(terms[field]);
    if (!phrase) continue;
    const error = catalogErrors.checkFailed(
      { check: "COPY", phrase, detail: `禁用宣传用语“${phrase}” / banned phrase` },
      `terms.${field}`,
    );
    const detail = { zh: `含有禁用的宣传用语“${phrase}”`, en: `Contains the banned phrase “${phrase}”` };
    return { ...fail("COPY", error), detail };
  }
  if (/[\d.]+\s*[%%‰]|日息|月息|日利率|月利率/.test(terms.tagline)) {
    const detail = {
      zh: "宣传语中写有利率数字：页面只展示系统计算的年化利率",
      en: "The tagline quotes a rate: pages show the computed annual rate only",
    };
    return say("COPY", CheckVerdict.WARN, detail, "terms.tagline");
  }
  return pass("COPY");
}
