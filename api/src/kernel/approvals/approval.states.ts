export const ApprovalState = {
  PENDING: "PENDING",
  APPROVED: "APPROVED",
  RETURNED: "RETURNED",
  REJECTED: "REJECTED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ApprovalState = (typeof ApprovalState)[keyof typeof ApprovalState];

/** What a checker may say. */
export const ApprovalVerdict = { APPROVED: "APPROVED", RETURNED: "RETURNED", REJECTED: "REJECTED" } as const;
export type ApprovalVerdict = (typeof ApprovalVerdict)[keyof typeof ApprovalVerdict];
