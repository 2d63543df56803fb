/** CREATED: the order is written. SENT and UNKNOWN mirror the bank order while it has no outcome. */
export const PaymentState = {
  CREATED: "CREATED",
  SENT: "SENT",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  UNKNOWN: "UNKNOWN",
  DISPUTED: "DISPUTED",
} as const;
export type PaymentState = (typeof PaymentState)[keyof typeof PaymentState];

export const paymentTransitions: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  CREATED: ["SENT", "UNKNOWN", "SUCCEEDED", "FAILED", "DISPUTED"],
  SENT: ["UNKNOWN", "SUCCEEDED", "FAILED", "DISPUTED"],
  UNKNOWN: ["SENT", "SUCCEEDED", "FAILED", "DISPUTED"],
  DISPUTED: ["SUCCEEDED", "FAILED"],
  SUCCEEDED: [],
  FAILED: [],
};

/** Payments that may still take money: what they would clear is spoken for. */
export const PENDING_STATES = ["CREATED", "SENT", "UNKNOWN", "DISPUTED"] as const satisfies readonly PaymentState[];
