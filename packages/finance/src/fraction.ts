/** An exact ratio; the denominator is always above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

export const fraction = (numerator: bigint | number, denominator: bigint | number): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  a.denominator === b.denominator
    ? { numerator: a.numerator + b.numerator, denominator: a.denominator }
    : {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      };

export const sumFractions = (fractions: readonly Fraction[]): Fraction => fractions.reduce(addFractions, ZERO);
