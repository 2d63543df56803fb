/**
 * How principal and interest come back.
 * FLAT charges every period on the original principal and exists for imported loans only: never offer it.
 * REVOLVING has no schedule: its interest accrues by the day on what is drawn.
 */
export const RepaymentMethod = {
  EQUAL_INSTALMENT: "EQUAL_INSTALMENT",
  EQUAL_PRINCIPAL: "EQUAL_PRINCIPAL",
  INTEREST_ONLY_BULLET: "INTEREST_ONLY_BULLET",
  BULLET: "BULLET",
  REVOLVING: "REVOLVING",
  FLAT: "FLAT",
} as const;
export type RepaymentMethod = (typeof RepaymentMethod)[keyof typeof RepaymentMethod];
