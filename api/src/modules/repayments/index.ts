/**
 * What borrowers pay back: previewed, collected through the bank, applied to the loan once, receipted.
 * What is owed stands in lending; movements of money stand in ledger.
 */
import { paymentEvents } from "./payment.events.js";

export { paymentEvents };
export const repaymentEvents = paymentEvents;
export { paymentsByLoan } from "./payment.loaders.js";
export type { PaymentService, PaymentWish } from "./payment.service.js";
export { PaymentState, paymentTransitions } from "./payment.states.js";
export type { PaymentRow } from "./payment.tables.js";
export { Payment } from "./payment.types.js";
export type { PaymentBulk } from "./payment-bulk.service.js";
