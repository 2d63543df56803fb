/** How far the reading of an identity photo has come. */
export const ReadingState = {
  PENDING: "PENDING",
  READ: "READ",
  UNREADABLE: "UNREADABLE",
  UNAVAILABLE: "UNAVAILABLE",
} as const;
export type ReadingState = (typeof ReadingState)[keyof typeof ReadingState];

/** What can be read off an identity card. */
export const CardField = {
  NAME: "NAME",
  IDENTITY_NUMBER: "IDENTITY_NUMBER",
  AUTHORITY: "AUTHORITY",
  VALID_UNTIL: "VALID_UNTIL",
} as const;
export type CardField = (typeof CardField)[keyof typeof CardField];
