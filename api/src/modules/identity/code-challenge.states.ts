/** What a person may ask a code for. */
export const CodePurpose = {
  REGISTER: "REGISTER",
  SIGN_IN: "SIGN_IN",
  RESET_PASSWORD: "RESET_PASSWORD",
  CHANGE_PHONE: "CHANGE_PHONE",
} as const;
export type CodePurpose = (typeof CodePurpose)[keyof typeof CodePurpose];

/** Also what other rooms ask one for, and the authenticator's turn. */
export const ChallengePurpose = {
  ...CodePurpose,
  SIGN_CONTRACT: "SIGN_CONTRACT",
  SECOND_FACTOR: "SECOND_FACTOR",
} as const;
export type ChallengePurpose = (typeof ChallengePurpose)[keyof typeof ChallengePurpose];

/** What the phone's owner is told. Whoever asked sees the same answer each time. */
export const CodeNotice = {
  CODE: "CODE",
  ALREADY_REGISTERED: "ALREADY_REGISTERED",
  NOT_REGISTERED: "NOT_REGISTERED",
  PHONE_IN_USE: "PHONE_IN_USE",
  NONE: "NONE",
} as const;
export type CodeNotice = (typeof CodeNotice)[keyof typeof CodeNotice];
