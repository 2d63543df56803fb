import { defineEvent } from "../../kernel/events/index.js";
import type { AccessPurpose, PersonalField } from "./access.states.js";
import type { ConsentPurpose } from "./consent.states.js";
import type { DocumentKind, DocumentState } from "./document.states.js";
import type { ReadingState } from "./document-reading.states.js";

export const borrowerEvents = {
  identityVerified: defineEvent<Record<string, never>>("borrower.identityVerified"),
  identityCheckFailed: defineEvent<{ mismatch: string | null }>("borrower.identityCheckFailed"),
  profileSaved: defineEvent<{ version: number; fields: string[] }>("borrower.profileSaved"),
  cardBound: defineEvent<{ bankCardId: string; bankName: string }>("borrower.cardBound"),
  cardUnbound: defineEvent<{ bankCardId: string; bankName: string }>("borrower.cardUnbound"),
};

export const documentEvents = {
  checked: defineEvent<{ documentId: string; kind: DocumentKind; state: DocumentState; refusal: string | null }>(
    "document.checked",
  ),
  discarded: defineEvent<{ documentId: string }>("document.discarded"),
  /** What an identity photo says has been read, or will not be. */
  read: defineEvent<{ documentId: string; state: ReadingState; differs: boolean }>("document.read"),
  /** The borrower has seen that the photo is unclear, and keeps it. */
  kept: defineEvent<{ documentId: string }>("document.kept"),
  viewed: defineEvent<{ documentId: string; purpose: AccessPurpose; applicationId: string | null }>("document.viewed"),
};

export const consentEvents = {
  given: defineEvent<{ consentId: string; purpose: ConsentPurpose; textHash: string; applicationId: string | null }>(
    "consent.given",
  ),
  withdrawn: defineEvent<{ consentId: string; applicationId: string | null; reason: string }>("consent.withdrawn"),
  ended: defineEvent<{ consentId: string; applicationId: string | null; reason: string }>("consent.ended"),
};

export const accessEvents = {
  revealed: defineEvent<{ fields: PersonalField[]; purpose: AccessPurpose; applicationId: string | null }>(
    "personalData.revealed",
  ),
};
