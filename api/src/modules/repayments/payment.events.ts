import { defineEvent } from "../../kernel/events/index.js";

/** Subject of each: the payment; audience: its borrower and institution. Amounts are fen as text. */
export const paymentEvents = {
  created: defineEvent<{ paymentId: string; loanId: string; amount: string }>("payment.created"),
  /** The bank has it, or nobody knows whether it has. */
  changed: defineEvent<{ paymentId: string; loanId: string; state: string }>("payment.changed"),
  /** Taken and applied to the loan. */
  settled: defineEvent<{ paymentId: string; loanId: string; amount: string; receiptNumber: string }>("payment.settled"),
  failed: defineEvent<{ paymentId: string; loanId: string; failure: string }>("payment.failed"),
  disputed: defineEvent<{ paymentId: string; loanId: string; reason: string }>("payment.disputed"),
};
