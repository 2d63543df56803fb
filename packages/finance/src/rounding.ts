import { FinanceError } from "./finance-error.ts";

/** How a figure between two units is settled. HALF_UP sends a tie away from zero, HALF_EVEN to the even neighbour. */
export const RoundingMode = { HALF_UP: "HALF_UP", HALF_EVEN: "HALF_EVEN", UP: "UP", DOWN: "DOWN" } as const;
export type RoundingMode = (typeof RoundingMode)[keyof typeof RoundingMode];

/** The whole number nearest to numerator ÷ denominator (denominator above zero); a tie goes away from zero. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return numerator < 0n
    ? -((-numerator * 2n + denominator) / (denominator * 2n))
    : (numerator * 2n + denominator) / (denominator * 2n);
}

/**
 * numerator ÷ denominator (denominator above zero) as a whole number by the named mode; UP means away from zero. Refuses
 * a mode it does not know.
 */
export function roundQuotient(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (mode === RoundingMode.HALF_UP) return roundHalfUp(numerator, denominator);
  if (numerator < 0n) return -roundQuotient(-numerator, denominator, mode);
  const whole = numerator / denominator;
  const rest = numerator - whole * denominator;
  if (rest === 0n || mode === RoundingMode.DOWN) return whole;
  if (mode === RoundingMode.UP) return whole + 1n;
  if (mode !== RoundingMode.HALF_EVEN) throw new FinanceError("TERMS_INVALID", { field: "rounding" });
  const twice = rest * 2n;
  return twice > denominator || (twice === denominator && whole % 2n === 1n) ? whole + 1n : whole;
}
