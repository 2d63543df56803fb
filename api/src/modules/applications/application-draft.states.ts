/** A draft is what an application is before it is one: nobody but its borrower knows of it. */
export const DraftState = {
  OPEN: "OPEN",
  SUBMITTED: "SUBMITTED",
  DISCARDED: "DISCARDED",
  EXPIRED: "EXPIRED",
} as const;
export type DraftState = (typeof DraftState)[keyof typeof DraftState];
