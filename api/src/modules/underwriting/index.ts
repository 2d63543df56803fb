/**
 * Underwriting: what an institution's model says of an application, what its people decide, and what is offered.
 * The institution decides, always; the platform only runs the institution's own rules and keeps the record.
 */
export { AdviceService } from "./advice.service.js";
export type { AssessmentService } from "./assessment.service.js";
export type { AssessmentRow } from "./assessment.tables.js";
export type {
  DecisionAnswer,
  DecisionOutcome,
  DecisionPlan,
  DecisionService,
  DecisionWish,
} from "./decision.service.js";
export type { OfferService } from "./offer.service.js";
export type { OfferRow } from "./offer.tables.js";
export type { RuleSetService } from "./rule-set.service.js";
export { offerEvents, underwritingEvents } from "./underwriting.events.js";
export { DecisionReason, DecisionVerdict, DeclineReason, OfferKind, OfferState } from "./underwriting.states.js";
export { Assessment, Offer } from "./underwriting.types.js";
