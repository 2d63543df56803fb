import { defineEvent } from "../../kernel/events/index.js";
import type { RuleOutcome } from "../applications/index.js";
import type { DecisionActor, DecisionVerdict, OfferKind } from "./underwriting.states.js";

/** The subject is the application; offers and assessments are named among the facts. */
export const underwritingEvents = {
  assessed: defineEvent<{
    applicationId: string;
    assessmentId: string;
    outcome: RuleOutcome;
    ruleSetVersion: number;
    ruleSetHash: string;
    at: string;
  }>("assessment.made"),
  decided: defineEvent<{
    applicationId: string;
    decisionId: string;
    verdict: DecisionVerdict;
    actor: DecisionActor;
    reasons: readonly string[];
    at: string;
  }>("decision.made"),
};

interface OfferFacts extends Record<string, unknown> {
  readonly applicationId: string;
  readonly offerId: string;
  readonly at: string;
}

export const offerEvents = {
  /** `amount` in fen as text. */
  made: defineEvent<{ applicationId: string; offerId: string; kind: OfferKind; amount: string; expiresAt: string }>(
    "offer.made",
  ),
  accepted: defineEvent<OfferFacts>("offer.accepted"),
  declined: defineEvent<OfferFacts>("offer.declined"),
  expired: defineEvent<OfferFacts>("offer.expired"),
};
