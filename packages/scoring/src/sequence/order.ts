/**
 * The order in which to ask lenders one after another, stopping at the first that says yes. Each attempt costs
 * something whatever comes of it, and an answer is worth more from one lender than from another.
 */
import { ScoringError } from "../scoring-error.ts";

export interface SequenceOption {
  readonly id: string;
  /** Chance of a yes in parts per million, above 0. */
  readonly odds: number;
  /** What a yes is worth, in points. */
  readonly worth: number;
}

export interface SequenceOrder {
  readonly ids: readonly string[];
  /** Points to be expected of asking in this order: worth of the first yes, less every attempt made until then. */
  readonly expectedWorth: number;
  /** Attempts to be expected, from 0 to the number of options in the order. */
  readonly expectedAttempts: number;
  /** Parts per million: that one of them says yes. */
  readonly chance: number;
}

const PPM = 1_000_000;

const chanceOf = ({ odds }: SequenceOption): number => Math.min(PPM, Math.max(1, odds)) / PPM;

/**
 * Of two neighbours the one with the higher index goes first: exchanging them changes the expected worth by
 * p·q·((worth − cost ÷ p) − (other worth − cost ÷ q)). Equal ones keep the order of their ids.
 */
const byIndex =
  (attemptCost: number) =>
  (a: SequenceOption, b: SequenceOption): number => {
    const index = (option: SequenceOption) => option.worth - attemptCost / chanceOf(option);
    return index(b) - index(a) || (a.id < b.id ? -1 : 1);
  };

/** What an order is worth; the order is taken as it stands. */
export function orderValue(options: readonly SequenceOption[], attemptCost: number): SequenceOrder {
  let [reached, expectedWorth, expectedAttempts] = [1, 0, 0];
  for (const option of options) {
    const chance = chanceOf(option);
    expectedAttempts += reached;
    expectedWorth += reached * (chance * option.worth - attemptCost);
    reached *= 1 - chance;
  }
  return {
    ids: options.map(({ id }) => id),
    expectedWorth,
    expectedAttempts,
    chance: Math.round((1 - reached) * PPM),
  };
}

/**
 * The order of at most `limit` options with the highest expected worth. An option is left out only where the limit
 * demands it: asking a further lender after everybody else said no never makes a person worse off than no loan does.
 * Refuses a limit that is no whole number from 0 up.
 */
export function bestOrder(
  options: readonly SequenceOption[],
  { limit, attemptCost }: { readonly limit: number; readonly attemptCost: number },
): SequenceOrder {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new ScoringError("INPUT_INVALID", `no limit is ${limit}`);
  const sorted = [...options].sort(byIndex(attemptCost));
  return orderValue(chosen(sorted, Math.min(limit, sorted.length), attemptCost), attemptCost);
}

/**
 * The best so many of sorted options, as they stand. What follows an option is worth the more the better it is by itself,
 * so the best choice from each place on is made of the best choices from the next.
 */
function chosen(sorted: readonly SequenceOption[], size: number, attemptCost: number): SequenceOption[] {
  // best[k]: worth of the best k of the options from `at` on; takes[at][k]: whether the one at `at` is among them.
  let best: number[] = [0];
  const takes: boolean[][] = [];
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const option = sorted[at];
    if (!option) break;
    const chance = chanceOf(option);
    const next: number[] = [0];
    const taken: boolean[] = [false];
    for (let count = 1; count <= Math.min(size, sorted.length - at); count += 1) {
      const without = best[count] ?? Number.NEGATIVE_INFINITY;
      const within = chance * option.worth - attemptCost + (1 - chance) * (best[count - 1] ?? 0);
      taken[count] = within >= without;
      next[count] = Math.max(within, without);
    }
    best = next;
    takes[at] = taken;
  }
  const order: SequenceOption[] = [];
  for (const [at, option] of sorted.entries()) if (takes[at]?.[size - order.length]) order.push(option);
  return order;
}
