/** What an institution's model may speak about, and how an application's facts become its input. */

import type { LocalText } from "@daichao/scoring";
import { count, defineFields, type FactsOf, fen, ppm } from "@daichao/scoring";

const months: LocalText = { zh: "个月", en: "months" };
const times: LocalText = { zh: "次", en: "times" };
const days: LocalText = { zh: "天", en: "days" };
const loans: LocalText = { zh: "笔", en: "loans" };

export const underwritingFields = defineFields({
  age: {
    kind: "number",
    source: "PROFILE",
    label: { zh: "年龄", en: "Age" },
    unit: { zh: "周岁", en: "years" },
    protected: true,
    min: count(0),
    max: count(120),
  },
  employment: {
    kind: "enum",
    source: "PROFILE",
    label: { zh: "工作类型", en: "Kind of work" },
    values: {
      EMPLOYED: { zh: "受薪", en: "employed" },
      SELF_EMPLOYED: { zh: "个体经营", en: "self-employed" },
      PUBLIC_SECTOR: { zh: "公职", en: "public sector" },
      FREELANCE: { zh: "自由职业", en: "freelance" },
      STUDENT: { zh: "学生", en: "student" },
      RETIRED: { zh: "退休", en: "retired" },
      UNEMPLOYED: { zh: "待业", en: "unemployed" },
    },
  },
  employedMonths: {
    kind: "number",
    source: "PROFILE",
    label: { zh: "现单位工龄", en: "Time in present job" },
    unit: months,
    min: count(0),
  },
  monthlyIncome: { kind: "money", source: "PROFILE", label: { zh: "月收入", en: "Monthly income" }, min: fen(0n) },
  declaredMonthlyDebt: {
    kind: "money",
    source: "PROFILE",
    label: { zh: "自报月还款", en: "Monthly repayments as stated" },
    min: fen(0n),
  },
  housing: {
    kind: "enum",
    source: "PROFILE",
    label: { zh: "住房情况", en: "Housing" },
    values: {
      OWNED: { zh: "自有", en: "owned" },
      MORTGAGED: { zh: "按揭", en: "mortgaged" },
      RENTED: { zh: "租住", en: "rented" },
      FAMILY: { zh: "与家人同住", en: "with family" },
      OTHER: { zh: "其他", en: "other" },
    },
  },
  isIdentityVerified: { kind: "boolean", source: "PROFILE", label: { zh: "已实名", en: "Identity verified" } },
  requestedAmount: {
    kind: "money",
    source: "APPLICATION",
    label: { zh: "申请金额", en: "Amount asked for" },
    min: fen(0n),
  },
  requestedTermMonths: {
    kind: "number",
    source: "APPLICATION",
    label: { zh: "申请期限", en: "Term asked for" },
    unit: months,
    min: count(1),
    max: count(360),
  },
  productAmountMax: {
    kind: "money",
    source: "APPLICATION",
    label: { zh: "产品最高金额", en: "Product's highest amount" },
  },
  productRateMin: { kind: "rate", source: "APPLICATION", label: { zh: "产品最低年利率", en: "Product's lowest rate" } },
  productRateMax: {
    kind: "rate",
    source: "APPLICATION",
    label: { zh: "产品最高年利率", en: "Product's highest rate" },
  },
  productMinAge: { kind: "number", source: "APPLICATION", label: { zh: "产品最低年龄", en: "Product's lowest age" } },
  productMaxAge: { kind: "number", source: "APPLICATION", label: { zh: "产品最高年龄", en: "Product's highest age" } },
  productMinIncome: {
    kind: "money",
    source: "APPLICATION",
    label: { zh: "产品最低月收入", en: "Product's lowest income" },
  },
  productMinEmployedMonths: {
    kind: "number",
    source: "APPLICATION",
    label: { zh: "产品最短工龄", en: "Product's shortest employment" },
    unit: months,
  },
  otherOpenApplications: {
    kind: "number",
    source: "PLATFORM",
    label: { zh: "进行中的其他申请", en: "Other open applications" },
    unit: loans,
    min: count(0),
  },
  bureauScore: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "征信分", en: "Bureau score" },
    min: count(300),
    max: count(850),
  },
  openLoanCount: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "未结清贷款", en: "Open loans" },
    unit: loans,
    min: count(0),
  },
  totalOutstanding: {
    kind: "money",
    source: "BUREAU",
    label: { zh: "贷款余额", en: "Total outstanding" },
    min: fen(0n),
  },
  bureauMonthlyDebt: {
    kind: "money",
    source: "BUREAU",
    label: { zh: "征信月还款", en: "Monthly repayments by the bureau" },
    min: fen(0n),
  },
  worstDaysPastDue: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "近12个月最长逾期", en: "Longest delay in 12 months" },
    unit: days,
    min: count(0),
  },
  hardQueries: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "近90天审批查询", en: "Lender enquiries in 90 days" },
    unit: times,
    min: count(0),
  },
  historyMonths: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "信用记录时长", en: "Length of credit history" },
    unit: months,
    min: count(0),
  },
  monthlyDebt: { kind: "money", source: "DERIVED", label: { zh: "月还款合计", en: "Monthly repayments" } },
  estimatedInstalment: { kind: "money", source: "DERIVED", label: { zh: "预计月还款", en: "Estimated instalment" } },
  debtShare: {
    kind: "rate",
    source: "DERIVED",
    label: { zh: "收入负债比", en: "Share of income spent on debt" },
    min: ppm(0),
  },
  score: { kind: "number", source: "DERIVED", label: { zh: "机构评分", en: "Institution's score" } },
  incomeMultiple: { kind: "number", source: "DERIVED", label: { zh: "收入倍数", en: "Multiple of income" } },
  rateShare: { kind: "rate", source: "DERIVED", label: { zh: "利率区间位置", en: "Place in the rate range" } },
});

