import { defineErrors } from "../../kernel/errors/index.js";

export const applicationErrors = defineErrors("APPLICATION", {
  draftClosed: {
    kind: "conflict",
    message: {
      zh: "这份草稿已提交、删除或过期，请重新开始",
      en: "This draft was submitted, discarded or expired: start anew",
    },
  },
  nothingSelected: {
    kind: "invalid",
    field: "draftId",
    message: { zh: "请至少选择一款产品", en: "Choose at least one product" },
  },
  tooManyProducts: {
    kind: "invalid",
    field: "productIds",
    message: { zh: "一次最多申请 {max} 款产品", en: "At most {max} products can be applied for at once" },
  },
  tooManyDrafts: {
    kind: "conflict",
    message: { zh: "草稿过多，请先处理已有草稿", en: "You have too many drafts: finish or discard one first" },
  },
  productNotInDraft: {
    kind: "invalid",
    field: "selectedProductIds",
    message: { zh: "所选产品不在这份草稿中", en: "A chosen product is not in this draft" },
  },
  amountOutOfRange: {
    kind: "invalid",
    field: "amount",
    message: {
      zh: "该产品的可借金额为 {min|money} 至 {max|money} 元",
      en: "This product lends between {min|money} and {max|money} yuan",
    },
  },
  termNotOffered: {
    kind: "invalid",
    field: "termCount",
    message: { zh: "该产品提供的期限为 {terms} 个月", en: "This product offers terms of {terms} months" },
  },
  methodNotOffered: {
    kind: "invalid",
    field: "method",
    message: { zh: "该产品不提供所选的还款方式", en: "This product does not offer that repayment method" },
  },
  identityRequired: {
    kind: "invalid",
    message: { zh: "请先完成实名认证", en: "Verify your identity first" },
  },
  accountFrozen: {
    kind: "forbidden",
    message: {
      zh: "您的账户已被冻结，暂不能申请；还款不受影响",
      en: "Your account is frozen: applying is paused, repaying is not",
    },
  },
  factsMissing: {
    kind: "invalid",
    message: { zh: "还有资料未填写：{fields}", en: "Some facts are still missing: {fields}" },
  },
  consentRequired: {
    kind: "invalid",
    field: "consents",
    message: {
      zh: "请先阅读并同意向该机构提供资料",
      en: "Read and give your consent for this institution first",
    },
  },
  consentOutdated: {
    kind: "conflict",
    field: "consents",
    message: {
      zh: "授权书内容已更新，请重新阅读后再提交",
      en: "The consent text changed: read it again before you submit",
    },
  },
  alreadyOpen: {
    kind: "conflict",
    message: { zh: "您在该产品已有一笔进行中的申请", en: "You already have an open application for this product" },
  },
  tooManyOpen: {
    kind: "conflict",
    message: { zh: "同时进行中的申请不能超过 {max} 笔", en: "At most {max} applications can be under way at once" },
  },
  notEnded: {
    kind: "conflict",
    message: {
      zh: "当前状态（{state}）不能重新申请",
      en: "An application in state {state} cannot be begun anew",
    },
  },
  cannotWithdraw: {
    kind: "conflict",
    message: { zh: "当前状态（{state}）不能撤回", en: "An application cannot be withdrawn in state {state}" },
  },
  consentServesLoan: {
    kind: "conflict",
    message: {
      zh: "合同已签署，贷款存续期间机构仍需必要的资料用于还款服务；贷款结清后授权自动终止",
      en: "The contract is signed: while the loan runs the lender keeps the data that servicing needs; the consent ends once it is settled",
    },
  },
  hardPullsUsed: {
    kind: "conflict",
    message: {
      zh: "{days} 天内最多向 {max} 家机构授权查询征信，您还可授权 {left} 家；请减少选择或过些天再申请",
      en: "At most {max} lenders may look into your credit file within {days} days, and {left} are left: choose fewer, or come back later",
    },
  },
  debtServiceTooHigh: {
    kind: "conflict",
    field: "amount",
    message: {
      zh: "加上这笔贷款，每月还款将占收入的 {share}，超过 {limit}，平台不会自动为您逐家申请。可承受的方案（金额 × 月数）：{options}",
      en: "With this loan repayments would take {share} of your income, above {limit}: the platform will not push it. What would fit (amount × months): {options}",
    },
  },
  sequenceOpen: {
    kind: "conflict",
    message: {
      zh: "您已有一个进行中的逐家申请，请先完成或取消",
      en: "You are asking lenders one after another already: finish or cancel that first",
    },
  },
  sequenceEnded: {
    kind: "conflict",
    message: { zh: "这个逐家申请已结束", en: "This has ended already" },
  },
  requestClosed: {
    kind: "conflict",
    message: { zh: "该补件要求已完成或已过期", en: "This document request was answered or has expired" },
  },
  wrongDocumentKind: {
    kind: "invalid",
    field: "documentId",
    message: {
      zh: "请上传所要求类型的资料（{kind}）",
      en: "Supply a document of the kind that was asked for ({kind})",
    },
  },
  dueDaysOutOfRange: {
    kind: "invalid",
    field: "dueInDays",
    message: { zh: "补件期限为 1 至 {max} 天", en: "Give the borrower 1 to {max} days" },
  },
  alreadyRequested: {
    kind: "conflict",
    field: "kind",
    message: { zh: "该资料已在补件中", en: "This document has been asked for already" },
  },
  notInReview: {
    kind: "conflict",
    message: { zh: "当前状态（{state}）不能进行此操作", en: "This cannot be done in state {state}" },
  },
  assignedElsewhere: {
    kind: "conflict",
    message: { zh: "该申请已由 {name} 受理", en: "{name} is handling this application already" },
  },
  consentNotStanding: {
    kind: "forbidden",
    message: { zh: "授权已终止，不能查看该资料", en: "The consent has ended: this data is closed" },
  },
});
