import type { PaymentGateway } from "../../gateways/payment/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import { BankCallbackService } from "./bank-callback.service.js";
import { bankOrderPeriodic, bankOrderQueued } from "./bank-order.jobs.js";
import { bankOrderReactions } from "./bank-order.reactions.js";
import { BankOrderService, type CardTokens } from "./bank-order.service.js";
import { LedgerService } from "./ledger.service.js";
import { LedgerBulk } from "./ledger-bulk.service.js";

export interface LedgerModule extends ModuleParts {
  readonly ledger: LedgerService;
  readonly bankOrders: BankOrderService;
  readonly bankCallbacks: BankCallbackService;
  readonly ledgerBulk: LedgerBulk;
}

export function createLedgerModule(
  kernel: Kernel,
  left: { readonly payment: PaymentGateway; readonly bankCards: CardTokens },
): LedgerModule {
  const bankOrders = new BankOrderService(kernel, left.payment, left.bankCards);
  return {
    ledger: new LedgerService(kernel.clock),
    bankOrders,
    bankCallbacks: new BankCallbackService(kernel, bankOrders),
    ledgerBulk: new LedgerBulk(),
    resolvers: [],
    reactions: bankOrderReactions(bankOrders),
    queued: bankOrderQueued(bankOrders),
    periodic: bankOrderPeriodic(bankOrders),
  };
}
