/** What a notice is about: people choose per kind and channel how they want to hear of it. */
export const NoticeKind = {
  APPLICATION: "APPLICATION",
  OFFER: "OFFER",
  CONTRACT: "CONTRACT",
  REPAYMENT: "REPAYMENT",
  PRODUCT_ALERT: "PRODUCT_ALERT",
  PRIVACY: "PRIVACY",
} as const;
export type NoticeKind = (typeof NoticeKind)[keyof typeof NoticeKind];

export const ContactChannel = { IN_APP: "IN_APP", SMS: "SMS", EMAIL: "EMAIL" } as const;
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];

/** Notices follow preferences and quiet hours; a security code is asked for by its receiver and follows neither. */
export const ContactClass = { NOTICE: "NOTICE", SECURITY_CODE: "SECURITY_CODE" } as const;
export type ContactClass = (typeof ContactClass)[keyof typeof ContactClass];

export const ContactVerdict = { SEND: "SEND", LATER: "LATER", NEVER: "NEVER" } as const;
export type ContactVerdict = (typeof ContactVerdict)[keyof typeof ContactVerdict];

/** Why something is sent later or never. */
export const ContactReason = {
  QUIET_HOURS: "QUIET_HOURS",
  SWITCHED_OFF: "SWITCHED_OFF",
  NO_ADDRESS: "NO_ADDRESS",
  BUDGET_SPENT: "BUDGET_SPENT",
} as const;
export type ContactReason = (typeof ContactReason)[keyof typeof ContactReason];
