import { type Day, dayNumber } from "./day.ts";
import { FinanceError } from "./finance-error.ts";
import type { Fen } from "./money.ts";

/** Money on a day: positive received, negative paid. */
export interface DatedFlow {
  readonly on: Day;
  readonly amount: Fen;
}

/**
 * The rate per period at which flows one period apart are worth nothing together; flow 0 is today.
 * Where several rates do that, the one nearest to zero. Refuses flows for which there is none, and flows that are no
 * numbers.
 */
export const irr = (flows: readonly (Fen | number)[]): number =>
  rateAt(
    flows.map(Number),
    flows.map((_, index) => index),
  );

/** The yearly rate at which dated flows are worth nothing together, a year being 365 days from the first flow. */
export function xirr(flows: readonly DatedFlow[]): number {
  const start = flows[0] ? dayNumber(flows[0].on) : 0;
  return rateAt(
    flows.map((flow) => Number(flow.amount)),
    flows.map((flow) => (dayNumber(flow.on) - start) / 365),
  );
}

/** The rate per unit of time for amounts at any times (in that unit, from zero up). Refuses when there is none. */
export function rateAt(amounts: readonly number[], times: readonly number[]): number {
  const curve = new PresentValue(amounts, times);
  const bracket = bracketRoot(curve);
  return Math.expm1(refineRoot(curve, bracket.low, bracket.high));
}

/** ln(1 + rate) of a rate beyond every cost: the largest amount for the smallest, from one day to the next. */
const HIGHEST = 20_000;

/** The present value of flows as a function of x = ln(1 + rate), which keeps every rate above −100 % reachable. */
class PresentValue {
  value = 0;
  slope = 0;
  readonly reach: number;
  /** Upwards, what is worth something today keeps the value from vanishing, however high the rate. */
  readonly reachUp: number;
  /** How far outward each step goes, as a share of the last: small where the curve may cross zero twice in one. */
  readonly stride: number;
  readonly amounts: readonly number[];
  readonly times: readonly number[];

  constructor(amounts: readonly number[], times: readonly number[]) {
    this.amounts = amounts;
    this.times = times;
    // Beyond this x the smallest discount factor leaves the range of a double.
    this.reach = 600 / Math.max(1, ...times);
    this.reachUp = amounts.some((amount, index) => amount !== 0 && times[index] === 0)
      ? Math.max(this.reach, HIGHEST)
      : this.reach;
    this.stride = signChanges(amounts) > 1 ? 1.05 : 1.5;
  }

  at(x: number): number {
    let value = 0;
    let slope = 0;
    for (let index = 0; index < this.amounts.length; index += 1) {
      const time = this.times[index] ?? 0;
      const worth = (this.amounts[index] ?? 0) * Math.exp(-x * time);
      value += worth;
      slope -= time * worth;
    }
    this.value = value;
    this.slope = slope;
    return value;
  }
}

// Flows that change sign once have one rate at most; others may have several, by Descartes' rule.
function signChanges(amounts: readonly number[]): number {
  const signs = amounts.map(Math.sign).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

// Steps outward from zero on both sides, so that the first change of sign is the one nearest to zero.
function bracketRoot(curve: PresentValue): { low: number; high: number } {
  const sign = Math.sign(curve.at(0));
  if (Number.isNaN(sign)) throw new FinanceError("COST_UNDEFINED", { flows: curve.amounts.length });
  if (sign === 0 && curve.amounts.some((amount) => amount !== 0)) return { low: 0, high: 0 };
  let inner = 0;
  for (let outer = 0.01; inner < curve.reachUp; outer *= curve.stride) {
    const edge = Math.min(outer, curve.reachUp);
    if (Math.sign(curve.at(edge)) !== sign) return { low: inner, high: edge };
    const below = Math.min(edge, curve.reach);
    if (inner < below && Math.sign(curve.at(-below)) !== sign) return { low: -below, high: -inner };
    inner = edge;
  }
  throw new FinanceError("COST_UNDEFINED", { flows: curve.amounts.length });
}

// Newton's step where it stays inside the bracket, halving where it does not: always ends, usually in five steps.
function refineRoot(curve: PresentValue, from: number, to: number): number {
  const lowSign = Math.sign(curve.at(from));
  let low = from;
  let high = to;
  let x = (low + high) / 2;
  for (let round = 0; round < 200 && low < high; round += 1) {
    const value = curve.at(x);
    if (value === 0) return x;
    if (Math.sign(value) === lowSign) low = x;
    else high = x;
    const newton = x - value / curve.slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return x;
}
