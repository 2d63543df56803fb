/** Why somebody looks at clear personal data; shown to the borrower. */
export const AccessPurpose = {
  IDENTITY_REVIEW: "IDENTITY_REVIEW",
  INCOME_REVIEW: "INCOME_REVIEW",
  CONTACT_APPLICANT: "CONTACT_APPLICANT",
  FRAUD_CHECK: "FRAUD_CHECK",
  COMPLAINT_HANDLING: "COMPLAINT_HANDLING",
  OWN_DATA: "OWN_DATA",
} as const;
export type AccessPurpose = (typeof AccessPurpose)[keyof typeof AccessPurpose];

export const PersonalField = {
  NAME: "NAME",
  IDENTITY_NUMBER: "IDENTITY_NUMBER",
  PHONE: "PHONE",
  BANK_CARD: "BANK_CARD",
  ADDRESS: "ADDRESS",
  EMERGENCY_CONTACT: "EMERGENCY_CONTACT",
} as const;
export type PersonalField = (typeof PersonalField)[keyof typeof PersonalField];

/** What kind of thing was looked at. */
export const AccessSubject = { PERSONAL_DATA: "PERSONAL_DATA", DOCUMENT: "DOCUMENT" } as const;
export type AccessSubject = (typeof AccessSubject)[keyof typeof AccessSubject];