export type UnderwritingFacts = FactsOf<typeof underwritingFields>;

/** What is known of the applicant, as it was frozen at submission; money as text of fen. */
export interface ApplicantInput {
  readonly age: number;
  readonly employment: string | null;
  readonly employedMonths: number | null;
  readonly monthlyIncome: string | null;
  readonly monthlyDebtPayment: string | null;
  readonly housing: string | null;
  readonly isIdentityVerified: boolean;
  readonly otherOpenApplicationCount: number;
}

export interface RequestInput {
  readonly amount: bigint;
  readonly termCount: number;
}

export interface ProductInput {
  readonly amountMax: bigint;
  readonly rateMin: number;
  readonly rateMax: number;
  readonly eligibility: {
    readonly minAge: number;
    readonly maxAge: number;
    readonly minMonthlyIncome?: bigint | null;
    readonly minEmploymentMonths?: number | null;
  };
}

export interface ReportInput {
  readonly score: number;
  readonly openLoanCount: number;
  readonly totalOutstanding: bigint;
  readonly monthlyObligation: bigint;
  readonly worstDaysPastDue12Months: number;
  readonly hardQueries90Days: number;
  readonly historyMonths: number;
}

const amountOf = (text: string | null): bigint | undefined => (text === null ? undefined : BigInt(text));
const codeOf = <Code extends string>(code: string | null, values: Readonly<Record<Code, unknown>>): Code | undefined =>
  code !== null && isCode(code, values) ? code : undefined;
const isCode = <Code extends string>(code: string, values: Readonly<Record<Code, unknown>>): code is Code =>
  Object.hasOwn(values, code);

/** The model's input: the frozen applicant, the request, the product's own version and the bureau's report. */
export function factsFor(
  applicant: ApplicantInput,
  request: RequestInput,
  product: ProductInput,
  report: ReportInput,
): UnderwritingFacts {
  return {
    age: applicant.age,
    employment: codeOf(applicant.employment, underwritingFields.employment.values),
    employedMonths: applicant.employedMonths ?? undefined,
    monthlyIncome: amountOf(applicant.monthlyIncome),
    declaredMonthlyDebt: amountOf(applicant.monthlyDebtPayment),
    housing: codeOf(applicant.housing, underwritingFields.housing.values),
    isIdentityVerified: applicant.isIdentityVerified,
    otherOpenApplications: applicant.otherOpenApplicationCount,
    requestedAmount: request.amount,
    requestedTermMonths: request.termCount,
    productAmountMax: product.amountMax,
    productRateMin: product.rateMin,
    productRateMax: product.rateMax,
    productMinAge: product.eligibility.minAge,
    productMaxAge: product.eligibility.maxAge,
    productMinIncome: product.eligibility.minMonthlyIncome ?? 0n,
    productMinEmployedMonths: product.eligibility.minEmploymentMonths ?? 0,
    bureauScore: report.score,
    openLoanCount: report.openLoanCount,
    totalOutstanding: report.totalOutstanding,
    bureauMonthlyDebt: report.monthlyObligation,
    worstDaysPastDue: report.worstDaysPastDue12Months,
    hardQueries: report.hardQueries90Days,
    historyMonths: report.historyMonths,
  };
}
