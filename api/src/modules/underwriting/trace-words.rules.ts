/** A stored trace as reviewers read it. */
import { againstForReviewer, explainForReviewer, type Locale, type TraceEntry, valueText } from "@daichao/scoring";
import { underwritingFields } from "./underwriting-fact.rules.js";

export interface TraceLine {
  readonly stage: string;
  readonly rule: string;
  readonly field: string | null;
  readonly actual: string | null;
  readonly operator: string | null;
  readonly limit: string | null;
  readonly result: TraceEntry["result"];
  readonly points: number | null;
  readonly sentence: string;
}

const fieldOf = (id: string | null) => Object.entries(underwritingFields).find(([name]) => name === id)?.[1];

/** One line a step, with values in the reader's language. For the institution's own people only. */
export function traceLines(trace: readonly TraceEntry[], locale: Locale): TraceLine[] {
  const sentences = explainForReviewer(trace, locale, underwritingFields);
  return trace.map((step, index) => {
    const { stage, rule, field, operator, result, points } = step;
    const text = (literal: TraceEntry["actual"]) => valueText(literal, fieldOf(field), locale);
    return {
      stage,
      rule,
      field,
      operator,
      result,
      points,
      actual: step.actual === null ? null : text(step.actual),
      limit: againstForReviewer(step, locale, underwritingFields),
      sentence: sentences[index] ?? "",
    };
  });
}
