import { defineErrors } from "../../kernel/errors/index.js";

export const accessErrors = defineErrors("ACCESS", {
  quotaUsed: {
    kind: "forbidden",
    message: {
      zh: "今日查看个人信息的次数已达上限（{max} 次）",
      en: "You have looked at personal data {max} times today, which is the limit",
    },
  },
  purposeInvalid: {
    kind: "invalid",
    field: "purpose",
    message: { zh: "请选择与工作相符的查看目的", en: "Choose the purpose that your work has" },
  },
  nothingAsked: {
    kind: "invalid",
    field: "fields",
    message: { zh: "请选择要查看的信息", en: "Choose what you want to see" },
  },
});
