import { defineEvent } from "../../kernel/events/index.js";

interface DisclosureFacts extends Record<string, unknown> {
  readonly applicationId: string;
  readonly disclosureId: string;
  readonly sheetHash: string;
  /** The business moment. */
  readonly at: string;
}

export const disclosureEvents = {
  opened: defineEvent<DisclosureFacts>("disclosure.opened"),
  confirmed: defineEvent<DisclosureFacts>("disclosure.confirmed"),
};

export const contractEvents = {
  previewed: defineEvent<{ applicationId: string; disclosureId: string; paperHash: string }>("contract.previewed"),
  signed: defineEvent<{
    applicationId: string;
    contractId: string;
    pdfSha256: string;
    termsHash: string;
    sheetHash: string;
  }>("contract.signed"),
  viewed: defineEvent<{ applicationId: string; contractId: string }>("contract.viewed"),
};

export const disbursementEvents = {
  requested: defineEvent<{ applicationId: string; disbursementId: string; amount: string }>("disbursement.requested"),
  failed: defineEvent<{ applicationId: string; disbursementId: string; failure: string }>("disbursement.failed"),
};

/** Subject and audience of each: the loan, its borrower and its institution. Amounts are fen as text. */
export const loanEvents = {
  opened: defineEvent<{ loanId: string; applicationId: string; principal: string; startOn: string }>("loan.opened"),
  statusChanged: defineEvent<{ loanId: string; from: string; to: string; daysPastDue: number }>("loan.statusChanged"),
  repaid: defineEvent<{ loanId: string; paymentId: string; amount: string; outstandingTotal: string }>("loan.repaid"),
  dueDaysResolved: defineEvent<{ loanId: string; count: number }>("loan.dueDaysResolved"),
};
