/** What an institution may do with a borrower's data. */
export const ConsentPurpose = { CREDIT_REVIEW: "CREDIT_REVIEW", LOAN_SERVICING: "LOAN_SERVICING" } as const;
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];
