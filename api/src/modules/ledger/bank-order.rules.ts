import { BankOrderState } from "./bank-order.states.js";

/** What the bank says about an order: in its answer, when asked, or by callback. Amount in fen. */
export interface BankStatement {
  readonly state: "ACCEPTED" | "SUCCEEDED" | "FAILED" | "UNKNOWN";
  readonly amount: bigint | null;
  readonly bankReference: string | null;
  readonly failure: string | null;
}

export interface OrderStanding {
  readonly state: BankOrderState;
  readonly amount: bigint;
  /** Set once the bank has contradicted itself about how the order ended; nothing lifts it. */
  readonly hasContradiction: boolean;
}

export interface Settlement {
  readonly to: BankOrderState;
  /** Why nothing changed or why it is disputed. */
  readonly reason: string | null;
  readonly isContradiction: boolean;
}

const stay = (order: OrderStanding, reason: string): Settlement => ({
  to: order.state,
  reason,
  isContradiction: false,
});

/**
 * Where a statement of the bank leads an order. Any order of arrival and any repetition of the same statements ends in
 * the same state: an outcome once known stands, two different outcomes are a dispute for good, and a wrong amount
 * moves nothing but never blocks the right one.
 */
export function settle(order: OrderStanding, statement: BankStatement): Settlement {
  if (order.hasContradiction) return stay(order, "CONTRADICTION");
  const { state } = order;
  const isSettled = state === BankOrderState.SUCCEEDED || state === BankOrderState.FAILED;
  if (statement.state === "UNKNOWN") {
    const isOpen = state === BankOrderState.REQUESTED || state === BankOrderState.SENT;
    return isOpen ? { to: BankOrderState.UNKNOWN, reason: null, isContradiction: false } : stay(order, "LATE");
  }
  if (statement.amount !== null && statement.amount !== order.amount) {
    return isSettled
      ? stay(order, "WRONG_AMOUNT")
      : { to: BankOrderState.DISPUTED, reason: "WRONG_AMOUNT", isContradiction: false };
  }
  if (statement.state === "ACCEPTED") {
    const isBefore = state === BankOrderState.REQUESTED || state === BankOrderState.UNKNOWN;
    return isBefore ? { to: BankOrderState.SENT, reason: null, isContradiction: false } : stay(order, "LATE");
  }
  if (isSettled) {
    return state === statement.state
      ? stay(order, "REPEATED")
      : { to: BankOrderState.DISPUTED, reason: "CONTRADICTION", isContradiction: true };
  }
  return { to: statement.state, reason: null, isContradiction: false };
}
