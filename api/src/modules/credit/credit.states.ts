/** What became of one question to a bureau. */
export const QueryState = { ASKED: "ASKED", ANSWERED: "ANSWERED", UNANSWERED: "UNANSWERED" } as const;
export type QueryState = (typeof QueryState)[keyof typeof QueryState];

/** Why a bureau is asked; each is a hard query on the person's file. */
export const QueryReason = { LOAN_APPROVAL: "LOAN_APPROVAL" } as const;
export type QueryReason = (typeof QueryReason)[keyof typeof QueryReason];
