/**
 * Loan applications: from first draft to the state a borrower can watch.
 * Decisions are made in underwriting and money moves in lending; both report back here.
 */
export { applicationErrors } from "./application.errors.js";
export { applicationEvents, type StatusReasonText, sequenceEvents } from "./application.events.js";
export { applicationById } from "./application.loaders.js";
export type { ApplicationMove, ApplicationService } from "./application.service.js";
export {
  ApplicationState,
  applicationTransitions,
  isOpenState,
  LoanPurpose,
  OPEN_STATES,
  RuleOutcome,
} from "./application.states.js";
export type { ApplicationRow, FrozenApplicant } from "./application.tables.js";
export { Application } from "./application.types.js";
export type { ApplicationClosingService } from "./application-closing.service.js";
export type { ApplicationDraftService, DraftWish } from "./application-draft.service.js";
export type { ApplicationPersonalDataService } from "./application-personal-data.service.js";
export type { ApplicationReviewService } from "./application-review.service.js";
export type { ApplicationSequenceService } from "./application-sequence.service.js";
export { SequenceState } from "./application-sequence.states.js";
export type {
  ApplicationSubmissionService,
  SubmissionAnswer,
  SubmissionWish,
} from "./application-submission.service.js";
export { ActorKind } from "./application-timeline.states.js";
export type { ExpectedTimeService } from "./expected-time.service.js";
