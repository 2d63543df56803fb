export const BankOrderKind = { DISBURSE: "DISBURSE", COLLECT: "COLLECT" } as const;
export type BankOrderKind = (typeof BankOrderKind)[keyof typeof BankOrderKind];

/**
 * REQUESTED: written, the bank has not been asked. SENT: the bank has it. UNKNOWN: it may or may not have arrived.
 * DISPUTED: the bank says something that cannot be; never applied, a person must look.
 */
export const BankOrderState = {
  REQUESTED: "REQUESTED",
  SENT: "SENT",
  UNKNOWN: "UNKNOWN",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  DISPUTED: "DISPUTED",
} as const;
export type BankOrderState = (typeof BankOrderState)[keyof typeof BankOrderState];

/** A wrong amount may be followed by the right one, so DISPUTED can still settle; what settled can only be disputed. */
export const bankOrderTransitions: Readonly<Record<BankOrderState, readonly BankOrderState[]>> = {
  REQUESTED: ["SENT", "UNKNOWN", "SUCCEEDED", "FAILED", "DISPUTED"],
  SENT: ["UNKNOWN", "SUCCEEDED", "FAILED", "DISPUTED"],
  UNKNOWN: ["SENT", "SUCCEEDED", "FAILED", "DISPUTED"],
  DISPUTED: ["SUCCEEDED", "FAILED"],
  SUCCEEDED: ["DISPUTED"],
  FAILED: ["DISPUTED"],
};

/** What became of a callback. RECEIVED: stored, not looked at yet. */
export const CallbackVerdict = {
  RECEIVED: "RECEIVED",
  APPLIED: "APPLIED",
  DUPLICATE: "DUPLICATE",
  NO_CHANGE: "NO_CHANGE",
  DISPUTED: "DISPUTED",
  REFUSED: "REFUSED",
} as const;
export type CallbackVerdict = (typeof CallbackVerdict)[keyof typeof CallbackVerdict];
