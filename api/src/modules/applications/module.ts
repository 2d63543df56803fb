import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { AccessService, BorrowerService, ConsentService, DocumentService } from "../borrowers/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { ObligationService } from "../credit/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import "./application.permissions.js";
import { AcceptedDocumentsService } from "./accepted-documents.service.js";
import { ApplicantSnapshotService } from "./applicant-snapshot.service.js";
import { applicationJobs } from "./application.jobs.js";
import { applicationReactions } from "./application.reactions.js";
import { ApplicationResolver } from "./application.resolver.js";
import { ApplicationService } from "./application.service.js";
import { ApplicationClosingService } from "./application-closing.service.js";
import { ApplicationDraftResolver, DraftItemResolver, RequiredDocumentResolver } from "./application-draft.resolver.js";
import { ApplicationDraftService } from "./application-draft.service.js";
import {
  ApplicantFieldResolver,
  ApplicationFieldResolver,
  DocumentRequestFieldResolver,
  TimelineFieldResolver,
} from "./application-field.resolver.js";
import { ApplicationPersonalDataService } from "./application-personal-data.service.js";
import { ApplicationPlanService } from "./application-plan.service.js";
import { ApplicationReopeningService } from "./application-reopening.service.js";
import { ApplicationReviewService } from "./application-review.service.js";
import {
  ApplicationPlanEdge,
  ApplicationPlanResolver,
  ApplicationSequenceResolver,
  PlannedTurnResolver,
  SequenceStepResolver,
} from "./application-sequence.resolver.js";
import { ApplicationSequenceService } from "./application-sequence.service.js";
import { ApplicationSubmissionService } from "./application-submission.service.js";
import { DebtGuard } from "./debt-guard.service.js";
import { DraftItemService } from "./draft-item.service.js";
import { ApplicationForecastResolver, InstitutionTimesResolver } from "./expected-time.resolver.js";
import { ExpectedTimeService } from "./expected-time.service.js";
import { PersonalDataResolver } from "./personal-data.resolver.js";
import { ProductListingApplicationsResolver } from "./product-listing.resolver.js";
import { ReopeningResolver } from "./reopening.resolver.js";
import { SubmissionRefusalResolver, SubmissionResolver } from "./submission.resolver.js";

export interface LeftOfApplications {
  readonly settings: SettingsService;
  readonly borrowers: BorrowerService;
  readonly documents: DocumentService;
  readonly consents: ConsentService;
  readonly access: AccessService;
  readonly catalog: CatalogService;
  readonly identity: IdentityService;
  readonly obligations: ObligationService;
}

export interface ApplicationsModule extends ModuleParts {
  readonly applications: ApplicationService;
  readonly review: ApplicationReviewService;
  readonly drafts: ApplicationDraftService;
  readonly submission: ApplicationSubmissionService;
  readonly plans: ApplicationPlanService;
  readonly sequences: ApplicationSequenceService;
  readonly debtGuard: DebtGuard;
  readonly items: DraftItemService;
  readonly closing: ApplicationClosingService;
  readonly personalData: ApplicationPersonalDataService;
  readonly expectedTimes: ExpectedTimeService;
  readonly reopening: ApplicationReopeningService;
}

/** What is told of an application beside itself: how long it takes, and how to begin it anew. */
const followingResolvers = (
  reopening: ApplicationReopeningService,
  drafts: ApplicationDraftService,
  times: ExpectedTimeService,
): readonly object[] => [
  new ReopeningResolver(reopening, drafts),
  new InstitutionTimesResolver(times),
  new ApplicationForecastResolver(times),
];

export function createApplicationsModule(kernel: Kernel, left: LeftOfApplications): ApplicationsModule {
  const { settings, borrowers, documents, consents, access, catalog, identity, obligations } = left;
  const applications = new ApplicationService(kernel, consents, settings);
  const review = new ApplicationReviewService(kernel, settings, documents, applications);
  const drafts = new ApplicationDraftService(kernel, settings, borrowers, catalog);
  const files = new AcceptedDocumentsService(documents);
  const debtGuard = new DebtGuard(kernel, settings, borrowers, obligations);
  const items = new DraftItemService(drafts, files, consents, debtGuard);
  const snapshots = new ApplicantSnapshotService(kernel, borrowers);
  const submission = new ApplicationSubmissionService({ ...left, kernel, files, drafts, snapshots });
  const plans = new ApplicationPlanService(drafts, submission);
  const sequences = new ApplicationSequenceService({ kernel, identity, drafts, submission, guard: debtGuard });
  const closing = new ApplicationClosingService(kernel, consents, applications, sequences);
  const personalData = new ApplicationPersonalDataService(kernel, access, documents, applications);
  const reopening = new ApplicationReopeningService(kernel, applications, drafts);
  const expectedTimes = new ExpectedTimeService(kernel);
  return {
    applications,
    review,
    drafts,
    submission,
    plans,
    sequences,
    debtGuard,
    items,
    closing,
    personalData,
    expectedTimes,
    reopening,
    resolvers: [
      new ApplicationResolver(applications, review, closing),
      new ApplicationFieldResolver(applications),
      new ApplicantFieldResolver(),
      new TimelineFieldResolver(),
      new DocumentRequestFieldResolver(),
      ...followingResolvers(reopening, drafts, expectedTimes),
      new ApplicationDraftResolver(drafts, items),
      new DraftItemResolver(items),
      new ApplicationSequenceResolver(sequences),
      new SequenceStepResolver(),
      new ApplicationPlanEdge(plans, submission),
      new ApplicationPlanResolver(),
      new PlannedTurnResolver(),
      new RequiredDocumentResolver(),
      new SubmissionResolver(submission, applications, drafts),
      new SubmissionRefusalResolver(),
      new PersonalDataResolver(personalData, closing),
      new ProductListingApplicationsResolver(),
    ],
    reactions: applicationReactions(sequences),
    daily: applicationJobs(drafts, review, expectedTimes),
  };
}
