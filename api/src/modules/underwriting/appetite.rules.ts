/** The policies institutions start with: one shape, three appetites, so that the same person is seen differently. */
import {
  all,
  any,
  type Bin,
  type Characteristic,
  calc,
  choice,
  count,
  type DecisionModel,
  eq,
  type FieldKind,
  fen,
  fieldOf,
  flag,
  ge,
  gt,
  type HardRule,
  isIn,
  type Literal,
  lt,
  ppm,
  type ReasonCode,
  type Severity,
  type TableRow,
} from "@daichao/scoring";

/** How much risk an institution takes. Rates and shares in parts per million. */
export interface Appetite {
  readonly name: string;
  readonly maxDebtShare: number;
  readonly nearDebtShare: number;
  readonly minBureauScore: number;
  readonly maxDaysPastDue: number;
  readonly nearDaysPastDue: number;
  readonly maxHardQueries: number;
  readonly minHistoryMonths: number;
  readonly maxOtherApplications: number;
  /** Kinds of work refused, and those a person looks at. */
  readonly refusedWork: readonly string[];
  readonly referredWork: readonly string[];
  readonly referFrom: number;
  readonly passFrom: number;
  readonly incomeMultiples: readonly [number, number, number];
}

export const appetites = {
  PRUDENT: {
    name: "稳健型审批模型",
    maxDebtShare: 600_000,
    nearDebtShare: 500_000,
    minBureauScore: 540,
    maxDaysPastDue: 30,
    nearDaysPastDue: 10,
    maxHardQueries: 8,
    minHistoryMonths: 6,
    maxOtherApplications: 3,
    refusedWork: ["UNEMPLOYED", "STUDENT"],
    referredWork: ["FREELANCE"],
    referFrom: 560,
    passFrom: 620,
    incomeMultiples: [6, 12, 20],
  },
  BALANCED: {
    name: "均衡型审批模型",
    maxDebtShare: 650_000,
    nearDebtShare: 550_000,
    minBureauScore: 510,
    maxDaysPastDue: 60,
    nearDaysPastDue: 20,
    maxHardQueries: 10,
    minHistoryMonths: 4,
    maxOtherApplications: 4,
    refusedWork: ["UNEMPLOYED", "STUDENT"],
    referredWork: [],
    referFrom: 545,
    passFrom: 605,
    incomeMultiples: [6, 10, 18],
  },
  OPEN: {
    name: "普惠型审批模型",
    maxDebtShare: 700_000,
    nearDebtShare: 620_000,
    minBureauScore: 490,
    maxDaysPastDue: 60,
    nearDaysPastDue: 30,
    maxHardQueries: 12,
    minHistoryMonths: 0,
    maxOtherApplications: 5,
    refusedWork: ["UNEMPLOYED"],
    referredWork: ["STUDENT"],
    referFrom: 535,
    passFrom: 590,
    incomeMultiples: [5, 8, 15],
  },
} as const satisfies Record<string, Appetite>;
export type AppetiteName = keyof typeof appetites;

const byLicence: Readonly<Record<string, readonly AppetiteName[]>> = {
  BANK: ["PRUDENT", "PRUDENT", "BALANCED"],
  CONSUMER_FINANCE: ["BALANCED", "BALANCED", "OPEN"],
  MICRO_LENDER: ["OPEN", "OPEN", "BALANCED"],
};

