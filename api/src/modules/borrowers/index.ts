/**
 * The people who borrow: verified identity, profile, documents, bank cards, consents, and who looked at what.
 * Clear values are sealed at rest and leave this room only through a noted reveal, a contract or a bureau question.
 */
export type { AccessService, PersonalDataValue, RevealWish } from "./access.service.js";
export { AccessPurpose, AccessSubject, PersonalField } from "./access.states.js";
export type { AccessRecordRow } from "./access.tables.js";
export { AccessRecord, PersonalData } from "./access.types.js";
export type { BankCardService } from "./bank-card.service.js";
export { accessEvents, borrowerEvents, consentEvents, documentEvents } from "./borrower.events.js";
export {
  type BorrowerMask,
  bankCardById,
  borrowerMaskById,
  consentById,
  consentsByApplication,
  documentById,
} from "./borrower.loaders.js";
export type { ApplicantFacts, BorrowerService, ClearIdentity, MatchingFacts } from "./borrower.service.js";
export type { BankCardRow, BorrowerRow } from "./borrower.tables.js";
export { BankCard, Borrower, Profile } from "./borrower.types.js";
export type {
  ConsentService,
  ConsentTextValue,
  ConsentTextValue as ConsentTextView,
  ConsentWish,
} from "./consent.service.js";
export { ConsentPurpose } from "./consent.states.js";
export type { ConsentRow } from "./consent.tables.js";
export { Consent, ConsentText } from "./consent.types.js";
export type { DocumentService, DocumentViewValue, StaffLook } from "./document.service.js";
export { ContentType, DocumentKind, DocumentRefusal, DocumentState, isUsable } from "./document.states.js";
export type { DocumentRow } from "./document.tables.js";
export { Document, DocumentView, UploadTicket } from "./document.types.js";
export { ReadingState } from "./document-reading.states.js";
export type { Download, FileLink, FileLinkService, FileToShow } from "./file-link.service.js";
export { MissingKind } from "./missing.types.js";
export type { MissingFact, ProfileEdit, ProfileFacts } from "./profile.rules.js";
export type { ProfileService, ProfileValue, SaveProfile } from "./profile.service.js";
export {
  EducationLevel,
  EmploymentKind,
  FactSource,
  HousingKind,
  type ProfileField,
  profileFields,
} from "./profile.states.js";
export type { UploadService, UploadTicketValue } from "./upload.service.js";
