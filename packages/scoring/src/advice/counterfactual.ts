import { decide } from "../engine/decide.ts";
import { compareOutcomes } from "../engine/verdict.ts";
import type { Decision, TraceEntry } from "../model/decision.ts";
import type { DecisionModel, Outcome, RowEffect } from "../model/model.ts";
import { type Facts, type Literal, writeLiteral } from "../values/value.ts";
import { type ChangeableField, rungsOf } from "./changeable.ts";

/** A single change and what the model really makes of it; score figures are null where the model has no card. */
export interface Counterfactual {
  readonly field: string;
  readonly from: Literal | null;
  readonly to: Literal | null;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
  readonly scoreGain: number | null;
}

interface Found {
  readonly advice: Counterfactual;
  readonly distance: number;
}

/**
 * The smallest change of one field that gives a better outcome (or, with a `goal`, at least that), or null when none does. Small is measured along each
 * field's own way to its limit. Every candidate is decided anew with everything derived from it, so the promise holds
 * exactly; a change that would alter the answer of anything silent (a fraud rule or row, a characteristic, terms that give
 * no reason) is never advised.
 */
export function counterfactual(
  model: DecisionModel,
  facts: Facts,
  changeable: readonly ChangeableField[],
  goal: Outcome = "REJECT",
): Counterfactual | null {
  const before = decide(model, facts);
  if (before.outcome === "PASS") return null;
  const improves = (after: Decision): boolean =>
    compareOutcomes(after.outcome, before.outcome) < 0 && compareOutcomes(after.outcome, goal) <= 0;
  let best: Found | null = null;
  for (const change of changeable) {
    const found = nearest(model, facts, change, before, improves, best?.distance ?? 2);
    if (found !== null) best = found;
  }
  return best?.advice ?? null;
}

/**
 * For each changeable field the nearest value that raises the score without worsening the outcome, largest gain first.
 * `scoreGain` is the exact difference of two runs of the model. Empty for a model without a card.
 */
export function scoreAdvice(
  model: DecisionModel,
  facts: Facts,
  changeable: readonly ChangeableField[],
): readonly Counterfactual[] {
  const before = decide(model, facts);
  const improves = (after: Decision): boolean =>
    compareOutcomes(after.outcome, before.outcome) <= 0 && (after.score?.points ?? 0) > (before.score?.points ?? 0);
  const advice = changeable.flatMap((change) => nearest(model, facts, change, before, improves, 2)?.advice ?? []);
  return advice.sort((a, b) => (b.scoreGain ?? 0) - (a.scoreGain ?? 0));
}

function nearest(
  model: DecisionModel,
  facts: Facts,
  change: ChangeableField,
  before: Decision,
  isWanted: (after: Decision) => boolean,
  within: number,
): Found | null {
  const silent = silentSteps(model, before);
  for (const { value, distance } of rungsOf(change, facts[change.field])) {
    if (distance >= within) return null;
    const after = decide(model, { ...facts, [change.field]: value });
    if (!isWanted(after) || silentSteps(model, after) !== silent) continue;
    const [scoreBefore, scoreAfter] = [before.score?.points ?? null, after.score?.points ?? null];
    const advice: Counterfactual = {
      field: change.field,
      from: writeLiteral(change.kind, facts[change.field]),
      to: writeLiteral(change.kind, value),
      before: before.outcome,
      after: after.outcome,
      scoreBefore,
      scoreAfter,
      scoreGain: scoreBefore === null || scoreAfter === null ? null : scoreAfter - scoreBefore,
    };
    return { advice, distance };
  }
  return null;
}

/** The answers of everything that may not be told, as one text to compare. */
export function silentSteps(model: DecisionModel, { trace }: Decision): string {
  const silentRules = new Set(model.rules.filter(({ reason }) => reason === null).map(({ id }) => id));
  const silentRows = new Set(
    model.tables.flatMap(({ id, rows, otherwise }) => {
      const silent = rows.filter(({ effect }) => isSilent(effect));
      const isOtherwiseSilent = otherwise !== undefined && isSilent(otherwise);
      return silent.length === 0 && !isOtherwiseSilent ? [] : [id, ...silent.map((row) => `${id}/${row.id}`)];
    }),
  );
  const silentParts = new Set(
    (model.card?.characteristics ?? []).flatMap(({ id, reason }) => (reason === null ? [id] : [])),
  );
  const areTermsSilent = model.terms !== null && model.terms.reason === null;
  const isTold = ({ stage, rule }: TraceEntry): boolean => {
    if (stage === "RULE") return !silentRules.has(rule);
    if (stage === "TABLE") return !silentRows.has(rule);
    if (stage === "CARD") return !silentParts.has(rule);
    return stage !== "TERMS" || !areTermsSilent || rule !== "amount";
  };
  return trace
    .filter((step) => !isTold(step))
    .map(({ rule, result, verdict, points }) => `${rule}:${result}:${verdict}:${points}`)
    .join();
}

const isSilent = ({ verdict, reason }: RowEffect): boolean =>
  (verdict === "REFER" || verdict === "REJECT") && (reason ?? null) === null;
