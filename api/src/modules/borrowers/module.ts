import type { DocumentReadingGateway } from "../../gateways/document-reading/index.js";
import type { FilesGateway } from "../../gateways/files/index.js";
import type { IdentityCheckGateway } from "../../gateways/identity-check/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { AccessService } from "./access.service.js";
import { BankCardService } from "./bank-card.service.js";
import "./borrower.permissions.js";
import { borrowerReactions } from "./borrower.reactions.js";
import { BorrowerResolver, ViewerBorrowerResolver } from "./borrower.resolver.js";
import { BorrowerService } from "./borrower.service.js";
import { AccessRecordResolver, ConsentResolver } from "./consent.resolver.js";
import { ConsentService } from "./consent.service.js";
import { documentJobs } from "./document.jobs.js";
import { DocumentResolver } from "./document.resolver.js";
import { DocumentService } from "./document.service.js";
import { DocumentReadingEdge, DocumentReadingResolver } from "./document-reading.resolver.js";
import { DocumentReadingService } from "./document-reading.service.js";
import { FileLinkService } from "./file-link.service.js";
import { ProfileService } from "./profile.service.js";
import { UploadService } from "./upload.service.js";

export interface LeftOfBorrowers {
  readonly settings: SettingsService;
  readonly identity: IdentityService;
  readonly identityCheck: IdentityCheckGateway;
  readonly documentReading: DocumentReadingGateway;
  readonly files: FilesGateway;
}

export interface BorrowersModule extends ModuleParts {
  readonly borrowers: BorrowerService;
  readonly profiles: ProfileService;
  readonly bankCards: BankCardService;
  readonly consents: ConsentService;
  readonly access: AccessService;
  readonly documents: DocumentService;
  readonly uploads: UploadService;
  readonly fileLinks: FileLinkService;
  readonly readings: DocumentReadingService;
}

export function createBorrowersModule(kernel: Kernel, left: LeftOfBorrowers): BorrowersModule {
  const { settings, identity, identityCheck, documentReading, files } = left;
  const profiles = new ProfileService(kernel, identity, settings);
  const borrowers = new BorrowerService(kernel, { identity, settings, profiles, identityCheck });
  const bankCards = new BankCardService(kernel, identity, borrowers, identityCheck);
  const consents = new ConsentService(kernel);
  const access = new AccessService(kernel, { identity, settings, borrowers, profiles, bankCards });
  const fileLinks = new FileLinkService(kernel, identity, files);
  const documents = new DocumentService(kernel, identity, access, fileLinks);
  const uploads = new UploadService(kernel, identity, profiles, settings, files);
  const readings = new DocumentReadingService(kernel, { identity, settings, borrowers, files, documentReading });
  return {
    borrowers,
    profiles,
    bankCards,
    consents,
    access,
    documents,
    uploads,
    fileLinks,
    readings,
    resolvers: [
      new ViewerBorrowerResolver(borrowers),
      new BorrowerResolver({ borrowers, profiles, documents, consents, bankCards, access }),
      new DocumentResolver(documents, uploads),
      new DocumentReadingEdge(readings),
      new DocumentReadingResolver(readings),
      new ConsentResolver(consents),
      new AccessRecordResolver(),
    ],
    reactions: borrowerReactions(kernel, borrowers, readings),
    periodic: documentJobs(uploads),
  };
}
