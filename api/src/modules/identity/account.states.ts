export const AccountKind = { BORROWER: "BORROWER", INSTITUTION: "INSTITUTION", PLATFORM: "PLATFORM" } as const;
export type AccountKind = (typeof AccountKind)[keyof typeof AccountKind];

export const AccountState = { ACTIVE: "ACTIVE", FROZEN: "FROZEN", PENDING: "PENDING", CLOSED: "CLOSED" } as const;
export type AccountState = (typeof AccountState)[keyof typeof AccountState];

export const accountTransitions: Readonly<Record<AccountState, readonly AccountState[]>> = {
  PENDING: ["ACTIVE", "CLOSED"],
  ACTIVE: ["FROZEN", "CLOSED"],
  FROZEN: ["ACTIVE", "CLOSED"],
  CLOSED: [],
};

/** The app a kind of person signs in to. */
export const appOfKind = { BORROWER: "borrower", INSTITUTION: "institution", PLATFORM: "admin" } as const;
