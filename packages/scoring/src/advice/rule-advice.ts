import { decide } from "../engine/decide.ts";
import { compareOutcomes } from "../engine/verdict.ts";
import type { Decision } from "../model/decision.ts";
import type { DecisionModel, Outcome } from "../model/model.ts";
import { type Facts, type Literal, writeLiteral } from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";
import { type ChangeableField, rungsOf } from "./changeable.ts";
import { silentSteps } from "./counterfactual.ts";

/** A single change that lifts one rule's refusal, and what the whole model makes of it. */
export interface RuleAdvice {
  readonly rule: string;
  readonly reason: ReasonCode;
  readonly field: string;
  readonly from: Literal | null;
  readonly to: Literal;
  /** The outcome with this change and nothing else: still REJECT where other rules refuse as well. */
  readonly after: Outcome;
  /** How far along the field's own believable way, above 0 up to 1. */
  readonly distance: number;
}

const refusing = (decision: Decision): ReadonlySet<string> =>
  new Set(
    decision.trace.filter(({ stage, verdict }) => stage === "RULE" && verdict === "REJECT").map(({ rule }) => rule),
  );

/**
 * For every hard rule that refuses and whose reason may be told: per changeable field the nearest value with which that
 * rule no longer refuses, no other rule begins to, the outcome is not worse, and nothing that may not be told changes
 * its answer. Every candidate is decided anew, so each promise holds exactly. Nearest first; empty when nothing helps.
 */
export function ruleAdvice(
  model: DecisionModel,
  facts: Facts,
  changeable: readonly ChangeableField[],
): readonly RuleAdvice[] {
  const before = decide(model, facts);
  const refused = refusing(before);
  const silent = silentSteps(model, before);
  const told = model.rules.filter(({ id, reason }) => refused.has(id) && reason !== null);
  const found: RuleAdvice[] = [];
  for (const change of changeable) {
    const open = new Map(told.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason] as const])));
    for (const { value, distance } of rungsOf(change, facts[change.field])) {
      if (open.size === 0) break;
      const after = decide(model, { ...facts, [change.field]: value });
      const left = refusing(after);
      const isHarmless =
        [...left].every((rule) => refused.has(rule)) &&
        compareOutcomes(after.outcome, before.outcome) <= 0 &&
        silentSteps(model, after) === silent;
      const to = writeLiteral(change.kind, value);
      if (!isHarmless || to === null) continue;
      for (const [rule, reason] of open) {
        if (left.has(rule)) continue;
        open.delete(rule);
        const from = writeLiteral(change.kind, facts[change.field]);
        found.push({ rule, reason, field: change.field, from, to, after: after.outcome, distance });
      }
    }
  }
  return found.sort((a, b) => a.distance - b.distance);
}
