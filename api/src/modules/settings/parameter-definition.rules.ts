/** The list of parameters. A new one needs a line here and a place that reads it. */
import type { ParameterDefinition, ParameterForm, Words } from "./parameter.rules.js";

const define = (
  zh: string,
  en: string,
  unit: string,
  form: ParameterForm,
  initial: string,
  more: Partial<Pick<ParameterDefinition, "sandbox" | "source" | "needsApproval">> = {},
): ParameterDefinition => {
  const label: Words = { zh, en };
  return { label, unit, form, initial, source: null, needsApproval: false, ...more };
};

const whole = (min: number, max: number): ParameterForm => ({ type: "INTEGER", min, max });
const ppm = (min: number, max: number): ParameterForm => ({ type: "PPM", min, max });
// 36 % is the highest line any rule of the last ten years has drawn; a cap under 1 % is a slip of the keyboard.
const capForm: ParameterForm = { type: "RATE_CAP", min: 10_000, max: 360_000 };
/** One line per fact of a profile: how long it counts before an application asks for it again. */
const staleDaysOf = <const Field extends string>(
  fields: readonly (readonly [field: Field, zh: string, en: string, days: number])[],
): Readonly<Record<`profile.staleDays.${Field}`, ParameterDefinition>> =>
  Object.fromEntries(
    fields.map(([field, zh, en, days]) => [
      `profile.staleDays.${field}`,
      define(`${zh}有效期`, `When ${en} goes stale`, "days", whole(7, 730), String(days)),
    ]),
  ) as Record<`profile.staleDays.${Field}`, ParameterDefinition>;

const risky = (source: string | null = null) => ({ needsApproval: true, source });

