/**
 * From an accepted offer to a running loan: the cost sheet that must be read, the signature, the payout, the plan and
 * where it stands. Money itself moves in ledger; what borrowers pay comes in through repayments.
 */
import { contractEvents, disbursementEvents, disclosureEvents, loanEvents } from "./lending.events.js";

export type { ContractService, Signature } from "./contract.service.js";
export type { ContractRow, DisbursementRow } from "./contract.tables.js";
export type { ContractFileService } from "./contract-file.service.js";
export type { DisbursementService } from "./disbursement.service.js";
export { DisbursementState } from "./disbursement.states.js";
export type { AgreedTerms, DisclosureService } from "./disclosure.service.js";
export type { DisclosureRow } from "./disclosure.tables.js";
export {
  contractById,
  instalmentsByLoan,
  loanByApplication,
  loanById,
  nextInstalmentByLoan,
} from "./lending.loaders.js";
export { Instalment, Loan } from "./lending.types.js";
export type { LendingBulk, OwedLoan, PastLoan, PastLoanRow, PastRepayment } from "./lending-bulk.service.js";
export type { LendingService, Repayment } from "./loan.service.js";
export { InstalmentState, LoanState, loanTransitions } from "./loan.states.js";
export type { InstalmentRow, LoanRow } from "./loan.tables.js";
export { contractEvents, disbursementEvents, disclosureEvents, loanEvents };
export const lendingEvents = loanEvents;
