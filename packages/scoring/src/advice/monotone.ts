import { decide } from "../engine/decide.ts";
import { compareOutcomes } from "../engine/verdict.ts";
import type { DecisionModel } from "../model/model.ts";
import { compareValues, type Facts, type FactValue } from "../values/value.ts";

/** A place where a better fact made the decision worse. */
export interface MonotonicityBreak {
  readonly field: string;
  readonly from: FactValue;
  readonly to: FactValue;
  readonly what: "SCORE" | "OUTCOME" | "LIMIT";
}

/**
 * Walks one field through the given values, all else equal, and reports every step in the `better` direction at which
 * the score, the outcome or the maximum amount gets worse. Empty is the promise "more income never hurts" for these facts.
 */
export function monotonicityBreaks(
  model: DecisionModel,
  facts: Facts,
  field: string,
  values: readonly FactValue[],
  better: "UP" | "DOWN",
): readonly MonotonicityBreak[] {
  const sorted = [...values].sort((a, b) => (better === "UP" ? compareValues(a, b) : compareValues(b, a)));
  const decisions = sorted.map((value) => ({ value, decision: decide(model, { ...facts, [field]: value }) }));
  return decisions.slice(1).flatMap(({ value: to, decision: after }, index): MonotonicityBreak[] => {
    const earlier = decisions[index];
    if (earlier === undefined) return [];
    const { value: from, decision: before } = earlier;
    const breaks: MonotonicityBreak["what"][] = [];
    if ((after.score?.points ?? 0) < (before.score?.points ?? 0)) breaks.push("SCORE");
    if (compareOutcomes(after.outcome, before.outcome) > 0) breaks.push("OUTCOME");
    const [limitBefore, limitAfter] = [before.suggestedTerms?.maxAmount, after.suggestedTerms?.maxAmount];
    // Terms that are gone with the outcome are told by the outcome.
    const isLess = limitAfter === undefined ? after.outcome === before.outcome : limitAfter < (limitBefore ?? 0n);
    if (limitBefore !== undefined && isLess) breaks.push("LIMIT");
    return breaks.map((what) => ({ field, from, to, what }));
  });
}
