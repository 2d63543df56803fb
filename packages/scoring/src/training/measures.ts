import { ScoringError } from "../scoring-error.ts";
/** Predictions are probabilities of going bad, outcomes are 1 for bad and 0 for good, in the same order. */
export interface Sample {
  readonly predictions: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
}

interface Step {
  readonly good: number;
  readonly bad: number;
}

/** Goods and bads per distinct prediction, from the safest to the riskiest. */
function steps({ predictions, outcomes }: Sample): readonly Step[] {
  if (predictions.length !== outcomes.length) throw new ScoringError("INPUT_INVALID", "one outcome per prediction");
  const order = Uint32Array.from({ length: predictions.length }, (_, index) => index);
  order.sort((a, b) => (predictions[a] ?? 0) - (predictions[b] ?? 0));
  const result: { good: number; bad: number }[] = [];
  let last = Number.NaN;
  for (const index of order) {
    const prediction = predictions[index] ?? 0;
    if (prediction !== last) result.push({ good: 0, bad: 0 });
    last = prediction;
    const step = result.at(-1);
    if (step !== undefined) step[outcomes[index] === 1 ? "bad" : "good"] += 1;
  }
  return result;
}

const totals = (list: readonly Step[]): Step =>
  list.reduce((sum, { good, bad }) => ({ good: sum.good + good, bad: sum.bad + bad }), { good: 0, bad: 0 });

/** The chance that a bad case is predicted riskier than a good one, ties counted half; NaN when one of the two is absent. */
export function auc(sample: Sample): number {
  const list = steps(sample);
  const all = totals(list);
  let goodBelow = 0;
  let won = 0;
  for (const { good, bad } of list) {
    won += bad * (goodBelow + good / 2);
    goodBelow += good;
  }
  return won / (all.good * all.bad);
}

/** Kolmogorov-Smirnov: the widest gap between the shares of goods and of bads below a cut-off; 0 to 1. */
export function ks(sample: Sample): number {
  const list = steps(sample);
  const all = totals(list);
  let [good, bad, widest] = [0, 0, 0];
  for (const step of list) {
    good += step.good;
    bad += step.bad;
    widest = Math.max(widest, Math.abs(good / all.good - bad / all.bad));
  }
  return widest;
}

/** Mean squared distance of the predicted probability from what happened; lower is better. */
export function brier({ predictions, outcomes }: Sample): number {
  let sum = 0;
  for (let index = 0; index < predictions.length; index += 1)
    sum += ((predictions[index] ?? 0) - (outcomes[index] ?? 0)) ** 2;
  return sum / predictions.length;
}

/** One group of a calibration table; it holds when the observed share lies within the binomial band around the promise. */
export interface CalibrationRow {
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
}

/**
 * Groups of equal size from safest to riskiest, with the share of bads promised and seen. The band is the promise plus
 * or minus `z` standard errors of a share of that many cases, so small groups are judged more leniently than large ones.
 */
export function calibration({ predictions, outcomes }: Sample, groups = 10, z = 2.576): readonly CalibrationRow[] {
  const order = Array.from({ length: predictions.length }, (_, index) => index);
  order.sort((a, b) => (predictions[a] ?? 0) - (predictions[b] ?? 0));
  return Array.from({ length: groups }, (_, group): CalibrationRow => {
    const members = order.slice(
      Math.floor((group * order.length) / groups),
      Math.floor(((group + 1) * order.length) / groups),
    );
    const count = members.length;
    const predicted = members.reduce((sum, index) => sum + (predictions[index] ?? 0), 0) / count;
    const observed = members.reduce((sum, index) => sum + (outcomes[index] ?? 0), 0) / count;
    const width = z * Math.sqrt((predicted * (1 - predicted)) / count);
    const [low, high] = [Math.max(0, predicted - width), Math.min(1, predicted + width)];
    return { count, predicted, observed, low, high, holds: observed >= low && observed <= high };
  }).filter(({ count }) => count > 0);
}

export interface Stability {
  readonly psi: number;
  readonly limit: number;
  readonly isAlarm: boolean;
}

/** Below this many cases a shift is not called one. */
const enoughCases = 300;

/**
 * Population stability index Σ (a − e)·ln(a ÷ e) over the shares of the same bins then and now. The alarm needs 300
 * cases and a value above max(0.10, 3·(B − 1)·(1/n + 1/m)), three times what chance alone produces. Half a case is added
 * to every bin so that an empty one counts as rare rather than as impossible.
 */
export function psi(expected: readonly number[], actual: readonly number[]): Stability {
  if (expected.length !== actual.length || expected.length === 0)
    throw new ScoringError("INPUT_INVALID", "both sides need the same bins");
  const bins = expected.length;
  const [m, n] = [expected, actual].map((counts) => counts.reduce((sum, value) => sum + value, 0));
  if (m === undefined || n === undefined) throw new ScoringError("INPUT_INVALID", "both sides need the same bins");
  const index = expected.reduce((sum, before, bin) => {
    const e = (before + 0.5) / (m + 0.5 * bins);
    const a = ((actual[bin] ?? 0) + 0.5) / (n + 0.5 * bins);
    return sum + (a - e) * Math.log(a / e);
  }, 0);
  const limit = Math.max(0.1, 3 * (bins - 1) * (1 / n + 1 / m));
  return { psi: index, limit, isAlarm: n >= enoughCases && index > limit };
}
