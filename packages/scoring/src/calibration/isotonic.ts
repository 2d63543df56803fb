/** A curve that turns a raw probability into a kept one: never falling, straight between its points, flat beyond them. */
export interface IsotonicCurve {
  readonly raw: readonly number[];
  readonly kept: readonly number[];
}

interface Block {
  raw: number;
  outcome: number;
  count: number;
}

/** Nothing is certain: what a curve promises stays within these. */
export const surest = { lowest: 0.01, highest: 0.99 } as const;

const held = (value: number): number => Math.min(surest.highest, Math.max(surest.lowest, value));

/**
 * Isotonic regression by pooling neighbours that fall (Ayer et al. 1955): of all never-falling curves the one nearest
 * to the outcomes. Each block stands at its mean prediction and its mean outcome. `outcomes` are 0 or 1.
 */
export function fitIsotonic(predictions: readonly number[], outcomes: readonly number[]): IsotonicCurve {
  const order = predictions.map((_, index) => index);
  order.sort((a, b) => (predictions[a] ?? 0) - (predictions[b] ?? 0));
  const blocks: Block[] = [];
  for (let block of tied(order, predictions, outcomes)) {
    let before = blocks.at(-1);
    while (before !== undefined && before.outcome >= block.outcome) {
      blocks.pop();
      block = joined(before, block);
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  return { raw: blocks.map(({ raw }) => raw), kept: blocks.map(({ outcome }) => held(outcome)) };
}

// Equal predictions are one block from the start, whatever their outcomes: a curve has one value at one place.
function tied(order: readonly number[], predictions: readonly number[], outcomes: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (const index of order) {
    const raw = predictions[index] ?? 0;
    const before = blocks.at(-1);
    const block: Block = { raw, outcome: outcomes[index] ?? 0, count: 1 };
    if (before?.raw === raw) blocks[blocks.length - 1] = { ...joined(before, block), raw };
    else blocks.push(block);
  }
  return blocks;
}

function joined(a: Block, b: Block): Block {
  const count = a.count + b.count;
  return {
    count,
    raw: (a.raw * a.count + b.raw * b.count) / count,
    outcome: (a.outcome * a.count + b.outcome * b.count) / count,
  };
}

/** What the curve makes of a raw probability; a higher one never becomes a lower one. */
export function calibrated(curve: IsotonicCurve, probability: number): number {
  const { raw, kept } = curve;
  const last = raw.length - 1;
  if (last < 0) return held(probability);
  if (probability <= (raw[0] ?? 0)) return kept[0] ?? 0;
  if (probability >= (raw[last] ?? 0)) return kept[last] ?? 0;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((raw[middle] ?? 0) <= probability) low = middle;
    else high = middle;
  }
  const [from, to] = [raw[low] ?? 0, raw[high] ?? 0];
  const [below, above] = [kept[low] ?? 0, kept[high] ?? 0];
  // Rounding may overshoot the end of a stretch by a hair; the curve may not.
  return to === from ? below : Math.min(above, below + ((above - below) * (probability - from)) / (to - from));
}
