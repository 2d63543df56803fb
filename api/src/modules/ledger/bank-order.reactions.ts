import { type Reaction, when } from "../../kernel/events/index.js";
import { bankOrderEvents } from "./bank-order.events.js";
import type { BankOrderService } from "./bank-order.service.js";

export const bankOrderReactions = (orders: BankOrderService): Reaction[] => [
  when(bankOrderEvents.requested, "ledger.send-bank-order", ({ facts }) => orders.send(facts.orderId)),
];
