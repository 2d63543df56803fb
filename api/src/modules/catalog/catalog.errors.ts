import { defineErrors } from "../../kernel/errors/index.js";

export const catalogErrors = defineErrors("CATALOG", {
  rangeInverted: {
    kind: "invalid",
    message: { zh: "下限 {min} 不能大于上限 {max}", en: "The lower bound {min} is above the upper bound {max}" },
  },
  amountInvalid: {
    kind: "invalid",
    message: {
      zh: "金额须为整元，且在 {min|money} 到 {max|money} 元之间",
      en: "The amount must be whole yuan between {min|money} and {max|money}",
    },
  },
  rateInvalid: {
    kind: "invalid",
    message: {
      zh: "年利率须在 {min|rate} 到 {max|rate} 之间",
      en: "The yearly rate must lie between {min|rate} and {max|rate}",
    },
  },
  termInvalid: {
    kind: "invalid",
    message: {
      zh: "期限须为 {min} 到 {max} 期的整数，从短到长且不重复，最多 {count} 个",
      en: "Terms are whole months from {min} to {max}, rising, without repeats, at most {count} of them",
    },
  },
  methodInvalid: {
    kind: "invalid",
    message: { zh: "还款方式 {method} 不能用于上架产品", en: "The repayment method {method} cannot be offered" },
  },
  bulletTooLong: {
    kind: "invalid",
    message: {
      zh: "一次性还本付息的期限不能超过 {max} 期",
      en: "A single repayment at the end may not run longer than {max} months",
    },
  },
  feeInvalid: {
    kind: "invalid",
    message: { zh: "费用项不符合要求：{rule}", en: "This fee is not accepted: {rule}" },
  },
  textInvalid: {
    kind: "invalid",
    message: { zh: "文字须为 {min} 到 {max} 个字", en: "This text must have {min} to {max} characters" },
  },
  listInvalid: {
    kind: "invalid",
    message: { zh: "请至少选择一项，且不要重复", en: "Choose at least one, without repeats" },
  },
  numberInvalid: {
    kind: "invalid",
    message: { zh: "数值须在 {min} 到 {max} 之间", en: "The number must lie between {min} and {max}" },
  },
  notSchedulable: {
    kind: "invalid",
    message: {
      zh: "按这些参数无法排出还款计划：{reason}",
      en: "No repayment plan can be made from these terms: {reason}",
    },
  },
  rateOverCap: {
    kind: "invalid",
    message: {
      zh: "年化综合成本 {actual|rate} 超过上限 {cap|rate}（按 {method} 计算）",
      en: "The annual cost {actual|rate} is above the cap {cap|rate} (measured as {method})",
    },
  },
  checkFailed: {
    kind: "invalid",
    message: { zh: "上架检查未通过：{detail}", en: "A listing check failed: {detail}" },
  },
  askOutOfRange: {
    kind: "invalid",
    message: { zh: "超出该产品的可选范围", en: "This is outside what the product offers" },
  },
  textUnusable: {
    kind: "invalid",
    field: "filter.text",
    message: {
      zh: "搜索词不能超过 {max} 个字，且不能含有特殊控制字符",
      en: "Search text has at most {max} characters and no control characters",
    },
  },
  stateConflict: {
    kind: "conflict",
    message: { zh: "产品当前状态为 {state}，不能进行此操作", en: "The product is {state}: this cannot be done now" },
  },
  draftInReview: {
    kind: "conflict",
    message: {
      zh: "该草稿正在审核中，退回后才能修改",
      en: "This draft is under review: it can be changed once it is returned",
    },
  },
  noDraft: {
    kind: "conflict",
    message: { zh: "没有可提交的草稿", en: "There is no draft to submit" },
  },
});

export const productErrors = defineErrors("PRODUCT", {
  notAvailable: {
    kind: "conflict",
    message: { zh: "该产品已暂停或下架，请看看其他产品", en: "This product is no longer offered: look at the others" },
  },
});
