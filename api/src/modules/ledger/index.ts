/**
 * The books: accounts, movements of money that are never edited, and the orders we give the bank.
 * Lending and repayments say what moved and why; this room sees to it that it moves once and adds up.
 */
export { type AccountKey, AccountKind, AccountOwner, TransferKind } from "./account.states.js";
export type { BankCallbackService } from "./bank-callback.service.js";
export { bankOrderEvents } from "./bank-order.events.js";
export { bankOrderById } from "./bank-order.loaders.js";
export type { BankOrderService, BankOrderWish, CardTokens } from "./bank-order.service.js";
export { BankOrderKind, BankOrderState, bankOrderTransitions } from "./bank-order.states.js";
export type { BankOrderRow } from "./bank-order.tables.js";
export type { Entry } from "./ledger.rules.js";
export type { LedgerService, Posting } from "./ledger.service.js";
export type { LedgerBulk } from "./ledger-bulk.service.js";