export const parameterDefinitions = {
  "rateCap.BANK": define(
    "银行综合融资成本上限",
    "Highest annual cost of bank loans",
    "method:ppm",
    capForm,
    "IRR_NOMINAL_SIMPLE:240000",
    risky("金规〔2025〕9号（2025-10-01 起）：综合融资成本应在司法保护范围内，市场按 24% 执行"),
  ),
  "rateCap.CONSUMER_FINANCE": define(
    "消费金融公司综合融资成本上限",
    "Highest annual cost of consumer finance loans",
    "method:ppm",
    capForm,
    "IRR_NOMINAL_SIMPLE:240000",
    risky("金规〔2025〕9号（2025-10-01 起）：综合融资成本应在司法保护范围内，市场按 24% 执行"),
  ),
  "rateCap.MICRO_LENDER": define(
    "小额贷款公司综合融资成本上限",
    "Highest annual cost of micro loans",
    "method:ppm",
    capForm,
    "IRR_COMPOUND:240000",
    risky(
      "《小额贷款公司综合融资成本管理工作指引》（2025-12）：新发放不得超过 24%；2027 年底前降至 4 倍一年期 LPR 以内",
    ),
  ),
  "lpr.oneYear": define(
    "一年期 LPR",
    "One-year loan prime rate",
    "ppm",
    ppm(10_000, 150_000),
    "30000",
    risky("全国银行间同业拆借中心，2025-12 公布值 3.0%；其后各期须由运营录入"),
  ),
  "penalty.overdueMultiplier": define(
    "逾期罚息倍数",
    "Overdue interest as a multiple of the contract rate",
    "ppm",
    ppm(1_300_000, 1_500_000),
    "1500000",
    risky("银发〔2003〕251号：在合同利率上加收 30% 至 50%"),
  ),
  "penalty.misuseMultiplier": define(
    "挪用罚息倍数",
    "Interest on misused loans as a multiple of the contract rate",
    "ppm",
    ppm(1_500_000, 2_000_000),
    "1500000",
    risky("银发〔2003〕251号：在合同利率上加收 50% 至 100%"),
  ),
  "product.amountMax.BANK": define(
    "银行单笔消费贷款上限",
    "Largest consumer loan of a bank",
    "yuan",
    whole(1_000, 10_000_000),
    "300000",
    risky("2025-03 提振消费通知：互联网消费贷款上限提高至 30 万元（原 20 万元）；以原文为准"),
  ),
  "product.amountMax.CONSUMER_FINANCE": define(
    "消费金融公司单笔贷款上限",
    "Largest loan of a consumer finance company",
    "yuan",
    whole(1_000, 10_000_000),
    "300000",
    risky("2025-03 提振消费通知：互联网消费贷款上限提高至 30 万元（原 20 万元）；以原文为准"),
  ),
  "product.amountMax.MICRO_LENDER": define(
    "小额贷款公司单笔消费贷款上限",
    "Largest consumer loan of a micro lender",
    "yuan",
    whole(1_000, 10_000_000),
    "200000",
    risky("平台规定，参照网络小额贷款消费类单户上限；以监管原文为准"),
  ),
  "product.businessAmountMax": define(
    "单笔经营贷款上限",
    "Largest business loan",
    "yuan",
    whole(1_000, 100_000_000),
    "5000000",
    risky("平台规定"),
  ),
  "disclosure.readingSeconds": define(
    "综合融资成本明示最短阅读时间",
    "Shortest reading time of the cost disclosure",
    "seconds",
    whole(5, 120),
    "10",
    risky(),
  ),
  "offer.validHours": define("方案有效期", "How long an offer stands", "hours", whole(1, 720), "72"),
  "draft.validDays": define("草稿保留期", "How long a draft is kept", "days", whole(1, 180), "30"),
  ...staleDaysOf([
    ["employment", "工作类型", "the kind of work", 180],
    ["employer", "工作单位", "the employer", 180],
    ["monthlyIncome", "月收入", "monthly income", 90],
    ["monthlyDebtPayment", "每月还贷支出", "monthly debt payments", 60],
    ["employedSince", "入职时间", "the first day of employment", 365],
    ["education", "学历", "the highest degree", 730],
    ["housing", "居住情况", "the kind of housing", 180],
    ["province", "居住省份", "the province", 180],
    ["city", "居住城市", "the city", 180],
    ["address", "居住地址", "the address", 180],
    ["emergencyContactName", "紧急联系人", "the emergency contact", 180],
    ["emergencyContactPhone", "紧急联系人电话", "the emergency contact's phone", 180],
  ]),
  "debtService.maxShare": define(
    "月还款占收入上限",
    "Largest share of income that repayments may take",
    "ppm",
    ppm(200_000, 900_000),
    "550000",
    risky("平台规定，参照银行业以 50% 至 55% 为审慎线的惯例；不是法定上限"),
  ),
  "application.hardPulls": define(
    "征信授权家数上限",
    "Lenders that may look into one credit file within the span",
    "times",
    whole(1, 50),
    "8",
    risky(),
  ),
  "application.hardPullDays": define(
    "征信授权家数的计算天数",
    "Span in which looks into a credit file are counted",
    "days",
    whole(1, 365),
    "30",
    risky(),
  ),
  "document.minSharpness": define(
    "照片清晰度下限（边缘方差）",
    "Least sharpness of a photo (variance of its edges)",
    "points",
    whole(0, 5_000),
    "40",
  ),
  "documentReading.sureFrom": define(
    "证件识别免核对的把握度",
    "Confidence from which a reading need not be checked",
    "percent",
    whole(50, 100),
    "85",
  ),
  "creditReport.staleDays": define("征信报告有效期", "When a bureau report goes stale", "days", whole(1, 90), "30"),
  "documentRequest.maxDays": define("补件最长期限", "Longest time to supply a document", "days", whole(1, 60), "14"),
  "review.slaWorkingDays": define("审核时限", "Time to review an application", "workingDays", whole(1, 30), "1"),
  "quota.reveals": define(
    "每人每日查看明文次数上限",
    "Reveals of personal data per person and day",
    "times",
    whole(1, 500),
    "50",
    risky(),
  ),
  "activity.keepDays": define(
    "浏览行为保存期限",
    "How long a signed-in person's trail is kept",
    "days",
    whole(7, 730),
    "180",
    risky(),
  ),
  "activity.visitorKeepDays": define(
    "未登录浏览行为保存期限",
    "How long a guest's trail is kept",
    "days",
    whole(1, 180),
    "30",
    risky(),
  ),
  "quota.activityEvents": define(
    "每人每小时行为事件上限",
    "Recorded events per person and hour",
    "times",
    whole(50, 100_000),
    "1000",
  ),
  "contact.smsPerDay": define(
    "单个号码每日通知短信上限",
    "Notices by message per number and day",
    "times",
    whole(0, 100),
    "10",
    risky(),
  ),
  "contact.emailPerDay": define(
    "单个邮箱每日通知邮件上限",
    "Notices by e-mail per address and day",
    "times",
    whole(0, 100),
    "20",
    risky(),
  ),
  "matching.maxDebtShare": define(
    "匹配时的收入负债比上限",
    "Largest share of income spent on debts when matching",
    "ppm",
    ppm(300_000, 1_000_000),
    "700000",
    risky("平台规定：还款占收入过高时不建议申请"),
  ),
  "matching.refusalDays": define(
    "被拒后不再推荐同一产品的天数",
    "Days after a refusal in which the same product is not recommended again",
    "days",
    whole(0, 365),
    "30",
    risky("填 0 则不考虑；借款人仍可自行申请"),
  ),
  "odds.maxCalibrationError": define(
    "公开获批可能的最大校准误差",
    "Largest calibration error at which odds are shown",
    "ppm",
    ppm(10_000, 500_000),
    "120000",
    risky("平台规定：预测与实际相差更多时不再显示"),
  ),
  "odds.fewestOutcomes": define(
    "公开获批可能所需的最少结果数",
    "Fewest outcomes before odds are shown",
    "times",
    whole(10, 10_000),
    "30",
    risky(),
  ),
  "odds.preApprovedShare": define(
    "可称“预计通过”的最低实际通过率",
    "Realised approvals needed to say pre-approved",
    "ppm",
    ppm(500_000, 1_000_000),
    "850000",
    risky("平台规定：以留出样本 95% 置信下限为准"),
  ),
  "ranking.weight.cost": define(
    "排序权重：成本",
    "Weight in the order: cost",
    "percent",
    whole(0, 500),
    "100",
    risky(),
  ),
  "ranking.weight.affinity": define(
    "排序权重：浏览偏好",
    "Weight in the order: interest",
    "percent",
    whole(0, 500),
    "50",
    risky(),
  ),
  "ranking.weight.purpose": define(
    "排序权重：用途相符",
    "Weight in the order: purpose",
    "percent",
    whole(0, 500),
    "90",
    risky(),
  ),
  "ranking.weight.term": define(
    "排序权重：期限相符",
    "Weight in the order: term",
    "percent",
    whole(0, 500),
    "40",
    risky(),
  ),
  "ranking.weight.limit": define(
    "排序权重：额度充足",
    "Weight in the order: limit",
    "percent",
    whole(0, 500),
    "20",
    risky(),
  ),
  "ranking.weight.complaints": define(
    "排序权重：投诉率",
    "Weight in the order: complaints",
    "percent",
    whole(0, 500),
    "100",
    risky(),
  ),
  "ranking.keepDays": define("推荐排序保留期", "How long shown orders are kept", "days", whole(1, 365), "90"),
  "placement.maxPerPlace": define(
    "每个位置同时推广数上限",
    "Placements in one place at once",
    "times",
    whole(1, 5),
    "2",
    risky("平台规定：推广位与自然排序分开，数量有限"),
  ),
  "precheck.keepDays": define("预审结果保留期", "How long a pre-check is kept", "days", whole(1, 90), "30"),
  "precheck.perIpPerHour": define(
    "单个地址每小时预审次数上限",
    "Pre-checks per address and hour",
    "times",
    whole(5, 1_000_000),
    "60",
    { sandbox: "100000" },
  ),
  "session.borrowerIdleDays": define("借款人登录闲置期限", "Borrower session, idle", "days", whole(1, 60), "30"),
  "session.borrowerMaxDays": define("借款人登录最长期限", "Borrower session, at most", "days", whole(1, 180), "90"),
  "session.staffIdleMinutes": define("工作人员登录闲置期限", "Staff session, idle", "minutes", whole(5, 720), "15", {
    needsApproval: true,
    sandbox: "720",
  }),
  "session.staffMaxHours": define("工作人员登录最长期限", "Staff session, at most", "hours", whole(1, 24), "10", {
    needsApproval: true,
    sandbox: "24",
  }),
  "signIn.maxTries": define("登录失败锁定次数", "Wrong passwords before a lock", "times", whole(3, 10), "5", risky()),
  "signIn.lockMinutes": define("登录锁定时长", "Length of a lock", "minutes", whole(5, 1440), "15", risky()),
  "signIn.perIpPerHour": define(
    "单个地址每小时登录次数上限",
    "Sign-ins per address and hour",
    "times",
    whole(20, 1_000_000),
    "200",
    { sandbox: "100000" },
  ),
  "code.validMinutes": define("验证码有效期", "How long a code is valid", "minutes", whole(1, 10), "5"),
  "code.perPhonePerDay": define("单个手机号每日验证码上限", "Codes per phone and day", "times", whole(3, 1000), "10", {
    sandbox: "200",
  }),
  "code.perIpPerHour": define(
    "单个地址每小时验证码上限",
    "Codes per address and hour",
    "times",
    whole(5, 1_000_000),
    "60",
    { sandbox: "100000" },
  ),
} as const satisfies Record<string, ParameterDefinition>;

export type ParameterName = keyof typeof parameterDefinitions;

export const parameterNames = Object.keys(parameterDefinitions).filter(isParameterName);

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(parameterDefinitions, name);
}
