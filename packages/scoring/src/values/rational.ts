/** An exact fraction; the denominator is always positive. Not reduced: formulas here are a handful of steps deep. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const whole = (n: bigint): Rational => ({ n, d: 1n });
export const add = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const subtract = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

/** Undefined when the divisor is zero: a ratio over nothing is unknown, not infinite. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.n === 0n) return undefined;
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n };
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function order(a: Rational, b: Rational): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest whole number, halves away from zero. */
export function roundHalfUp({ n, d }: Rational): bigint {
  const size = n < 0n ? -n : n;
  const rounded = (size * 2n + d) / (d * 2n);
  return n < 0n ? -rounded : rounded;
}
