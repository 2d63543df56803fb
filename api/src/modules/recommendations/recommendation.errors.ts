import { defineErrors } from "../../kernel/errors/index.js";

export const precheckErrors = defineErrors("PRECHECK", {
  amountOutOfRange: {
    kind: "invalid",
    field: "amount",
    message: { zh: "借款金额应在 {min} 至 {max} 元之间", en: "The amount must be between ¥{min} and {max}" },
  },
  termOutOfRange: {
    kind: "invalid",
    field: "termCount",
    message: { zh: "借款期限应在 {min} 至 {max} 期之间", en: "The term must be {min} to {max} months" },
  },
  incomeInvalid: {
    kind: "invalid",
    field: "monthlyIncome",
    message: { zh: "月收入应在 0 至 {max} 元之间", en: "The monthly income must be between 0 and ¥{max}" },
  },
  debtInvalid: {
    kind: "invalid",
    field: "monthlyDebtPayment",
    message: { zh: "每月还款应在 0 至 {max} 元之间", en: "The monthly repayments must be between 0 and ¥{max}" },
  },
  provinceUnknown: {
    kind: "invalid",
    field: "provinceCode",
    message: { zh: "请选择所在的省级行政区", en: "Choose the province you live in" },
  },
  tooMany: {
    kind: "unavailable",
    retryable: true,
    message: { zh: "预审次数过多，请一小时后再试", en: "Too many pre-checks: try again in an hour" },
  },
});

export const oddsErrors = defineErrors("ODDS", {
  tooFewDecisions: {
    kind: "conflict",
    message: {
      zh: "已决申请只有 {count} 笔，至少需要 {fewest} 笔",
      en: "Only {count} applications are decided; {fewest} are needed",
    },
  },
});
