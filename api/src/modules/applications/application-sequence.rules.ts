/** In which order lenders are asked one after another, and what asking all of them at once would have cost. */
import { maxFen, minFen } from "@daichao/finance";
import { bestOrder, orderValue } from "@daichao/scoring";
import { SequenceGoal } from "./application-sequence.states.js";

/** One product as the order sees it. */
export interface SequenceCandidate {
  readonly productId: string;
  /** Interest and fees over the whole term, fen. */
  readonly totalCost: bigint;
  /** From approval to the money, hours. */
  readonly disbursementHours: number;
  /** Chance of an approval in parts per million; null where nobody can tell. */
  readonly odds: number | null;
}

export interface SequencePlan {
  readonly productIds: readonly string[];
  /** Left out because of the limit. */
  readonly leftOutIds: readonly string[];
  /** Credit checks to be expected in thousandths. */
  readonly expectedPullsPerMille: number;
  /** Credit checks if all of them were asked at once. */
  readonly parallelPulls: number;
  /** Parts per million: that one of them approves; null where the odds of one are unknown. */
  readonly chance: number | null;
}

/** A lender of whom nothing is known is as likely to refuse as not. */
const UNKNOWN_ODDS = 500_000;
/** A credit check weighs as much as a twentieth of the difference between the best and no loan at all. */
const ATTEMPT_COST = 50;
const BEST = 1_000;
const WORST = 400;

/** Points of one figure between the best and the worst of all candidates; the smaller, the better. */
function pointsOf(value: bigint, all: readonly bigint[]): number {
  const [least, most] = all.reduce(([a, b], one) => [minFen(one, a), maxFen(one, b)], [value, value]);
  if (least === most) return BEST;
  return BEST - Number(((value - least) * BigInt(BEST - WORST)) / (most - least));
}

const MEASURE: Readonly<Record<SequenceGoal, (candidate: SequenceCandidate) => bigint>> = {
  [SequenceGoal.LOWEST_COST]: ({ totalCost }) => totalCost,
  [SequenceGoal.FASTEST]: ({ disbursementHours }) => BigInt(disbursementHours),
  // Every yes is as good as another: what is left to order by is how likely it is.
  [SequenceGoal.SUREST]: () => 0n,
};

function optionsOf(candidates: readonly SequenceCandidate[], goal: SequenceGoal) {
  const figures = candidates.map(MEASURE[goal]);
  return candidates.map(({ productId, odds }, at) => ({
    id: productId,
    odds: odds ?? UNKNOWN_ODDS,
    worth: pointsOf(figures[at] ?? 0n, figures),
  }));
}

/** The best order for a goal, of at most `limit` products. */
export function planSequence(
  candidates: readonly SequenceCandidate[],
  goal: SequenceGoal,
  limit: number,
): SequencePlan {
  const order = bestOrder(optionsOf(candidates, goal), { limit, attemptCost: ATTEMPT_COST });
  const leftOutIds = candidates.map(({ productId }) => productId).filter((id) => !order.ids.includes(id));
  return {
    productIds: order.ids,
    leftOutIds,
    expectedPullsPerMille: Math.round(order.expectedAttempts * 1_000),
    parallelPulls: candidates.length,
    chance: candidates.every(({ odds }) => odds !== null) ? order.chance : null,
  };
}

/** The same figures for an order the borrower chose. */
export function planInOrder(candidates: readonly SequenceCandidate[], goal: SequenceGoal): SequencePlan {
  const order = orderValue(optionsOf(candidates, goal), ATTEMPT_COST);
  return {
    productIds: order.ids,
    leftOutIds: [],
    expectedPullsPerMille: Math.round(order.expectedAttempts * 1_000),
    parallelPulls: candidates.length,
    chance: candidates.every(({ odds }) => odds !== null) ? order.chance : null,
  };
}
