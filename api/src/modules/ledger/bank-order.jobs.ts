import type { PeriodicJob, QueuedJob } from "../../kernel/jobs/index.js";
import { ASK_ABOUT_ORDER, type BankOrderService } from "./bank-order.service.js";

export const bankOrderQueued = (orders: BankOrderService): QueuedJob[] => [
  { name: ASK_ABOUT_ORDER, run: ({ orderId }) => orders.ask(String(orderId)) },
];

export const bankOrderPeriodic = (orders: BankOrderService): PeriodicJob[] => [
  { name: "ledger.ask-about-stale-orders", schedule: "* * * * *", run: () => orders.askAboutStale() },
];
