import { defineErrors } from "../../kernel/errors/index.js";

export const ledgerErrors = defineErrors("LEDGER", {
  amountNotPositive: {
    kind: "invalid",
    message: { zh: "记账金额必须大于零（{ref}）", en: "A movement of money must be above zero ({ref})" },
  },
  sameAccount: {
    kind: "invalid",
    message: { zh: "借贷双方不能是同一账户（{ref}）", en: "Debit and credit must be two accounts ({ref})" },
  },
  alreadyPosted: {
    kind: "conflict",
    message: {
      zh: "该笔款项已入账，不会重复记账",
      en: "This movement has been posted already and is not posted twice",
    },
  },
  balanceTooLow: {
    kind: "conflict",
    message: { zh: "账户余额不足，无法入账", en: "The account does not hold that much" },
  },
  alreadyReversed: {
    kind: "conflict",
    message: { zh: "该笔款项已冲正", en: "This movement has been reversed already" },
  },
  orderOpen: {
    kind: "conflict",
    message: {
      zh: "已有一笔银行指令在处理中，请等待结果",
      en: "A bank order for this is still under way: wait for its result",
    },
  },
});
