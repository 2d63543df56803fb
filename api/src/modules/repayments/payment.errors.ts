import { defineErrors } from "../../kernel/errors/index.js";

export const paymentErrors = defineErrors("REPAYMENT", {
  amountNotPositive: {
    kind: "invalid",
    field: "amount",
    message: { zh: "还款金额须大于 0.00 元", en: "Pay more than 0.00 yuan" },
  },
  aboveOutstanding: {
    kind: "invalid",
    field: "amount",
    message: {
      zh: "还款金额超过可还金额：尚欠 {outstanding|money} 元，其中 {pending|money} 元的付款正在处理中，最多可还 {payable|money} 元",
      en: "This is more than can be paid: {outstanding|money} yuan is owed, {pending|money} of it is being paid already, at most {payable|money} is left",
    },
  },
  loanEnded: {
    kind: "conflict",
    message: { zh: "该笔借款已结清（{state}），无需还款", en: "Nothing is owed on this loan any more ({state})" },
  },
});
