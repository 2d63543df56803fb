/** What a notice says; its words in both languages stand in notice-template.rules. */
export const NoticeTemplate = {
  APPLICATION_SUBMITTED: "APPLICATION_SUBMITTED",
  DOCUMENT_REQUESTED: "DOCUMENT_REQUESTED",
  APPLICATION_APPROVED: "APPLICATION_APPROVED",
  COUNTER_OFFER_MADE: "COUNTER_OFFER_MADE",
  OFFER_EXPIRING: "OFFER_EXPIRING",
  OFFER_EXPIRED: "OFFER_EXPIRED",
  APPLICATION_REFUSED: "APPLICATION_REFUSED",
  APPLICATION_EXPIRED: "APPLICATION_EXPIRED",
  APPLICATION_CANCELLED: "APPLICATION_CANCELLED",
  SEQUENCE_STOPPED: "SEQUENCE_STOPPED",
  SEQUENCE_EXHAUSTED: "SEQUENCE_EXHAUSTED",
  CONTRACT_TO_SIGN: "CONTRACT_TO_SIGN",
  CONTRACT_SIGNED: "CONTRACT_SIGNED",
  PAYOUT_FAILED: "PAYOUT_FAILED",
  PAID_OUT: "PAID_OUT",
  CONSENT_WITHDRAWN: "CONSENT_WITHDRAWN",
  PAYMENT_SETTLED: "PAYMENT_SETTLED",
  PAYMENT_FAILED: "PAYMENT_FAILED",
  LOAN_OVERDUE: "LOAN_OVERDUE",
  LOAN_SETTLED: "LOAN_SETTLED",
  SEARCH_NEW_MATCH: "SEARCH_NEW_MATCH",
  SEARCH_COST_FELL: "SEARCH_COST_FELL",
  FAVOURITE_COST_FELL: "FAVOURITE_COST_FELL",
} as const;
export type NoticeTemplate = (typeof NoticeTemplate)[keyof typeof NoticeTemplate];

/** What a notice is about, in the words contact keeps preferences by. */
export const NoticeTopic = {
  APPLICATION: "APPLICATION",
  OFFER: "OFFER",
  CONTRACT: "CONTRACT",
  REPAYMENT: "REPAYMENT",
  PRODUCT_ALERT: "PRODUCT_ALERT",
  PRIVACY: "PRIVACY",
} as const;
export type NoticeTopic = (typeof NoticeTopic)[keyof typeof NoticeTopic];

/** How a notice goes out beside standing in the app. */
export const DeliveryChannel = { SMS: "SMS", EMAIL: "EMAIL" } as const;
export type DeliveryChannel = (typeof DeliveryChannel)[keyof typeof DeliveryChannel];

/** Where one message outside the app stands. */
export const DeliveryState = {
  /** Not asked for yet, or to be asked for again after quiet hours. */
  WAITING: "WAITING",
  /** Permission is given; the gateway may or may not have it. */
  RESERVED: "RESERVED",
  SENT: "SENT",
  /** Not sent, for a reason that stands beside it. */
  DROPPED: "DROPPED",
} as const;
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

/** Why a message was not sent: what contact said, or that it was no longer true. */
export const DropReason = {
  SWITCHED_OFF: "SWITCHED_OFF",
  NO_ADDRESS: "NO_ADDRESS",
  BUDGET_SPENT: "BUDGET_SPENT",
  OVERTAKEN: "OVERTAKEN",
} as const;
export type DropReason = (typeof DropReason)[keyof typeof DropReason];
