import { brier, type Sample } from "../training/measures.ts";

/** One stretch of predictions: what was promised, what came, and the 95 % interval of the share that came (Wilson). */
export interface ReliabilityPoint {
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

/** How well promises were kept by one group of outcomes. */
export interface Reliability {
  readonly count: number;
  readonly brier: number;
  /** Mean distance between promise and outcome over the points, weighted by their cases. */
  readonly calibrationError: number;
  readonly points: readonly ReliabilityPoint[];
}

const z = 1.96;

/** The Wilson score interval of a share: stays inside 0 to 1 and is honest about small counts. */
export function wilson(hits: number, count: number): { readonly low: number; readonly high: number } {
  if (count === 0) return { low: 0, high: 1 };
  const share = hits / count;
  const spread = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  const middle = share + z ** 2 / (2 * count);
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** At most ten points, and none of fewer cases than this: a stretch of three cases proves nothing. */
const fewest = 25;

/** The reliability of predictions (chance of 1) against outcomes (0 or 1), in points of equal size from low to high. */
export function reliability({ predictions, outcomes }: Sample): Reliability {
  const count = predictions.length;
  if (count === 0) return { count, brier: 0, calibrationError: 0, points: [] };
  const order = Array.from({ length: count }, (_, index) => index);
  order.sort((a, b) => (predictions[a] ?? 0) - (predictions[b] ?? 0));
  const groups = Math.max(1, Math.min(10, Math.floor(count / fewest)));
  const points = Array.from({ length: groups }, (_, group) =>
    pointOf(
      order.slice(Math.floor((group * count) / groups), Math.floor(((group + 1) * count) / groups)),
      predictions,
      outcomes,
    ),
  );
  const distance = points.reduce((sum, point) => sum + point.count * Math.abs(point.predicted - point.observed), 0);
  return { count, brier: brier({ predictions, outcomes }), calibrationError: distance / count, points };
}

function pointOf(
  members: readonly number[],
  predictions: Sample["predictions"],
  outcomes: Sample["outcomes"],
): ReliabilityPoint {
  const count = members.length;
  const hits = members.reduce((sum, index) => sum + (outcomes[index] ?? 0), 0);
  const predicted = members.reduce((sum, index) => sum + (predictions[index] ?? 0), 0) / count;
  return { count, predicted, observed: hits / count, ...wilson(hits, count) };
}
