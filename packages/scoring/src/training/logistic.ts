import { ScoringError } from "../scoring-error.ts";
/** A fitted logistic regression: intercept, one weight per column, and the loss after every accepted step. */
export interface Fit {
  readonly intercept: number;
  readonly weights: readonly number[];
  readonly losses: readonly number[];
}

/** Runs work that pauses to its end without a pause. */
export function finished<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const stepLimit = 50;
const halvingLimit = 40;

/**
 * Maximum likelihood by iteratively reweighted least squares, with a small ridge on the weights (not the intercept).
 * A step that does not lower the loss is halved until it does: without that, an imbalanced set can run away. So the loss
 * falls strictly from step to step; the function throws if it ever would not. `outcomes` are 0 or 1. Refuses columns of
 * another length and values that are not finite.
 */
export const fitLogistic = (columns: readonly Float64Array[], outcomes: Uint8Array, ridge = 1): Fit =>
  finished(fittingLogistic(columns, outcomes, ridge));

/** `fitLogistic` with a pause after every step, for whoever has something else to do in between. */
export function* fittingLogistic(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
  ridge = 1,
): Generator<undefined, Fit> {
  const size = columns.length + 1;
  let beta = new Float64Array(size);
  const share = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
  if (!(share > 0 && share < 1)) throw new ScoringError("TRAINING_INVALID", "both outcomes must occur");
  beta[0] = Math.log(share / (1 - share));
  if (columns.some((column) => column.length !== outcomes.length || !column.every(Number.isFinite)))
    throw new ScoringError("TRAINING_INVALID", "every column needs one finite value per outcome");
  let loss = lossOf(columns, outcomes, beta, ridge);
  const losses = [loss];
  for (let step = 0; step < stepLimit; step += 1) {
    const { gradient, hessian } = slopes(columns, outcomes, beta, ridge);
    const direction = solve(hessian, gradient, size);
    const next = shorten(columns, outcomes, beta, direction, ridge, loss);
    if (next === null) break;
    const gain = loss - next.loss;
    if (!(gain > 0)) throw new ScoringError("TRAINING_INVALID", "the loss did not fall");
    ({ beta, loss } = next);
    losses.push(loss);
    if (gain < 1e-10 * loss) break;
    yield;
  }
  return { intercept: beta[0] ?? 0, weights: [...beta.subarray(1)], losses };
}

function linear(columns: readonly Float64Array[], beta: Float64Array, row: number): number {
  let sum = beta[0] ?? 0;
  for (let column = 0; column < columns.length; column += 1)
    sum += (beta[column + 1] ?? 0) * (columns[column]?.[row] ?? 0);
  return sum;
}

/** Negative log-likelihood plus the ridge; the exponent is always of a negative number, so nothing overflows. */
function lossOf(columns: readonly Float64Array[], outcomes: Uint8Array, beta: Float64Array, ridge: number): number {
  let loss = 0;
  for (let row = 0; row < outcomes.length; row += 1) {
    const value = linear(columns, beta, row);
    const margin = outcomes[row] === 1 ? value : -value;
    loss += Math.log1p(Math.exp(-Math.abs(margin))) + (margin < 0 ? -margin : 0);
  }
  return loss + (ridge / 2) * beta.subarray(1).reduce((sum, weight) => sum + weight * weight, 0);
}

function slopes(columns: readonly Float64Array[], outcomes: Uint8Array, beta: Float64Array, ridge: number) {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const x = new Float64Array(size);
  x[0] = 1;
  for (let row = 0; row < outcomes.length; row += 1) {
    for (let column = 1; column < size; column += 1) x[column] = columns[column - 1]?.[row] ?? 0;
    const p = 1 / (1 + Math.exp(-linear(columns, beta, row)));
    const residual = (outcomes[row] ?? 0) - p;
    const weight = p * (1 - p);
    for (let i = 0; i < size; i += 1) {
      const xi = x[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + residual * xi;
      const scaled = weight * xi;
      for (let j = 0; j <= i; j += 1) hessian[i * size + j] = (hessian[i * size + j] ?? 0) + scaled * (x[j] ?? 0);
    }
  }
  for (let i = 1; i < size; i += 1) {
    gradient[i] = (gradient[i] ?? 0) - ridge * (beta[i] ?? 0);
    hessian[i * size + i] = (hessian[i * size + i] ?? 0) + ridge;
  }
  return { gradient, hessian };
}

function shorten(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
  beta: Float64Array,
  direction: Float64Array,
  ridge: number,
  loss: number,
) {
  for (let halving = 0, length = 1; halving < halvingLimit; halving += 1, length /= 2) {
    const candidate = beta.map((value, index) => value + length * (direction[index] ?? 0));
    const reached = lossOf(columns, outcomes, candidate, ridge);
    if (reached < loss) return { beta: candidate, loss: reached };
  }
  return null;
}

/** Solves H·x = g by Cholesky; H is the lower triangle of a symmetric positive matrix and is overwritten. */
function solve(hessian: Float64Array, gradient: Float64Array, size: number): Float64Array {
  const at = (i: number, j: number): number => hessian[i * size + j] ?? 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      hessian[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const x = Float64Array.from(gradient);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / at(i, i);
  }
  return x;
}
