/** REQUESTED: the order is written. SENT and UNKNOWN mirror the bank order while it has no outcome. */
export const DisbursementState = {
  REQUESTED: "REQUESTED",
  SENT: "SENT",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  UNKNOWN: "UNKNOWN",
} as const;
export type DisbursementState = (typeof DisbursementState)[keyof typeof DisbursementState];

/** A failed one is requested again by a manager; a succeeded one is the end. */
export const disbursementTransitions: Readonly<Record<DisbursementState, readonly DisbursementState[]>> = {
  REQUESTED: ["SENT", "UNKNOWN", "SUCCEEDED", "FAILED"],
  SENT: ["UNKNOWN", "SUCCEEDED", "FAILED"],
  UNKNOWN: ["SENT", "SUCCEEDED", "FAILED"],
  FAILED: ["REQUESTED"],
  SUCCEEDED: [],
};
