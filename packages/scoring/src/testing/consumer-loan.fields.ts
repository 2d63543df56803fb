import { defineFields } from "../values/field.ts";
import { count, fen, ppm } from "../values/value.ts";

const months = { zh: "个月", en: "months" };
const times = { zh: "次", en: "times" };
const days = { zh: "天", en: "days" };

/** What a consumer-loan policy may speak about, from the form, the bureau and the platform. */
export const fields = defineFields({
  birthOn: { kind: "date", source: "PROFILE", label: { zh: "出生日期", en: "Date of birth" }, protected: true },
  employmentType: {
    kind: "enum",
    source: "PROFILE",
    label: { zh: "工作类型", en: "Kind of work" },
    values: {
      EMPLOYEE: { zh: "受薪", en: "employee" },
      PUBLIC_SECTOR: { zh: "公职", en: "public sector" },
      SELF_EMPLOYED: { zh: "自雇", en: "self-employed" },
      STUDENT: { zh: "学生", en: "student" },
    },
  },
  employmentMonths: {
    kind: "number",
    source: "PROFILE",
    label: { zh: "现单位工龄", en: "Time in present job" },
    unit: months,
    min: count(0),
  },
  monthlyIncome: { kind: "money", source: "PROFILE", label: { zh: "月收入", en: "Monthly income" }, min: fen(0n) },
  appliedOn: { kind: "date", source: "APPLICATION", label: { zh: "申请日期", en: "Day of application" } },
  requestedAmount: {
    kind: "money",
    source: "APPLICATION",
    label: { zh: "申请金额", en: "Amount asked for" },
    min: fen(0n),
    advice: { direction: "DOWN", step: fen(100_000n), limit: fen(200_000n) },
  },
  requestedTermMonths: {
    kind: "number",
    source: "APPLICATION",
    label: { zh: "申请期限", en: "Term asked for" },
    unit: months,
    min: count(1),
    max: count(60),
  },
  monthlyDebt: {
    kind: "money",
    source: "BUREAU",
    label: { zh: "现有月还款", en: "Present monthly repayments" },
    min: fen(0n),
    advice: { direction: "DOWN", step: fen(10_000n), limit: fen(0n) },
  },
  daysPastDue12Months: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "近12个月最长逾期", en: "Longest delay in 12 months" },
    unit: days,
    min: count(0),
  },
  overdueAmount: {
    kind: "money",
    source: "BUREAU",
    label: { zh: "当前逾期金额", en: "Amount overdue now" },
    min: fen(0n),
  },
  enquiries90Days: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "近90天审批查询", en: "Lender enquiries in 90 days" },
    unit: times,
    min: count(0),
  },
  cardUseRate: {
    kind: "rate",
    source: "BUREAU",
    label: { zh: "信用卡使用率", en: "Share of card limits used" },
    min: ppm(0),
    advice: { direction: "DOWN", step: ppm(50_000), limit: ppm(0) },
  },
  creditHistoryMonths: {
    kind: "number",
    source: "BUREAU",
    label: { zh: "信用记录时长", en: "Length of credit history" },
    unit: months,
    min: count(0),
  },
  lenders30Days: {
    kind: "number",
    source: "PLATFORM",
    label: { zh: "近30天申请机构数", en: "Lenders applied to in 30 days" },
    min: count(0),
  },
  isOnWatchList: { kind: "boolean", source: "PLATFORM", label: { zh: "命中关注名单", en: "On a watch list" } },
  personsOnDevice: {
    kind: "number",
    source: "PLATFORM",
    label: { zh: "同设备申请人数", en: "People seen on this device" },
    min: count(0),
  },

  age: {
    kind: "number",
    source: "DERIVED",
    label: { zh: "年龄", en: "Age" },
    unit: { zh: "周岁", en: "years" },
    protected: true,
  },
  estimatedInstalment: { kind: "money", source: "DERIVED", label: { zh: "预计月还款", en: "Estimated instalment" } },
  debtShare: { kind: "rate", source: "DERIVED", label: { zh: "收入负债比", en: "Share of income spent on debt" } },
  creditScore: { kind: "number", source: "DERIVED", label: { zh: "评分", en: "Score" } },
  baseRate: { kind: "rate", source: "DERIVED", label: { zh: "基准年利率", en: "Base annual rate" } },
  incomeMultiple: { kind: "number", source: "DERIVED", label: { zh: "收入倍数", en: "Multiple of income" } },
  rateAddOn: { kind: "rate", source: "DERIVED", label: { zh: "利率加点", en: "Rate add-on" } },
});
