import { type Reaction, when } from "../../kernel/events/index.js";
import { BankOrderKind, bankOrderEvents } from "../ledger/index.js";
import type { DisbursementService } from "./disbursement.service.js";
import { contractEvents } from "./lending.events.js";

const REQUEST = "lending.request-disbursement";
const SETTLE = "lending.settle-disbursement";

export const disbursementReactions = (disbursements: DisbursementService): Reaction[] => [
  when(contractEvents.signed, REQUEST, ({ id, facts }) => disbursements.request(REQUEST, id, facts.contractId)),
  when(bankOrderEvents.settled, SETTLE, async ({ id, facts }) => {
    if (facts.kind === BankOrderKind.DISBURSE) await disbursements.settle(SETTLE, id, facts.orderId);
  }),
];
