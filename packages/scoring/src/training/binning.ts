import type { Span } from "../model/model.ts";
import {
  choice,
  count,
  type FactValue,
  type FieldKind,
  factOf,
  fen,
  flag,
  type Literal,
  ppm,
} from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";

/** One column of past cases. `better` demands that odds never fall that way (more income, fewer enquiries). */
export interface TrainingColumn {
  readonly id: string;
  readonly field: string;
  readonly kind: Exclude<FieldKind, "date">;
  readonly values: readonly (FactValue | undefined)[];
  readonly reason: ReasonCode | null;
  readonly better?: "UP" | "DOWN";
}

/** Goods and bads of one group. */
interface Tally {
  good: number;
  bad: number;
}

interface Group extends Tally {
  readonly atoms: readonly number[];
}

/** A column cut into groups: `indexOf[row]` is the group of each case, the number of groups standing for missing. */
export interface Binned {
  readonly spans: readonly Span[];
  readonly tallies: readonly Readonly<Tally>[];
  readonly missing: Readonly<Tally>;
  readonly indexOf: Uint16Array;
}

/** At most this many groups; each holds at least this share of the cases; neighbours differ by this chi-square. */
export interface BinningLimits {
  readonly maxBins: number;
  readonly minShare: number;
  readonly minChiSquare: number;
}

interface Atoms {
  readonly atomOf: Uint16Array;
  readonly spans: readonly Span[];
}

const fineCuts = 20;

/** Fine groups first (quantiles, or one per code), then neighbours that do not differ are joined, deterministically. */
export function binColumn(column: TrainingColumn, isBad: Uint8Array, limits: BinningLimits): Binned {
  const isCoded = column.kind === "enum" || column.kind === "boolean";
  const { atomOf, spans } = isCoded ? codedAtoms(column) : orderedAtoms(column);
  const atoms: Group[] = spans.map((_, index) => ({ good: 0, bad: 0, atoms: [index] }));
  const missing = { good: 0, bad: 0 };
  for (let row = 0; row < isBad.length; row += 1) {
    const tally = atoms[atomOf[row] ?? spans.length] ?? missing;
    tally[isBad[row] === 1 ? "bad" : "good"] += 1;
  }
  // Codes have no order of their own: they are lined up by how often they went bad, so that like joins like.
  if (isCoded) atoms.sort((a, b) => rate(a) - rate(b) || (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0));
  const groups = joined(atoms, isBad.length, limits, isCoded ? undefined : column.better);
  const groupOf = new Uint16Array(spans.length + 1).fill(groups.length);
  for (const [index, { atoms: members }] of groups.entries()) for (const atom of members) groupOf[atom] = index;
  return {
    spans: groups.map(({ atoms: members }) =>
      unite(members.map((atom) => spans[atom]).filter((span) => span !== undefined)),
    ),
    tallies: groups,
    missing,
    indexOf: atomOf.map((atom) => groupOf[atom] ?? groups.length),
  };
}

const rate = ({ good, bad }: Tally): number => (bad + 0.5) / (good + bad + 1);

function literalOf(kind: FieldKind, value: number): Literal {
  return kind === "money" ? fen(BigInt(value)) : kind === "rate" ? ppm(value) : count(value);
}

// Written as plain loops: a training set has millions of cells and this is where the time goes.
function orderedAtoms({ kind, values }: TrainingColumn): Atoms {
  const numbers = new Float64Array(values.length);
  let known = 0;
  const sorted = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const fact = factOf(kind, values[row]);
    numbers[row] = fact === undefined ? Number.NaN : Number(fact);
    if (fact !== undefined) sorted[known++] = Number(fact);
  }
  const ranked = sorted.subarray(0, known).sort();
  const picked = Array.from(
    { length: fineCuts - 1 },
    (_, index) => ranked[Math.floor(((index + 1) * known) / fineCuts)],
  );
  const lowest = ranked[0] ?? Number.POSITIVE_INFINITY;
  const cuts = [...new Set(picked.filter((cut) => cut !== undefined && cut > lowest))].filter(
    (cut) => cut !== undefined,
  );
  const ends = [null, ...cuts.map((cut) => literalOf(kind, cut)), null];
  const spans = ends.slice(1).map((to, index): Span => ({ type: "within", from: ends[index] ?? null, to }));
  const atomOf = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) atomOf[row] = positionOf(numbers[row] ?? Number.NaN, cuts);
  return { atomOf, spans };
}

/** The number of cuts at or below the value; one more than the last stretch for a missing one. */
function positionOf(value: number, cuts: readonly number[]): number {
  if (Number.isNaN(value)) return cuts.length + 1;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function codedAtoms({ kind, values }: TrainingColumn): Atoms {
  const facts = values.map((value) => factOf(kind, value));
  const codes = [...new Set(facts.filter((fact) => fact !== undefined))].sort((a, b) =>
    String(a) < String(b) ? -1 : 1,
  );
  const position = new Map(codes.map((code, index) => [code, index]));
  const spans = codes.map(
    (code): Span => ({ type: "in", values: [typeof code === "boolean" ? flag(code) : choice(String(code))] }),
  );
  return {
    spans,
    atomOf: Uint16Array.from(facts, (fact) =>
      fact === undefined ? codes.length : (position.get(fact) ?? codes.length),
    ),
  };
}

function chiSquare(a: Tally, b: Tally): number {
  const [na, nb] = [a.good + a.bad, b.good + b.bad];
  const [good, bad] = [a.good + b.good, a.bad + b.bad];
  if (na === 0 || nb === 0 || good === 0 || bad === 0) return 0;
  return ((a.good * b.bad - a.bad * b.good) ** 2 * (na + nb)) / (na * nb * good * bad);
}

function joined(
  atoms: readonly Group[],
  total: number,
  limits: BinningLimits,
  better: TrainingColumn["better"],
): readonly Group[] {
  const groups = [...atoms];
  while (groups.length > 1) {
    const pairs = groups
      .slice(1)
      .map((right, index) => ({ index, cost: costOf(groups[index] ?? right, right, total, limits, better) }));
    const cheapest = pairs.reduce((best, pair) => (pair.cost < best.cost ? pair : best));
    if (cheapest.cost >= limits.minChiSquare && groups.length <= limits.maxBins) break;
    const [left, right] = [groups[cheapest.index], groups[cheapest.index + 1]];
    if (left === undefined || right === undefined) break;
    groups.splice(cheapest.index, 2, {
      good: left.good + right.good,
      bad: left.bad + right.bad,
      atoms: [...left.atoms, ...right.atoms],
    });
  }
  return groups;
}

// What it costs to join two neighbours: nothing when one is too small or when they run against the demanded direction.
function costOf(
  left: Group,
  right: Group,
  total: number,
  { minShare }: BinningLimits,
  better: TrainingColumn["better"],
): number {
  const isAgainst = better === "UP" ? rate(right) > rate(left) : better === "DOWN" ? rate(right) < rate(left) : false;
  const difference = chiSquare(left, right);
  if (isAgainst) return -2 + 1 / (1 + difference);
  return Math.min(left.good + left.bad, right.good + right.bad) < minShare * total
    ? -1 + difference / (1 + difference)
    : difference;
}

function unite(spans: readonly Span[]): Span {
  const values = spans.flatMap((span) => (span.type === "in" ? span.values : []));
  if (values.length > 0) return { type: "in", values };
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    type: "within",
    from: first?.type === "within" ? first.from : null,
    to: last?.type === "within" ? last.to : null,
  };
}
