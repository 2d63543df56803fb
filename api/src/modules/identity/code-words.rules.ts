/** What a code's message says, in the language in which it was asked for. */
import type { RequestFacts } from "../../kernel/context/index.js";
import type { ChallengePurpose, CodeNotice } from "./code-challenge.states.js";

type Words = Readonly<Record<"zh" | "en", string>>;

const purposes: Readonly<Record<ChallengePurpose, Words>> = {
  REGISTER: { zh: "注册", en: "to register" },
  SIGN_IN: { zh: "登录", en: "to sign in" },
  RESET_PASSWORD: { zh: "重置密码", en: "to reset your password" },
  CHANGE_PHONE: { zh: "更换手机号", en: "to change your phone number" },
  SIGN_CONTRACT: { zh: "签署借款合同", en: "to sign your loan contract" },
  SECOND_FACTOR: { zh: "登录", en: "to sign in" },
};

const messages: Readonly<Record<Exclude<CodeNotice, "NONE">, Words>> = {
  CODE: {
    zh: "【贷超】您正在{purpose}，验证码 {code}，{minutes} 分钟内有效。工作人员不会向您索要验证码。",
    en: "[Daichao] Code {code} {purpose}, valid for {minutes} minutes. Our staff never ask for it.",
  },
  ALREADY_REGISTERED: {
    zh: "【贷超】您的手机号已注册，请直接登录。如非本人操作请忽略。",
    en: "[Daichao] Your phone number is registered already: please sign in. If it was not you, ignore this.",
  },
  NOT_REGISTERED: {
    zh: "【贷超】您的手机号尚未注册，可在贷超注册后使用。如非本人操作请忽略。",
    en: "[Daichao] Your phone number is not registered yet: register first. If it was not you, ignore this.",
  },
  PHONE_IN_USE: {
    zh: "【贷超】有人想把账户换到您的手机号，但该号码已在使用，未作更改。",
    en: "[Daichao] Somebody wanted to move an account to your phone number. It is in use, so nothing has changed.",
  },
};

export function codeWords(
  challenge: { readonly notice: Exclude<CodeNotice, "NONE">; readonly purpose: ChallengePurpose },
  {
    code,
    minutes,
    locale,
  }: { readonly code: string; readonly minutes: number; readonly locale: RequestFacts["locale"] },
): string {
  const language = locale === "en-US" ? "en" : "zh";
  return messages[challenge.notice][language]
    .replace("{purpose}", purposes[challenge.purpose][language])
    .replace("{code}", code)
    .replace("{minutes}", String(minutes));
}
