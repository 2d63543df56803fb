/** The stretches of an application's way whose usual length is known from history. */
export const ExpectedStep = {
  /** From the submission to the first decision, whoever makes it. */
  DECISION: "DECISION",
  /** From the automatic checks on to the decision: the time with people. */
  REVIEW: "REVIEW",
  /** From the signature to the money. */
  PAYOUT: "PAYOUT",
} as const;
export type ExpectedStep = (typeof ExpectedStep)[keyof typeof ExpectedStep];
