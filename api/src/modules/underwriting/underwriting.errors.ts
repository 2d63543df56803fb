import { defineErrors } from "../../kernel/errors/index.js";

export const underwritingErrors = defineErrors("DECISION", {
  reasonRequired: {
    kind: "invalid",
    field: "reasons",
    message: { zh: "拒绝时请至少选择一项原因", en: "A refusal needs at least one reason" },
  },
  notAsRequested: {
    kind: "invalid",
    message: {
      zh: "按申请通过时不能更改金额、期限或还款方式；如需更改请选择“调整方案”",
      en: "An approval keeps the amount, term and method that were asked for: make a counter-offer to change them",
    },
  },
  rateAboveQuote: {
    kind: "invalid",
    field: "annualRate",
    message: {
      zh: "利率不能高于申请时展示的 {max|rate}",
      en: "The rate cannot be above the {max|rate} the borrower was shown",
    },
  },
  sameAsRequested: {
    kind: "invalid",
    field: "amount",
    message: { zh: "方案与申请一致，请直接选择通过", en: "These are the terms asked for: approve instead" },
  },
  noHumanReview: {
    kind: "conflict",
    message: {
      zh: "人工复核只能在系统自动拒绝后申请一次",
      en: "A person looks again once, after an automatic refusal",
    },
  },
  waitsForChecker: {
    kind: "conflict",
    message: {
      zh: "该申请的审批结论正在等待复核",
      en: "A decision on this application is waiting for its second person",
    },
  },
});

export const offerErrors = defineErrors("OFFER", {
  notOpen: {
    kind: "conflict",
    message: { zh: "该方案已处理（{state}）", en: "This offer was answered already ({state})" },
  },
  expired: {
    kind: "conflict",
    message: { zh: "该方案已过有效期，请重新申请", en: "This offer has expired: apply again" },
  },
  accountFrozen: {
    kind: "forbidden",
    message: { zh: "您的账户已被冻结，暂不能接受方案", en: "Your account is frozen: offers cannot be accepted" },
  },
});
