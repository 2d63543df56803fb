import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type {
  ApplicationClosingService,
  ApplicationReviewService,
  ApplicationSequenceService,
  ApplicationService,
} from "../applications/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { CreditService } from "../credit/index.js";
import type { SettingsService } from "../settings/index.js";
import "./underwriting.permissions.js";
import { ApprovalLookupService } from "./approval-lookup.service.js";
import { AssessmentService } from "./assessment.service.js";
import { DecisionService } from "./decision.service.js";
import { HumanReviewResolver } from "./human-review.resolver.js";
import { HumanReviewService } from "./human-review.service.js";
import { OfferService } from "./offer.service.js";
import { OfferQuoteService } from "./offer-quote.service.js";
import { ReasonService } from "./reason.service.js";
import { RuleSetService } from "./rule-set.service.js";
import { underwritingJobs } from "./underwriting.jobs.js";
import { underwritingReactions } from "./underwriting.reactions.js";
import { DecisionPreviewResolver, DecisionResolver } from "./underwriting.resolver.js";
import { ApplicationUnderwritingResolver, AssessmentResolver, OfferResolver } from "./underwriting-field.resolver.js";

export interface LeftOfUnderwriting {
  readonly settings: SettingsService;
  readonly credit: CreditService;
  readonly catalog: CatalogService;
  readonly applications: ApplicationService;
  readonly review: ApplicationReviewService;
  readonly sequences: Pick<ApplicationSequenceService, "taken">;
  readonly closing: Pick<ApplicationClosingService, "giveWay">;
}

export interface UnderwritingModule extends ModuleParts {
  readonly ruleSets: RuleSetService;
  readonly assessments: AssessmentService;
  readonly decisions: DecisionService;
  readonly offers: OfferService;
  readonly humanReviews: HumanReviewService;
}

export function createUnderwritingModule(kernel: Kernel, left: LeftOfUnderwriting): UnderwritingModule {
  const { settings, credit, catalog, applications, review, sequences, closing } = left;
  const ruleSets = new RuleSetService(kernel);
  const offers = new OfferService(kernel, settings, applications, sequences, closing);
  const decisions = new DecisionService(kernel, catalog, applications, offers);
  const assessments = new AssessmentService(kernel, credit, applications, ruleSets, decisions);
  const lookup = new ApprovalLookupService(kernel);
  const reasons = new ReasonService();
  const humanReviews = new HumanReviewService(kernel, applications);
  return {
    ruleSets,
    assessments,
    decisions,
    offers,
    humanReviews,
    resolvers: [
      new DecisionResolver(decisions, offers, applications, review, lookup),
      new DecisionPreviewResolver(),
      new ApplicationUnderwritingResolver(lookup, reasons, humanReviews),
      new HumanReviewResolver(humanReviews, applications),
      new AssessmentResolver(reasons),
      new OfferResolver(new OfferQuoteService()),
    ],
    reactions: underwritingReactions(kernel, assessments, offers, applications),
    approvals: [decisions.approvalHandler()],
    ...underwritingJobs(assessments, offers),
  };
}
