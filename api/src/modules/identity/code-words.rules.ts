/** What a code's message says, in the language in which it was asked for. */

import type { ChallengePurpose } from "./code-challenge.states.js";
import type { CodeChallengeRow } from "./code-challenge.tables.js";

export type CodeWords = (
  challenge: Pick<CodeChallengeRow, "notice" | "purpose">,
  code: string,
  minutes: number,
) => string;

const purposes: Readonly<Record<ChallengePurpose, { readonly zh: string; readonly en: string }>> = {
  REGISTER: { zh: "注册", en: "to register" },
  SIGN_IN: { zh: "登录", en: "to sign in" },
  RESET_PASSWORD: { zh: "重置密码", en: "to reset your password" },
  CHANGE_PHONE: { zh: "更换手机号", en: "to change your phone number" },
  SIGN_CONTRACT: { zh: "签署借款合同", en: "to sign your loan contract" },
  SECOND_FACTOR: { zh: "登录", en: "to sign in" },
};

export const codeWordsZh: CodeWords = ({ notice, purpose }, code, minutes) => {
  switch (notice) {
    case "ALREADY_REGISTERED":
      return "【贷超】您的手机号已注册，请直接登录。如非本人操作请忽略。";
    case "NOT_REGISTERED":
      return "【贷超】您的手机号尚未注册，可在贷超注册后使用。如非本人操作请忽略。";
    case "PHONE_IN_USE":
      return "【贷超】有人想把账户换到您的手机号，但该号码已在使用，未作更改。";
    default:
      return `【贷超】您正在${purposes[purpose].zh}，验证码 ${code}，${minutes} 分钟内有效。工作人员不会向您索要验证码。`;
  }
};

export const codeWordsEn: CodeWords = ({ notice, purpose }, code, minutes) => {
  switch (notice) {
    case "ALREADY_REGISTERED":
      return "[Daichao] Your phone number is registered already: please sign in. If it was not you, ignore this.";
    case "NOT_REGISTERED":
      return "[Daichao] Your phone number is not registered yet: register first. If it was not you, ignore this.";
    case "PHONE_IN_USE":
      return "[Daichao] Somebody wanted to move an account to your phone number. It is in use, so nothing has changed.";
    default:
      return `[Daichao] Code ${code} ${purposes[purpose].en}, valid for ${minutes} minutes. Our staff never ask for it.`;
  }
};
