import { ScoringError } from "../scoring-error.ts";
import { finished, fittingLogistic } from "../training/logistic.ts";
import { calibrated, fitIsotonic, type IsotonicCurve } from "./isotonic.ts";

/** One thing odds may depend on. A demanded direction is kept or the training fails: more income never hurts. */
export interface OddsFeature {
  readonly name: string;
  readonly direction: "UP" | "DOWN" | "FREE";
}

/** A decided case: values in the order of the features (what is not finite is unknown, and counts as average), groups from wide to narrow. */
export interface OddsCase {
  readonly values: readonly number[];
  readonly groups: readonly string[];
  readonly isApproved: boolean;
}

export interface FittedFeature extends OddsFeature {
  readonly mean: number;
  readonly deviation: number;
  /** Of the standardised value, on the log odds; 0 where the feature was left out. */
  readonly weight: number;
}

/** Everything needed to say the odds again, as plain JSON. */
export interface OddsModel {
  readonly intercept: number;
  readonly features: readonly FittedFeature[];
  /** What a group adds to the log odds, level by level; an unknown group adds nothing. */
  readonly levels: readonly Readonly<Record<string, number>>[];
  /** Null below 500 decisions: too few to bend a curve by. */
  readonly curve: IsotonicCurve | null;
}

/** Names of features whose past says clearly the opposite of what is demanded: such a model must not be used. */
export interface WrongSigns {
  readonly wrongSigns: readonly string[];
}

/** Cases a group needs before half of its own difference is believed. */
const shrinkage = 12;
const fewestForCurve = 500;
/** Beyond this many standard errors a wrong sign is no accident. */
const clearly = 2.576;

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

interface Column extends OddsFeature {
  readonly mean: number;
  readonly deviation: number;
  readonly values: Float64Array;
}

function columnOf(feature: OddsFeature, index: number, cases: readonly OddsCase[]): Column {
  const known = cases.map(({ values }) => values[index] ?? Number.NaN).filter(Number.isFinite);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
  const deviation = Math.sqrt(variance);
  const column = { ...feature, mean, deviation };
  const values = Float64Array.from(cases, (each) => standard(column, each.values[index] ?? Number.NaN));
  return { ...column, values };
}

const standard = ({ mean, deviation }: Pick<Column, "mean" | "deviation">, value: number): number =>
  !Number.isFinite(value) || deviation === 0 ? 0 : (value - mean) / deviation;

const isAgainst = (direction: OddsFeature["direction"], weight: number): boolean =>
  direction === "UP" ? weight < 0 : direction === "DOWN" ? weight > 0 : false;

/** Whether the column alone, without the others, points clearly against its demanded direction. */
function* isClearlyAgainst({ direction, values }: Column, outcomes: Uint8Array): Generator<undefined, boolean> {
  const [weight = 0] = (yield* fittingLogistic([values], outcomes)).weights;
  const share = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
  const error = 1 / Math.sqrt(outcomes.length * share * (1 - share));
  return isAgainst(direction, weight) && Math.abs(weight) > clearly * error;
}

/**
 * Odds of approval: a logistic regression, then what product, institution and category add, each drawn towards the
 * wider one the fewer cases it has, then an isotonic curve from cases the regression has not seen. A weight that only
 * turned against its direction beside its neighbours is left out; one that does so on its own fails the training.
 * Deterministic. Both outcomes must occur among the training cases; refuses features of one name or without direction.
 */
export const trainOdds = (
  features: readonly OddsFeature[],
  training: readonly OddsCase[],
  calibration: readonly OddsCase[],
): OddsModel | WrongSigns => finished(oddsTraining(features, training, calibration));

/** `trainOdds` in short pieces of work with a pause after each, so that a busy process can do something else. */
export function* oddsTraining(
  features: readonly OddsFeature[],
  training: readonly OddsCase[],
  calibration: readonly OddsCase[],
): Generator<undefined, OddsModel | WrongSigns> {
  checkFeatures(features);
  const outcomes = Uint8Array.from(training, ({ isApproved }) => (isApproved ? 1 : 0));
  const columns: Column[] = [];
  const wrongSigns: string[] = [];
  for (const [index, feature] of features.entries()) {
    const column = columnOf(feature, index, training);
    columns.push(column);
    if (yield* isClearlyAgainst(column, outcomes)) wrongSigns.push(feature.name);
    yield;
  }
  if (wrongSigns.length > 0) return { wrongSigns };
  let kept = columns.filter(({ deviation }) => deviation > 0);
  let fit = yield* fittingLogistic(valuesOf(kept), outcomes);
  for (;;) {
    const { weights } = fit;
    const left = kept.filter(({ direction }, index) => !isAgainst(direction, weights[index] ?? 0));
    if (left.length === kept.length) break;
    kept = left;
    fit = yield* fittingLogistic(valuesOf(kept), outcomes);
  }
  const weightOf = new Map(kept.map(({ name }, index) => [name, fit.weights[index] ?? 0]));
  const fitted = columns.map(({ values: _, ...column }) => ({ ...column, weight: weightOf.get(column.name) ?? 0 }));
  const bare: OddsModel = { intercept: fit.intercept, features: fitted, levels: [], curve: null };
  yield;
  const grouped: OddsModel = { ...bare, levels: levelsOf(bare, training) };
  yield;
  const isEnough = training.length + calibration.length >= fewestForCurve && calibration.length > 0;
  return isEnough ? { ...grouped, curve: curveOf(grouped, calibration) } : grouped;
}

