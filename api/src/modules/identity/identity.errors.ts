import { defineErrors } from "../../kernel/errors/index.js";

export const identityErrors = defineErrors("IDENTITY", {
  phoneInvalid: {
    kind: "invalid",
    field: "phone",
    message: { zh: "请输入 11 位手机号", en: "Enter a mobile number of eleven digits" },
  },
  codeTooSoon: {
    kind: "unavailable",
    retryable: true,
    message: { zh: "验证码已发送，{seconds} 秒后可重新获取", en: "A code is on its way: ask again in {seconds} s" },
  },
  codeBudgetSpent: {
    kind: "unavailable",
    message: {
      zh: "获取验证码次数过多，请在 {seconds} 秒后再试",
      en: "Too many codes were asked for: try again in {seconds} s",
    },
  },
  codeWrong: {
    kind: "invalid",
    field: "code",
    message: { zh: "验证码不正确，还可尝试 {triesLeft} 次", en: "This code is wrong; {triesLeft} tries are left" },
  },
  codeExhausted: {
    kind: "invalid",
    field: "code",
    message: { zh: "验证码已失效，请重新获取", en: "This code is no longer valid: ask for a new one" },
  },
  termsNotAccepted: {
    kind: "invalid",
    field: "acceptsTerms",
    message: { zh: "请先阅读并同意用户协议与隐私政策", en: "Accept the terms and the privacy policy first" },
  },
  phoneTaken: {
    kind: "conflict",
    message: { zh: "该手机号已注册，请直接登录", en: "This number is registered already: sign in" },
  },
  passwordLength: {
    kind: "invalid",
    field: "password",
    message: { zh: "密码须为 {min} 至 {max} 个字符", en: "A password has {min} to {max} characters" },
  },
  passwordCommon: {
    kind: "invalid",
    field: "password",
    message: {
      zh: "这个密码太常见，容易被猜到，请换一个",
      en: "This password is too common to be safe: choose another",
    },
  },
  passwordPersonal: {
    kind: "invalid",
    field: "password",
    message: { zh: "密码不能包含您的手机号或登录名", en: "A password must not contain your phone number or login" },
  },
  passwordReused: {
    kind: "invalid",
    field: "newPassword",
    message: { zh: "不能使用最近 {count} 次用过的密码", en: "None of your last {count} passwords may be used again" },
  },
  passwordWrong: {
    kind: "invalid",
    field: "currentPassword",
    message: {
      zh: "当前密码不正确，还可尝试 {triesLeft} 次",
      en: "The present password is wrong; {triesLeft} tries are left",
    },
  },
  wrongCredentials: {
    kind: "invalid",
    field: "password",
    message: {
      zh: "账号或密码不正确，还可尝试 {triesLeft} 次",
      en: "Login or password is wrong; {triesLeft} tries are left",
    },
  },
  locked: {
    kind: "unavailable",
    message: {
      zh: "尝试次数过多，已暂时锁定，请在 {minutes} 分钟后再试，或使用验证码登录",
      en: "Too many tries: locked for {minutes} minutes; you may sign in with a code instead",
    },
  },
  accountFrozen: {
    kind: "forbidden",
    message: { zh: "账户已被冻结，请联系管理员", en: "This account is frozen: contact an administrator" },
  },
  alreadyFrozen: { kind: "conflict", message: { zh: "账户已经处于冻结状态", en: "This account is frozen already" } },
  notFrozen: { kind: "conflict", message: { zh: "账户没有被冻结", en: "This account is not frozen" } },
  cannotFreezeSelf: {
    kind: "invalid",
    message: { zh: "不能冻结自己的账户", en: "You cannot freeze your own account" },
  },
  reasonRequired: { kind: "invalid", field: "reason", message: { zh: "请填写原因", en: "Give a reason" } },
  loginTaken: { kind: "conflict", field: "login", message: { zh: "登录名已被使用", en: "This login is taken" } },
  phoneUnchanged: {
    kind: "invalid",
    field: "newPhone",
    message: { zh: "新手机号与当前手机号相同", en: "The new number is the present one" },
  },
});
