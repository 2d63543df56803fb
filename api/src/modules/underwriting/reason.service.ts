import type { ApplicationRow } from "../applications/index.js";
import type { AssessmentRow } from "./assessment.tables.js";
import { reasonWords } from "./decision.rules.js";
import type { DecisionRow } from "./decision.tables.js";
import { type TraceLine, traceLines } from "./trace-words.rules.js";

export interface ToldReason {
  readonly code: string;
  readonly text: string;
}

/** Puts verdicts into words: plain and safe for the borrower, whole for the institution. */
export class ReasonService {
  /** Why an application was refused; empty unless it was. */
  ofRefusal(
    application: Pick<ApplicationRow, "state">,
    decisions: readonly DecisionRow[],
    locale: string,
  ): ToldReason[] {
    const refusal = decisions.findLast(({ verdict }) => verdict === "REJECT");
    return application.state === "REJECTED" && refusal ? this.toldOf(refusal.reasons, locale) : [];
  }

  toldOf(codes: readonly string[], locale: string): ToldReason[] {
    return codes.map((code) => {
      const { zh, en } = reasonWords(code);
      return { code, text: locale.startsWith("en") ? en : zh };
    });
  }

  /** Names thresholds and facts: for the institution's own people only. */
  traceOf(assessment: AssessmentRow, locale: string): TraceLine[] {
    return traceLines(assessment.trace, locale.startsWith("en") ? "en" : "zh");
  }
}
