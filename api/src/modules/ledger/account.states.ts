/** Who an account belongs to. A guarantor is known to the ledger by the name in the contract. */
export const AccountOwner = {
  LOAN: "LOAN",
  INSTITUTION: "INSTITUTION",
  GUARANTOR: "GUARANTOR",
  PLATFORM: "PLATFORM",
} as const;
export type AccountOwner = (typeof AccountOwner)[keyof typeof AccountOwner];

/**
 * LOAN_PRINCIPAL: what one loan still owes, a debit balance. FUNDS: an institution's money at the bank.
 * INTEREST_INCOME, PENALTY_INCOME, FEE_INCOME: what a payee has earned, credit balances.
 */
export const AccountKind = {
  LOAN_PRINCIPAL: "LOAN_PRINCIPAL",
  FUNDS: "FUNDS",
  INTEREST_INCOME: "INTEREST_INCOME",
  PENALTY_INCOME: "PENALTY_INCOME",
  FEE_INCOME: "FEE_INCOME",
} as const;
export type AccountKind = (typeof AccountKind)[keyof typeof AccountKind];

/** Why money moved. `(kind, ref)` is unique, so a movement is posted at most once. */
export const TransferKind = {
  DISBURSEMENT: "DISBURSEMENT",
  UPFRONT_FEE: "UPFRONT_FEE",
  REPAYMENT_PRINCIPAL: "REPAYMENT_PRINCIPAL",
  REPAYMENT_INTEREST: "REPAYMENT_INTEREST",
  REPAYMENT_PENALTY: "REPAYMENT_PENALTY",
  REPAYMENT_FEE: "REPAYMENT_FEE",
  REVERSAL: "REVERSAL",
} as const;
export type TransferKind = (typeof TransferKind)[keyof typeof TransferKind];

/**
 * Kinds whose balance is kept beside the account and may not fall below zero. Only accounts of one party: a locked
 * balance on an account that everybody touches would put all postings in one queue.
 */
export const isRunning = (kind: AccountKind): boolean => kind === AccountKind.LOAN_PRINCIPAL;

/** Names one account; it is opened by the first entry that uses it. */
export interface AccountKey {
  readonly ownerKind: AccountOwner;
  readonly ownerId: string;
  readonly kind: AccountKind;
}

export const keyText = ({ ownerKind, ownerId, kind }: AccountKey): string => `${ownerKind}|${ownerId}|${kind}`;
