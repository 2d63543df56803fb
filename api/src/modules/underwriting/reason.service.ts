import type { ApplicationRow } from "../applications/index.js";
import { adviceWords } from "./advice.rules.js";
import type { AssessmentRow } from "./assessment.tables.js";
import { reasonWords } from "./decision.rules.js";
import type { DecisionRow } from "./decision.tables.js";
import { type TraceLine, traceLines } from "./trace-words.rules.js";

export interface ToldReason {
  readonly code: string;
  readonly text: string;
}

export interface ToldAdvice extends ToldReason {
  readonly isEnough: boolean;
  readonly amount: bigint | null;
  readonly termCount: number | null;
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

  /** What would have lifted a refusal by the model; empty unless it stands refused. */
  adviceOf(
    application: Pick<ApplicationRow, "state">,
    decisions: readonly DecisionRow[],
    locale: string,
  ): ToldAdvice[] {
    const last = decisions.at(-1);
    if (application.state !== "REJECTED" || last?.verdict !== "REJECT") return [];
    return last.advice.flatMap((piece) => {
      const words = adviceWords(piece);
      if (!words) return [];
      const { reason: code, field, to, after } = piece;
      return [
        {
          code,
          text: locale.startsWith("en") ? words.en : words.zh,
          isEnough: after !== "REJECT",
          amount: field === "requestedAmount" && to.kind === "money" ? BigInt(to.value) : null,
          termCount: field === "requestedTermMonths" && to.kind === "number" ? to.value : null,
        },
      ];
    });
  }

  /** Names thresholds and facts: for the institution's own people only. */
  traceOf(assessment: AssessmentRow, locale: string): TraceLine[] {
    return traceLines(assessment.trace, locale.startsWith("en") ? "en" : "zh");
  }
}
