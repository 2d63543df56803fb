import { defineErrors, type ErrorText, scheduleWords } from "../../kernel/errors/index.js";

/** Ways to make a cost yearly, as the glossary names them. */
const METHOD_WORDS: Readonly<Record<string, ErrorText>> = {
  IRR_NOMINAL_SIMPLE: { zh: "内部收益率单利年化", en: "internal rate, simple" },
  IRR_COMPOUND: { zh: "内部收益率复利年化", en: "internal rate, compound" },
  XIRR: { zh: "按实际日期的内部收益率", en: "internal rate by actual days" },
};

/** The way a cost was made yearly, in words. */
export const costMethodWords = (method: unknown): ErrorText =>
  METHOD_WORDS[String(method)] ?? { zh: String(method), en: String(method) };

const REPAYMENT_WORDS: Readonly<Record<string, ErrorText>> = {
  FLAT: { zh: "等本等息", en: "flat interest" },
  REVOLVING: { zh: "随借随还", en: "revolving" },
};

const STATE_WORDS: Readonly<Record<string, ErrorText>> = {
  DRAFT: { zh: "草稿", en: "a draft" },
  IN_REVIEW: { zh: "审核中", en: "under review" },
  PUBLISHED: { zh: "已上架", en: "published" },
  SUSPENDED: { zh: "已暂停", en: "suspended" },
  UNPUBLISHED: { zh: "已下架", en: "taken down" },
  ARCHIVED: { zh: "已归档", en: "archived" },
};

const FEE_RULES: Readonly<Record<string, ErrorText>> = {
  COUNT: { zh: "最多 10 项费用", en: "at most ten fees" },
  CODE: {
    zh: "代码须以大写字母开头，只含大写字母、数字和下划线",
    en: "a code of capitals, digits and underscores that begins with a letter",
  },
  CODE_REPEATED: { zh: "代码与另一项费用重复", en: "another fee has this code" },
  NAME: { zh: "名称须为 1 到 30 个字", en: "a name of 1 to 30 characters" },
  PAYEE: { zh: "收款方须为 1 到 60 个字", en: "a payee of 1 to 60 characters" },
  DEDUCTED_AFTER_DISBURSEMENT: {
    zh: "只有放款时收取的费用才能从本金中扣除",
    en: "only a fee due at disbursement can be deducted",
  },
  RATE_WITH_AMOUNT: { zh: "按固定金额收取时不填费率", en: "a fixed fee has no rate" },
  AMOUNT_MISSING: { zh: "请填写大于 0 的金额", en: "an amount above 0 is needed" },
  AMOUNT_WITH_RATE: { zh: "按费率收取时不填金额", en: "a fee by rate has no amount" },
  RATE_MISSING: { zh: "请填写大于 0 的费率", en: "a rate above 0 is needed" },
  TOO_LARGE: { zh: "单项收费不能超过最低借款额的 10%", en: "one charge may not pass a tenth of the smallest loan" },
};

export const catalogErrors = defineErrors("CATALOG", {
  rangeInverted: {
    kind: "invalid",
    message: ({ unit }) => {
      const form = unit === "money" || unit === "rate" ? `|${unit}` : "";
      return {
        zh: `下限 {min${form}} 不能大于上限 {max${form}}`,
        en: `The lower bound {min${form}} is above the upper bound {max${form}}`,
      };
    },
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
    message: ({ method }) => {
      const words = REPAYMENT_WORDS[String(method)];
      return {
        zh: `还款方式“${words?.zh ?? method}”不能用于上架产品`,
        en: `The repayment method ${words?.en ?? method} cannot be offered`,
      };
    },
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
    message: ({ rule }) => {
      const words = FEE_RULES[String(rule)];
      return { zh: `费用项不符合要求：${words?.zh ?? rule}`, en: `This fee is not accepted: ${words?.en ?? rule}` };
    },
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
    message: ({ reason }) => {
      const { zh, en } = scheduleWords(reason);
      return { zh: `按这些参数无法排出还款计划：${zh}`, en: `No repayment plan can be made from these terms: ${en}` };
    },
  },
  rateOverCap: {
    kind: "invalid",
    message: ({ method }) => {
      const { zh, en } = costMethodWords(method);
      return {
        zh: `年化综合成本 {actual|rate} 超过上限 {cap|rate}（按${zh}计算）`,
        en: `The annual cost {actual|rate} is above the cap {cap|rate} (measured as ${en})`,
      };
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
    message: ({ state }) => {
      const words = STATE_WORDS[String(state)];
      return {
        zh: `产品当前状态为“${words?.zh ?? state}”，不能进行此操作`,
        en: `The product is ${words?.en ?? state}: this cannot be done now`,
      };
    },
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