/** The appetite an institution starts with: by its licence, and always the same for the same institution. */
export function appetiteFor(institutionId: string, licenceKind: string): AppetiteName {
  const choices = byLicence[licenceKind] ?? ["BALANCED"];
  const digest = [...institutionId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return choices[digest % choices.length] ?? "BALANCED";
}

interface RuleText {
  readonly zh: string;
  readonly en: string;
}

const rule = (
  id: string,
  severity: Severity,
  when: HardRule["when"],
  reason: ReasonCode | null,
  message: RuleText,
  whenUnknown?: Severity,
): HardRule => ({ id, severity, when, reason, message, ...(whenUnknown ? { whenUnknown } : {}) });

const percent = (share: number) => `${share / 10_000} %`;

function refusals(a: Appetite): HardRule[] {
  return [
    rule("identity", "REJECT", eq("isIdentityVerified", flag(false)), "INFORMATION_MISSING", {
      zh: "未完成实名认证",
      en: "Identity not verified",
    }),
    rule(
      "age",
      "REJECT",
      any(lt("age", fieldOf("number", "productMinAge")), gt("age", fieldOf("number", "productMaxAge"))),
      "AGE_OUTSIDE_RANGE",
      { zh: "年龄不在产品范围内", en: "Age outside the product's range" },
    ),
    rule("work", "REJECT", isIn("employment", ...a.refusedWork.map(choice)), "EMPLOYMENT_NOT_SERVED", {
      zh: "工作类型不在服务范围内",
      en: "Kind of work not served",
    }),
    rule("income", "REJECT", lt("monthlyIncome", fieldOf("money", "productMinIncome")), "INCOME_TOO_LOW", {
      zh: "月收入低于产品要求",
      en: "Income below the product's minimum",
    }),
    rule("debt-share", "REJECT", gt("debtShare", ppm(a.maxDebtShare)), "DEBT_SHARE_TOO_HIGH", {
      zh: `收入负债比高于 ${percent(a.maxDebtShare)}`,
      en: `Debt share above ${percent(a.maxDebtShare)}`,
    }),
    rule("bureau-score", "REJECT", lt("bureauScore", count(a.minBureauScore)), "OVERALL_ASSESSMENT", {
      zh: `征信分低于 ${a.minBureauScore}`,
      en: `Bureau score under ${a.minBureauScore}`,
    }),
    rule("late-payments", "REJECT", gt("worstDaysPastDue", count(a.maxDaysPastDue)), "RECENT_LATE_PAYMENTS", {
      zh: `近12个月逾期超过 ${a.maxDaysPastDue} 天`,
      en: `Over ${a.maxDaysPastDue} days late within 12 months`,
    }),
    rule("enquiries", "REJECT", gt("hardQueries", count(a.maxHardQueries)), "MANY_RECENT_ENQUIRIES", {
      zh: `近90天查询超过 ${a.maxHardQueries} 次`,
      en: `Over ${a.maxHardQueries} enquiries in 90 days`,
    }),
  ];
}

function referrals(a: Appetite): HardRule[] {
  return [
    rule("debt-share-near", "REFER", gt("debtShare", ppm(a.nearDebtShare)), "DEBT_SHARE_TOO_HIGH", {
      zh: `收入负债比高于 ${percent(a.nearDebtShare)}`,
      en: `Debt share above ${percent(a.nearDebtShare)}`,
    }),
    rule("late-payments-near", "REFER", gt("worstDaysPastDue", count(a.nearDaysPastDue)), "RECENT_LATE_PAYMENTS", {
      zh: `近12个月逾期超过 ${a.nearDaysPastDue} 天`,
      en: `Over ${a.nearDaysPastDue} days late within 12 months`,
    }),
    rule("thin-file", "REFER", lt("historyMonths", count(a.minHistoryMonths)), "SHORT_CREDIT_HISTORY", {
      zh: `信用记录不足 ${a.minHistoryMonths} 个月`,
      en: `Credit history under ${a.minHistoryMonths} months`,
    }),
    // Where the product asks for no time in the job the form does not ask either: not knowing it is no reason to wait.
    rule(
      "short-employment",
      "REFER",
      all(
        gt("productMinEmployedMonths", count(0)),
        lt("employedMonths", fieldOf("number", "productMinEmployedMonths")),
      ),
      "SHORT_EMPLOYMENT",
      { zh: "工龄短于产品要求", en: "Time in job below the product's minimum" },
    ),
    rule(
      "own-business",
      "REFER",
      all(eq("employment", choice("SELF_EMPLOYED")), lt("employedMonths", count(12))),
      "SHORT_EMPLOYMENT",
      { zh: "经营不足一年", en: "In business for under a year" },
    ),
    // Several applications at once may be comparison or distress; a person tells them apart, the applicant is not told.
    rule("many-applications", "REFER", ge("otherOpenApplications", count(a.maxOtherApplications)), null, {
      zh: `进行中的其他申请达到 ${a.maxOtherApplications} 笔`,
      en: `${a.maxOtherApplications} or more other open applications`,
    }),
    ...(a.referredWork.length > 0
      ? [
          rule("work-near", "REFER", isIn("employment", ...a.referredWork.map(choice)), "INCOME_NOT_CONFIRMED", {
            zh: "工作类型需人工核实",
            en: "Kind of work needs a person",
          }),
        ]
      : []),
  ];
}

/** Bins between rising limits: one more points value than limits. */
const bins = (limits: readonly Literal[], points: readonly number[]): Bin[] =>
  points.map((value, index) => ({
    span: { type: "within", from: limits[index - 1] ?? null, to: limits[index] ?? null },
    points: value,
  }));

const characteristic = (
  field: string,
  kind: FieldKind,
  reason: ReasonCode,
  missing: number,
  limits: readonly Literal[],
  points: readonly number[],
): Characteristic => ({ id: field, field, kind, reason, missing, bins: bins(limits, points) });

const characteristics: readonly Characteristic[] = [
  characteristic(
    "bureauScore",
    "number",
    "OVERALL_ASSESSMENT",
    0,
    [560, 610, 660, 720].map(count),
    [0, 25, 50, 75, 100],
  ),
  characteristic("debtShare", "rate", "DEBT_SHARE_TOO_HIGH", 0, [200_000, 350_000, 500_000].map(ppm), [60, 40, 20, 0]),
  characteristic("worstDaysPastDue", "number", "RECENT_LATE_PAYMENTS", 0, [1, 8, 31].map(count), [45, 25, 8, 0]),
  characteristic("hardQueries", "number", "MANY_RECENT_ENQUIRIES", 0, [2, 5, 9].map(count), [35, 22, 8, 0]),
  characteristic("historyMonths", "number", "SHORT_CREDIT_HISTORY", 0, [12, 36, 72].map(count), [0, 10, 18, 25]),
  characteristic("employedMonths", "number", "SHORT_EMPLOYMENT", 0, [12, 36, 84].map(count), [0, 10, 18, 25]),
  characteristic("openLoanCount", "number", "MANY_ACTIVE_LOANS", 0, [2, 4, 7].map(count), [20, 12, 5, 0]),
];

const priceRow = (
  id: string,
  from: number | null,
  to: number | null,
  multiple: number,
  rateShare: number,
): TableRow => ({
  id,
  when: [{ type: "within", from: from === null ? null : count(from), to: to === null ? null : count(to) }],
  effect: { set: { incomeMultiple: count(multiple), rateShare: ppm(rateShare) } },
});

const derived: DecisionModel["derived"] = [
  {
    field: "monthlyDebt",
    kind: "money",
    formula: calc.firstKnown(
      calc.greatest("declaredMonthlyDebt", "bureauMonthlyDebt"),
      "bureauMonthlyDebt",
      "declaredMonthlyDebt",
    ),
  },
  {
    field: "estimatedInstalment",
    kind: "money",
    formula: calc.sum(
      calc.dividedBy("requestedAmount", "requestedTermMonths"),
      calc.share(calc.dividedBy("requestedAmount", count(20)), "productRateMax"),
    ),
  },
  {
    field: "debtShare",
    kind: "rate",
    formula: calc.ratio(calc.sum("monthlyDebt", "estimatedInstalment"), "monthlyIncome"),
  },
];

const terms: DecisionModel["terms"] = {
  requestedAmount: "requestedAmount",
  maxAmount: calc.least("productAmountMax", calc.times("monthlyIncome", "incomeMultiple")),
  step: fen(100_000n),
  minimum: fen(100_000n),
  belowMinimum: "REFER",
  reason: "OFFER_BELOW_MINIMUM",
  annualRate: calc.sum("productRateMin", calc.share(calc.difference("productRateMax", "productRateMin"), "rateShare")),
  termMonths: calc.of("requestedTermMonths"),
};

/** The whole policy of an appetite. The better the score, the more of the income and the less of the rate range. */
export function modelOf(appetite: AppetiteName): DecisionModel {
  const a: Appetite = appetites[appetite];
  const [low, middle, high] = a.incomeMultiples;
  const best = a.passFrom + 60;
  return {
    format: 1,
    derived,
    rules: [...refusals(a), ...referrals(a)],
    card: {
      id: `card-${appetite.toLowerCase()}`,
      writes: "score",
      base: 400,
      characteristics,
      bands: [
        { id: "C", from: null, outcome: "REJECT" },
        { id: "B", from: a.referFrom, outcome: "REFER" },
        { id: "A", from: a.passFrom, outcome: "PASS" },
      ],
    },
    tables: [
      {
        id: "pricing",
        hitPolicy: "FIRST",
        inputs: [{ field: "score", kind: "number" }],
        outputs: [
          { field: "incomeMultiple", kind: "number" },
          { field: "rateShare", kind: "rate" },
        ],
        rows: [
          priceRow("best", best, null, high, 250_000),
          priceRow("good", a.passFrom, best, middle, 500_000),
          priceRow("rest", null, a.passFrom, low, 1_000_000),
        ],
      },
    ],
    terms,
  };
}
