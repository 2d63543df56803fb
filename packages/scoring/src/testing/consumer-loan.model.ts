import { any, between, eq, ge, gt, lt, not } from "../model/condition.ts";
import { calc } from "../model/expression.ts";
import type { Bin, DecisionModel, HardRule, Severity } from "../model/model.ts";
import { choice, count, fen, flag, type Literal, ppm } from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";

const rule = (
  id: string,
  severity: Severity,
  when: HardRule["when"],
  reason: ReasonCode | null,
  zh: string,
  en: string,
): HardRule => ({
  id,
  severity,
  when,
  reason,
  message: { zh, en },
});

/** Bins along a line: the first holds below the first cut, each later one from its cut on. */
const bins = (cuts: readonly Literal[], points: readonly number[]): readonly Bin[] =>
  points.map((earned, index) => ({
    span: { type: "within", from: cuts[index - 1] ?? null, to: cuts[index] ?? null },
    points: earned,
  }));

/** An invented but complete policy: its thresholds are an example, not a recommendation. */
export const consumerLoan: DecisionModel = {
  format: 1,
  derived: [
    { field: "age", kind: "number", formula: calc.years("birthOn", "appliedOn") },
    // The heaviest month of an equal-principal plan at 1.5 % a month: an upper bound that needs no power function.
    {
      field: "estimatedInstalment",
      kind: "money",
      formula: calc.sum(
        calc.dividedBy("requestedAmount", "requestedTermMonths"),
        calc.share("requestedAmount", ppm(15_000)),
      ),
    },
    {
      field: "debtShare",
      kind: "rate",
      formula: calc.ratio(calc.sum("monthlyDebt", "estimatedInstalment"), "monthlyIncome"),
    },
  ],
  rules: [
    rule(
      "age",
      "REJECT",
      not(between("age", count(22), count(60))),
      "AGE_OUTSIDE_RANGE",
      "年龄须为22至60周岁",
      "Age must be 22 to 60",
    ),
    rule(
      "income",
      "REJECT",
      lt("monthlyIncome", fen(300_000n)),
      "INCOME_TOO_LOW",
      "月收入低于3,000元",
      "Monthly income under 3,000 yuan",
    ),
    rule(
      "debt-share",
      "REJECT",
      gt("debtShare", ppm(550_000)),
      "DEBT_SHARE_TOO_HIGH",
      "收入负债比高于55%",
      "Debt share above 55 %",
    ),
    rule(
      "debt-share-near",
      "REFER",
      gt("debtShare", ppm(500_000)),
      "DEBT_SHARE_TOO_HIGH",
      "收入负债比高于50%",
      "Debt share above 50 %",
    ),
    rule(
      "overdue-now",
      "REJECT",
      gt("overdueAmount", fen(0n)),
      "CURRENT_OVERDUE",
      "当前存在逾期",
      "Overdue at present",
    ),
    rule(
      "late-payments",
      "REJECT",
      gt("daysPastDue12Months", count(30)),
      "RECENT_LATE_PAYMENTS",
      "近12个月逾期超过30天",
      "Over 30 days late within 12 months",
    ),
    rule(
      "enquiries",
      "REJECT",
      gt("enquiries90Days", count(12)),
      "MANY_RECENT_ENQUIRIES",
      "近90天查询超过12次",
      "Over 12 enquiries in 90 days",
    ),
    rule(
      "multi-lending",
      "REJECT",
      gt("lenders30Days", count(6)),
      "MANY_ACTIVE_LOANS",
      "近30天申请机构超过6家",
      "Over 6 lenders in 30 days",
    ),
    rule(
      "employment",
      "REFER",
      lt("employmentMonths", count(6)),
      "SHORT_EMPLOYMENT",
      "现单位工龄不足6个月",
      "Under 6 months in the present job",
    ),
    rule("watch-list", "REJECT", eq("isOnWatchList", flag(true)), null, "命中关注名单", "On the watch list"),
    rule(
      "device-ring",
      "REFER",
      any(ge("personsOnDevice", count(4)), eq("isOnWatchList", flag(true))),
      null,
      "同一设备多人申请",
      "Several people on one device",
    ),
  ],
  card: {
    id: "consumer-2026",
    writes: "creditScore",
    base: 440,
    characteristics: [
      {
        id: "debtShare",
        field: "debtShare",
        kind: "rate",
        missing: 0,
        reason: "DEBT_SHARE_TOO_HIGH",
        bins: bins([ppm(200_000), ppm(350_000), ppm(500_000)], [40, 28, 12, 0]),
      },
      {
        id: "income",
        field: "monthlyIncome",
        kind: "money",
        missing: 0,
        reason: "INCOME_TOO_LOW",
        bins: bins([fen(500_000n), fen(800_000n), fen(1_500_000n)], [0, 12, 22, 32]),
      },
      {
        id: "latePayments",
        field: "daysPastDue12Months",
        kind: "number",
        missing: 8,
        reason: "RECENT_LATE_PAYMENTS",
        bins: bins([count(1), count(8), count(31)], [45, 22, 5, 0]),
      },
      {
        id: "enquiries",
        field: "enquiries90Days",
        kind: "number",
        missing: 5,
        reason: "MANY_RECENT_ENQUIRIES",
        bins: bins([count(2), count(5), count(9)], [35, 22, 8, 0]),
      },
      {
        id: "lenders",
        field: "lenders30Days",
        kind: "number",
        missing: 4,
        reason: "MANY_ACTIVE_LOANS",
        bins: bins([count(1), count(3), count(5)], [28, 18, 6, 0]),
      },
      {
        id: "employment",
        field: "employmentMonths",
        kind: "number",
        missing: 0,
        reason: "SHORT_EMPLOYMENT",
        bins: bins([count(12), count(36), count(84)], [0, 10, 20, 28]),
      },
      {
        id: "cardUse",
        field: "cardUseRate",
        kind: "rate",
        missing: 12,
        reason: "HIGH_CARD_USE",
        bins: bins([ppm(300_000), ppm(600_000), ppm(850_000)], [30, 20, 8, 0]),
      },
      {
        id: "history",
        field: "creditHistoryMonths",
        kind: "number",
        missing: 0,
        reason: "SHORT_CREDIT_HISTORY",
        bins: bins([count(12), count(36), count(72)], [0, 8, 16, 24]),
      },
    ],
    bands: [
      { id: "D", from: null, outcome: "REJECT" },
      { id: "C", from: 540, outcome: "REFER" },
      { id: "B", from: 580, outcome: "PASS" },
      { id: "A", from: 630, outcome: "PASS" },
    ],
  },
  tables: [
    {
      id: "pricing",
      hitPolicy: "FIRST",
      inputs: [{ field: "creditScore", kind: "number" }],
      outputs: [
        { field: "baseRate", kind: "rate" },
        { field: "incomeMultiple", kind: "number" },
      ],
      rows: [
        {
          id: "A",
          when: [{ type: "within", from: count(630), to: null }],
          effect: { set: { baseRate: ppm(108_000), incomeMultiple: count(12) } },
        },
        {
          id: "B",
          when: [{ type: "within", from: count(580), to: null }],
          effect: { set: { baseRate: ppm(144_000), incomeMultiple: count(8) } },
        },
        { id: "C", when: [null], effect: { set: { baseRate: ppm(180_000), incomeMultiple: count(4) } } },
      ],
    },
    {
      id: "add-ons",
      hitPolicy: "COLLECT",
      inputs: [
        { field: "requestedTermMonths", kind: "number" },
        { field: "enquiries90Days", kind: "number" },
      ],
      outputs: [{ field: "rateAddOn", kind: "rate" }],
      rows: [
        {
          id: "long-term",
          when: [{ type: "within", from: count(25), to: null }, null],
          effect: { set: { rateAddOn: ppm(12_000) } },
        },
        {
          id: "enquiries",
          when: [null, { type: "within", from: count(5), to: null }],
          effect: { set: { rateAddOn: ppm(18_000) } },
        },
      ],
    },
    {
      id: "kind-of-work",
      hitPolicy: "WORST_OF",
      inputs: [
        { field: "employmentType", kind: "enum" },
        { field: "requestedTermMonths", kind: "number" },
      ],
      outputs: [],
      rows: [
        {
          id: "student",
          when: [{ type: "in", values: [choice("STUDENT")] }, null],
          effect: { verdict: "REJECT", reason: "EMPLOYMENT_NOT_SERVED" },
        },
        {
          id: "self-employed-long",
          when: [
            { type: "in", values: [choice("SELF_EMPLOYED")] },
            { type: "within", from: count(25), to: null },
          ],
          effect: { verdict: "REFER", reason: "TERM_NOT_OFFERED" },
        },
      ],
      otherwise: { verdict: "PASS" },
    },
  ],
  terms: {
    requestedAmount: "requestedAmount",
    maxAmount: calc.least(calc.times("monthlyIncome", "incomeMultiple"), fen(20_000_000n)),
    step: fen(10_000n),
    minimum: fen(100_000n),
    belowMinimum: "REJECT",
    reason: "OFFER_BELOW_MINIMUM",
    annualRate: calc.least(calc.sum("baseRate", "rateAddOn"), ppm(240_000)),
    termMonths: calc.of("requestedTermMonths"),
  },
};
