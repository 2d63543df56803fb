export const InstitutionState = {
  APPLYING: "APPLYING",
  IN_REVIEW: "IN_REVIEW",
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  TERMINATED: "TERMINATED",
} as const;
export type InstitutionState = (typeof InstitutionState)[keyof typeof InstitutionState];

/** Reasons a move needs stand with whoever makes it; what is terminated stays so. */
export const institutionTransitions: Readonly<Record<InstitutionState, readonly InstitutionState[]>> = {
  APPLYING: ["IN_REVIEW", "TERMINATED"],
  IN_REVIEW: ["APPLYING", "ACTIVE", "TERMINATED"],
  ACTIVE: ["SUSPENDED", "TERMINATED"],
  SUSPENDED: ["ACTIVE", "TERMINATED"],
  TERMINATED: [],
};

export const LicenceKind = {
  BANK: "BANK",
  CONSUMER_FINANCE: "CONSUMER_FINANCE",
  MICRO_LENDER: "MICRO_LENDER",
} as const;
export type LicenceKind = (typeof LicenceKind)[keyof typeof LicenceKind];
