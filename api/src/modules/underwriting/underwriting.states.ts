/** The closed lists of deciding and offering. */
export const RuleSetState = { DRAFT: "DRAFT", ACTIVE: "ACTIVE", RETIRED: "RETIRED" } as const;
export type RuleSetState = (typeof RuleSetState)[keyof typeof RuleSetState];

/** What a model says: pass, hand to a person, refuse. */
export const AssessmentOutcome = { PASS: "PASS", REFER: "REFER", REJECT: "REJECT" } as const;
export type AssessmentOutcome = (typeof AssessmentOutcome)[keyof typeof AssessmentOutcome];

export const RuleResult = { TRUE: "TRUE", FALSE: "FALSE", UNKNOWN: "UNKNOWN" } as const;
export type RuleResult = (typeof RuleResult)[keyof typeof RuleResult];

export const DecisionVerdict = { APPROVE: "APPROVE", COUNTER_OFFER: "COUNTER_OFFER", REJECT: "REJECT" } as const;
export type DecisionVerdict = (typeof DecisionVerdict)[keyof typeof DecisionVerdict];

/** Who decided: the institution's model, or one of its people. */
export const DecisionActor = { MODEL: "MODEL", PERSON: "PERSON" } as const;
export type DecisionActor = (typeof DecisionActor)[keyof typeof DecisionActor];

export const DecisionReason = {
  INSUFFICIENT_INCOME: "INSUFFICIENT_INCOME",
  HIGH_OBLIGATIONS: "HIGH_OBLIGATIONS",
  SHORT_EMPLOYMENT: "SHORT_EMPLOYMENT",
  POOR_CREDIT_HISTORY: "POOR_CREDIT_HISTORY",
  TOO_MANY_ENQUIRIES: "TOO_MANY_ENQUIRIES",
  INCOMPLETE_DOCUMENTS: "INCOMPLETE_DOCUMENTS",
  UNVERIFIABLE_FACTS: "UNVERIFIABLE_FACTS",
  OUT_OF_POLICY: "OUT_OF_POLICY",
  OTHER: "OTHER",
} as const;
export type DecisionReason = (typeof DecisionReason)[keyof typeof DecisionReason];

export const OfferKind = { AS_REQUESTED: "AS_REQUESTED", COUNTER_OFFER: "COUNTER_OFFER" } as const;
export type OfferKind = (typeof OfferKind)[keyof typeof OfferKind];

/** Why a borrower takes an offer not. */
export const DeclineReason = {
  COST: "COST",
  AMOUNT: "AMOUNT",
  TERM: "TERM",
  OTHER_OFFER: "OTHER_OFFER",
  NO_NEED: "NO_NEED",
} as const;
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason];

export const OfferState = {
  OPEN: "OPEN",
  ACCEPTED: "ACCEPTED",
  DECLINED: "DECLINED",
  EXPIRED: "EXPIRED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type OfferState = (typeof OfferState)[keyof typeof OfferState];
