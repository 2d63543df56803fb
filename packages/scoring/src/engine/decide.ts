import type { Decision, ScoreResult, SuggestedTerms, TraceEntry } from "../model/decision.ts";
import type { DecisionModel, Outcome } from "../model/model.ts";
import { type Facts, writeLiteral } from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";
import { applyCard } from "./card.ts";
import { compute } from "./expressions.ts";
import { knownOf } from "./known.ts";
import { applyRule } from "./rules.ts";
import { applyTable } from "./tables.ts";
import { applyTerms } from "./terms.ts";
import { type Argument, entry, worst } from "./verdict.ts";

/**
 * Runs a model over what is known of one application. Pure: the same model and facts give the same decision to the last
 * bit, in any key order, at any time. Every stage runs to the end even after a REJECT, so the trace is complete. A
 * missing fact can refer or reject but never pass a rule. A rejected application gets no suggested terms.
 */
export function decide(model: DecisionModel, facts: Facts): Decision {
  const known = knownOf(facts);
  const trace: TraceEntry[] = [];
  const said: Argument[] = [];

  for (const { field, kind, formula } of model.derived) {
    const value = compute(formula, kind, known);
    // What a model derives is never taken from the caller, not even when the formula stays unknown.
    if (value === undefined) known.delete(field);
    else known.set(field, value);
    trace.push(
      entry({
        stage: "DERIVED",
        rule: field,
        field,
        operator: "formula",
        actual: writeLiteral(kind, value),
        result: value === undefined ? "UNKNOWN" : "TRUE",
      }),
    );
  }
  for (const rule of model.rules) {
    const applied = applyRule(rule, known);
    trace.push(applied.trace);
    if (applied.argument !== null) said.push(applied.argument);
  }
  let score: ScoreResult | null = null;
  if (model.card !== null) {
    const applied = applyCard(model.card, known);
    trace.push(...applied.trace);
    score = applied.score;
    known.set(model.card.writes, score.points);
  }
  for (const table of model.tables) {
    for (const { field } of table.outputs) known.delete(field);
    const applied = applyTable(table, known);
    trace.push(...applied.trace);
    said.push(...applied.arguments);
    for (const [field, value] of applied.outputs) known.set(field, value);
  }
  let suggestedTerms: SuggestedTerms | null = null;
  if (model.terms !== null) {
    const applied = applyTerms(model.terms, known);
    trace.push(...applied.trace);
    if (applied.argument !== null) said.push(applied.argument);
    suggestedTerms = applied.terms;
  }

  const outcome = said.reduce<Outcome>((sofar, { verdict }) => worst(sofar, verdict), score?.bandOutcome ?? "PASS");
  return {
    outcome,
    score,
    suggestedTerms: outcome === "REJECT" ? null : suggestedTerms,
    reasons: reasonsFor(outcome, said, score),
    trace,
  };
}

// Only causes of this very outcome are told: a rejection for fraud must not be dressed up as a high debt share.
function reasonsFor(outcome: Outcome, said: readonly Argument[], score: ScoreResult | null): readonly ReasonCode[] {
  if (outcome === "PASS") return [];
  const codes = new Set<ReasonCode>();
  for (const { verdict, reason } of said) if (verdict === outcome && reason !== null) codes.add(reason);
  if (score?.bandOutcome === outcome) for (const { reason } of score.reasons) codes.add(reason);
  if (codes.size === 0) codes.add(outcome === "REJECT" ? "OVERALL_ASSESSMENT" : "NEEDS_REVIEW");
  return [...codes];
}
