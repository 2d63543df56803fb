import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { BankCardService } from "../borrowers/index.js";
import type { BankOrderService, LedgerBulk } from "../ledger/index.js";
import type { LendingBulk, LendingService } from "../lending/index.js";
import "./payment.permissions.js";
import { paymentReactions } from "./payment.reactions.js";
import { LoanPaymentResolver, PaymentResolver } from "./payment.resolver.js";
import { PaymentService } from "./payment.service.js";
import { PaymentBulk } from "./payment-bulk.service.js";

export interface RepaymentsLeft {
  readonly bankCards: Pick<BankCardService, "find">;
  readonly bankOrders: BankOrderService;
  readonly ledgerBulk: LedgerBulk;
  readonly lending: LendingService;
  readonly lendingBulk: LendingBulk;
}

export interface RepaymentsModule extends ModuleParts {
  readonly payments: PaymentService;
  readonly paymentBulk: PaymentBulk;
}

export function createRepaymentsModule(kernel: Kernel, left: RepaymentsLeft): RepaymentsModule {
  const payments = new PaymentService(kernel, left.lending, left.bankOrders, left.bankCards);
  return {
    payments,
    paymentBulk: new PaymentBulk(left.lendingBulk, left.ledgerBulk),
    resolvers: [new PaymentResolver(payments), new LoanPaymentResolver()],
    reactions: paymentReactions(payments),
  };
}
