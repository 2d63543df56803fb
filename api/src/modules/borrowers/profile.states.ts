export const EmploymentKind = {
  EMPLOYED: "EMPLOYED",
  SELF_EMPLOYED: "SELF_EMPLOYED",
  PUBLIC_SECTOR: "PUBLIC_SECTOR",
  FREELANCE: "FREELANCE",
  STUDENT: "STUDENT",
  RETIRED: "RETIRED",
  UNEMPLOYED: "UNEMPLOYED",
} as const;
export type EmploymentKind = (typeof EmploymentKind)[keyof typeof EmploymentKind];

export const EducationLevel = {
  BELOW_HIGH_SCHOOL: "BELOW_HIGH_SCHOOL",
  HIGH_SCHOOL: "HIGH_SCHOOL",
  COLLEGE: "COLLEGE",
  BACHELOR: "BACHELOR",
  MASTER_OR_ABOVE: "MASTER_OR_ABOVE",
} as const;
export type EducationLevel = (typeof EducationLevel)[keyof typeof EducationLevel];

export const HousingKind = {
  OWNED: "OWNED",
  MORTGAGED: "MORTGAGED",
  RENTED: "RENTED",
  FAMILY: "FAMILY",
  OTHER: "OTHER",
} as const;
export type HousingKind = (typeof HousingKind)[keyof typeof HousingKind];

/** Where a fact comes from. */
export const FactSource = {
  BORROWER: "BORROWER",
  IDENTITY_CHECK: "IDENTITY_CHECK",
  DOCUMENT: "DOCUMENT",
  BUREAU: "BUREAU",
  PRECHECK: "PRECHECK",
} as const;
export type FactSource = (typeof FactSource)[keyof typeof FactSource];

/** The facts of a profile, by the names the api uses for them. */
export const profileFields = [
  "employment",
  "employer",
  "monthlyIncome",
  "monthlyDebtPayment",
  "employedSince",
  "education",
  "housing",
  "province",
  "city",
  "address",
  "emergencyContactName",
  "emergencyContactPhone",
] as const;
export type ProfileField = (typeof profileFields)[number];

export const isProfileField = (name: string): name is ProfileField => profileFields.some((field) => field === name);

/** What sort of thing an application still wants from a person. */
export const MissingKind = {
  IDENTITY: "IDENTITY",
  PROFILE_FIELD: "PROFILE_FIELD",
  DOCUMENT: "DOCUMENT",
  BANK_CARD: "BANK_CARD",
} as const;
export type MissingKind = (typeof MissingKind)[keyof typeof MissingKind];