const directions: ReadonlySet<string> = new Set(["UP", "DOWN", "FREE"]);

function checkFeatures(features: readonly OddsFeature[]): void {
  if (new Set(features.map(({ name }) => name)).size !== features.length)
    throw new ScoringError("TRAINING_INVALID", "two features have one name");
  const odd = features.find(({ direction }) => !directions.has(direction));
  if (odd) throw new ScoringError("TRAINING_INVALID", `feature ${odd.name}: no direction is ${odd.direction}`);
}

const valuesOf = (columns: readonly Column[]): Float64Array[] => columns.map(({ values }) => values);

function curveOf(model: OddsModel, cases: readonly OddsCase[]): IsotonicCurve {
  return fitIsotonic(
    cases.map((each) => rawOdds(model, each)),
    cases.map(({ isApproved }) => (isApproved ? 1 : 0)),
  );
}

/** One Newton step per level from wide to narrow, held back as if every group had so many average cases more. */
function levelsOf(bare: OddsModel, cases: readonly OddsCase[]): Record<string, number>[] {
  const logits = Float64Array.from(cases, (each) => logitOf(bare, each));
  const depth = cases[0]?.groups.length ?? 0;
  return Array.from({ length: depth }, (_, level) => {
    const sums = new Map<string, { gap: number; weight: number }>();
    for (const [index, { groups, isApproved }] of cases.entries()) {
      const group = groups[level] ?? "";
      const chance = sigmoid(logits[index] ?? 0);
      const sum = sums.get(group) ?? { gap: 0, weight: 0 };
      sum.gap += (isApproved ? 1 : 0) - chance;
      sum.weight += chance * (1 - chance);
      sums.set(group, sum);
    }
    const prior = shrinkage * 0.25;
    const effects = Object.fromEntries([...sums].map(([group, { gap, weight }]) => [group, gap / (weight + prior)]));
    for (const [index, { groups }] of cases.entries())
      logits[index] = (logits[index] ?? 0) + (effects[groups[level] ?? ""] ?? 0);
    return effects;
  });
}

type Asked = Pick<OddsCase, "values" | "groups">;

// Plain loops: an order asks this once per product, thousands of times for one page.
function logitOf({ intercept, features, levels }: OddsModel, { values, groups }: Asked): number {
  let sum = intercept;
  for (let index = 0; index < features.length; index += 1) {
    const feature = features[index];
    const value = values[index];
    if (feature === undefined || value === undefined || !Number.isFinite(value) || feature.deviation === 0) continue;
    sum += (feature.weight * (value - feature.mean)) / feature.deviation;
  }
  for (let level = 0; level < levels.length; level += 1) sum += effectOf(levels[level], groups[level]);
  return sum;
}

/** A name every object has is no group. */
const effectOf = (effects: Readonly<Record<string, number>> | undefined, group = ""): number =>
  effects !== undefined && Object.hasOwn(effects, group) ? (effects[group] ?? 0) : 0;

const rawOdds = (model: OddsModel, asked: Asked): number => sigmoid(logitOf(model, asked));

/** The chance of approval between 0 and 1. Unknown values count as average, so nobody at all gets the product's own odds. */
export function oddsOf(model: OddsModel, asked: Asked): number {
  const raw = rawOdds(model, asked);
  return model.curve === null ? raw : calibrated(model.curve, raw);
}

/** What one feature or group adds to the log odds; nothing where the value is not known. */
export interface OddsFactor {
  readonly name: string;
  readonly effect: number;
}

export interface OddsExplanation {
  /** Chance of an average case before any factor. */
  readonly base: number;
  readonly factors: readonly OddsFactor[];
  readonly raw: number;
  /** After the curve. */
  readonly chance: number;
}

/** The same odds with what they are made of: the base's log odds and all effects add up to the raw chance's log odds. */
export function explainOdds(model: OddsModel, asked: Asked, levelNames: readonly string[]): OddsExplanation {
  const features = model.features.map((feature, index) => ({
    name: feature.name,
    effect: feature.weight * standard(feature, asked.values[index] ?? Number.NaN),
  }));
  const groups = model.levels.map((effects, level) => ({
    name: levelNames[level] ?? String(level),
    effect: effectOf(effects, asked.groups[level]),
  }));
  return {
    base: sigmoid(model.intercept),
    factors: [...features, ...groups],
    raw: rawOdds(model, asked),
    chance: oddsOf(model, asked),
  };
}
