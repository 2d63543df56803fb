/** Whether a name, an identity number and a phone belong to one person, and whether a bank card is theirs. */
export { type SandboxPersona, sandboxPersonas } from "./personas.js";

export interface IdentityClaim {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
}

export interface IdentityVerdict {
  readonly isMatch: boolean;
  /** Which part did not fit, as the provider tells it; null on a match. */
  readonly mismatch: "NAME" | "IDENTITY_NUMBER" | "PHONE" | null;
}

export interface CardVerdict {
  readonly isMatch: boolean;
  /** Stands for the card towards the bank from now on; null without a match. */
  readonly token: string | null;
  readonly bankName: string | null;
}

export interface IdentityCheckGateway {
  /** @throws UNAVAILABLE when the provider does not answer. */
  check(claim: IdentityClaim): Promise<IdentityVerdict>;
  /** The four-element check. @throws UNAVAILABLE when the provider does not answer. */
  checkCard(claim: IdentityClaim & { readonly cardNumber: string }): Promise<CardVerdict>;
}
