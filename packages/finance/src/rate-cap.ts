import { type AnnualisationMethod, annualCost, type CostOfCredit } from "./cost-of-credit.ts";
import { type Ppm, ppmAsWhole } from "./rate.ts";

/** The highest yearly cost allowed, and the way it is to be measured. */
export interface RateCap {
  readonly method: AnnualisationMethod;
  readonly value: Ppm;
}

export interface RateCapCheck {
  readonly within: boolean;
  /** The cost measured by the cap's own method. */
  readonly actual: Ppm;
  readonly cap: RateCap;
}

/**
 * Compares a cost with a cap, both in whole parts per million; a cost equal to the cap is within it. Refuses a cap that
 * is no whole number of ppm or names no method.
 */
export function checkRateCap(cost: CostOfCredit, cap: RateCap): RateCapCheck {
  ppmAsWhole(cap.value);
  const actual = annualCost(cost, cap.method);
  return { within: actual <= cap.value, actual, cap };
}
