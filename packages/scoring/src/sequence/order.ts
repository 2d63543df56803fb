/**
 * The order in which to ask lenders one after another, stopping at the first that says yes. Each attempt costs
 * something whatever comes of it, and an answer is worth more from one lender than from another.
 */

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
/** Every subset is weighed: beyond this many options the best by index are taken. */
const MAX_WEIGHED = 12;

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
 */
export function bestOrder(
  options: readonly SequenceOption[],
  { limit, attemptCost }: { readonly limit: number; readonly attemptCost: number },
): SequenceOrder {
  const sorted = [...options].sort(byIndex(attemptCost));
  const size = Math.min(limit, sorted.length);
  if (size === sorted.length || sorted.length > MAX_WEIGHED) return orderValue(sorted.slice(0, size), attemptCost);
  let best = orderValue([], attemptCost);
  for (const subset of subsetsOf(sorted, size)) {
    const order = orderValue(subset, attemptCost);
    if (best.ids.length === 0 || order.expectedWorth > best.expectedWorth) best = order;
  }
  return best;
}

/** Every choice of `size` options, each in the order given. */
function* subsetsOf(options: readonly SequenceOption[], size: number): Generator<readonly SequenceOption[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = 0; at + size <= options.length; at += 1) {
    const option = options[at];
    if (option) for (const rest of subsetsOf(options.slice(at + 1), size - 1)) yield [option, ...rest];
  }
}
