/**
 * Money in and out through the bank. An order's id is ours and is the bank's idempotency key, so asking again moves
 * nothing twice. A call whose outcome is unknown says UNKNOWN; `find` or the bank's callback settles it, never a guess.
 */
export {
  type BankNotice,
  type CallbackHeaders,
  type CallbackVerdict,
  readNotice,
  signCallback,
  verifyCallback,
} from "./callback.js";

export const PaymentState = {
  /** The bank has the order and will call back. */
  ACCEPTED: "ACCEPTED",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  /** It may or may not have arrived. */
  UNKNOWN: "UNKNOWN",
} as const;
export type PaymentState = (typeof PaymentState)[keyof typeof PaymentState];

export interface PaymentOrder {
  /** Our order's id. */
  readonly id: string;
  /** Fen. */
  readonly amount: bigint;
  /** What the card check answered when the card was bound. */
  readonly cardToken: string;
}

export interface PaymentAnswer {
  readonly orderId: string;
  readonly state: PaymentState;
  readonly bankReference: string | null;
  /** Fen as the bank understood them; must equal the order's. */
  readonly amount: bigint | null;
  readonly failure: string | null;
}

export interface PaymentGateway {
  /** Pays out to the card. @throws UNAVAILABLE only when the bank certainly never saw the order. */
  disburse(order: PaymentOrder): Promise<PaymentAnswer>;
  /** Collects from the card. @throws UNAVAILABLE only when the bank certainly never saw the order. */
  collect(order: PaymentOrder): Promise<PaymentAnswer>;
  /** What the bank knows of an order; null when it has never seen it. @throws UNAVAILABLE when it does not answer. */
  find(orderId: string): Promise<PaymentAnswer | null>;
}
