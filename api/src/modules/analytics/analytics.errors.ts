import { defineErrors } from "../../kernel/errors/index.js";

export const analyticsErrors = defineErrors("ANALYTICS", {
  rangeInvalid: {
    kind: "invalid",
    field: "to",
    message: {
      zh: "结束日期不能早于开始日期，且跨度不超过 {days} 天",
      en: "The end must not precede the start, and at most {days} days lie between",
    },
  },
});
