import { defineErrors } from "../../kernel/errors/index.js";

export const contactErrors = defineErrors("CONTACT", {
  timeMalformed: {
    kind: "invalid",
    message: { zh: "请填写时间，例如 22:00", en: "Give a time of day such as 22:00" },
  },
  fixed: {
    kind: "invalid",
    field: "choices",
    message: {
      zh: "与您本人业务有关的站内通知不能关闭",
      en: "Notices in the app about your own business cannot be switched off",
    },
  },
  emailInvalid: {
    kind: "invalid",
    field: "email",
    message: { zh: "请填写有效的邮箱地址", en: "Give a valid e-mail address" },
  },
  emailBudgetSpent: {
    kind: "unavailable",
    field: "email",
    message: { zh: "今天的验证邮件次数已用完，请明天再试", en: "No more codes can be sent today: try again tomorrow" },
  },
  codeWrong: {
    kind: "invalid",
    field: "code",
    message: { zh: "验证码不正确，还可以试 {triesLeft} 次", en: "This code is wrong: {triesLeft} tries left" },
  },
  codeExhausted: {
    kind: "invalid",
    field: "code",
    message: { zh: "验证码已失效，请重新获取", en: "This code is no longer valid: ask for a new one" },
  },
});
