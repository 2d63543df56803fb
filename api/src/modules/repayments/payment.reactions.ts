import { type Reaction, when } from "../../kernel/events/index.js";
import { BankOrderKind, bankOrderEvents } from "../ledger/index.js";
import type { PaymentService } from "./payment.service.js";

const SETTLE = "repayments.settle-payment";
const DISPUTE = "repayments.dispute-payment";
const CHANGE = "repayments.note-bank-order";
const isPayment = ({ kind }: { kind: string }) => kind === BankOrderKind.COLLECT;

export const paymentReactions = (payments: PaymentService): Reaction[] => [
  when(bankOrderEvents.settled, SETTLE, async ({ id, facts }) => {
    if (isPayment(facts)) await payments.settle(SETTLE, id, facts.orderId);
  }),
  when(bankOrderEvents.disputed, DISPUTE, async ({ id, facts }) => {
    if (isPayment(facts)) await payments.dispute(DISPUTE, id, facts.orderId, facts.reason);
  }),
  when(bankOrderEvents.changed, CHANGE, async ({ id, facts }) => {
    if (isPayment(facts)) await payments.noteChange(CHANGE, id, facts.orderId, facts.state);
  }),
];
