import type { Decision } from "../model/decision.ts";
import type { Outcome } from "../model/model.ts";
import type { Locale, LocalText } from "../values/field.ts";
import { applicantReasons, type ReasonCode } from "./reasons.ts";

/** What an applicant reads: the result, its causes in plain words, and what may be asked for. */
export interface ApplicantExplanation {
  readonly headline: string;
  readonly reasons: readonly string[];
  readonly rights: string | null;
}

const headlines: Readonly<Record<Outcome, LocalText>> = {
  PASS: { zh: "初步评估已通过", en: "The automatic assessment is positive" },
  REFER: { zh: "申请将由审核人员进一步评估", en: "A person will look at your application" },
  REJECT: { zh: "本次申请未能通过初步评估", en: "The automatic assessment is negative" },
};

/** What is said where a decision names no cause of its own. */
const unsaid: Readonly<Record<Outcome, readonly ReasonCode[]>> = {
  PASS: [],
  REFER: ["NEEDS_REVIEW"],
  REJECT: ["OVERALL_ASSESSMENT"],
};

const rights: LocalText = {
  zh: "以上为系统自动评估的结果，您可以要求说明，也可以申请人工复核。",
  en: "This was assessed automatically. You may ask for an explanation and for a person to review it.",
};

/**
 * Plain words for the applicant, from the decision's safe reason codes alone: no thresholds, no rule names, and nothing
 * that hints at a fraud check. Anything but a PASS carries at least one reason and the right to a human review.
 */
export function explainForApplicant(
  decision: Pick<Decision, "outcome" | "reasons">,
  locale: Locale,
): ApplicantExplanation {
  return {
    headline: headlines[decision.outcome][locale],
    reasons: (decision.reasons.length === 0 ? unsaid[decision.outcome] : decision.reasons).map(
      (code) => applicantReasons[code][locale],
    ),
    rights: decision.outcome === "PASS" ? null : rights[locale],
  };
}
