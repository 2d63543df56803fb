/** What a page reports that somebody did. */
export const ActivityKind = {
  PRODUCT_VIEWED: "PRODUCT_VIEWED",
  PRODUCT_DWELT: "PRODUCT_DWELT",
  PRODUCT_COMPARED: "PRODUCT_COMPARED",
  CALCULATOR_USED: "CALCULATOR_USED",
  SEARCHED: "SEARCHED",
  FAVOURITED: "FAVOURITED",
  APPLICATION_STARTED: "APPLICATION_STARTED",
} as const;
export type ActivityKind = (typeof ActivityKind)[keyof typeof ActivityKind];

/** What somebody has said about recording and personalisation; nothing is recorded but under ALLOWED. */
export const ActivityChoiceState = { UNDECIDED: "UNDECIDED", ALLOWED: "ALLOWED", REFUSED: "REFUSED" } as const;
export type ActivityChoiceState = (typeof ActivityChoiceState)[keyof typeof ActivityChoiceState];

/** Why a choice stands no more. */
export const ActivityChoiceEnd = { CHANGED: "CHANGED", JOINED_ACCOUNT: "JOINED_ACCOUNT" } as const;
export type ActivityChoiceEnd = (typeof ActivityChoiceEnd)[keyof typeof ActivityChoiceEnd];
