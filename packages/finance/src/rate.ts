import { FinanceError } from "./finance-error.ts";
import type { Fen } from "./money.ts";
import { RoundingMode, roundQuotient } from "./rounding.ts";

/** A rate in whole parts per million: 156000 is 15.6 %. Per year unless the place that holds it says otherwise. */
export type Ppm = number;

export const PPM = 1_000_000;

/** Contract rates above this (10,000 % a year) are taken for a slip of the keyboard. */
export const MAX_CONTRACT_RATE: Ppm = 100_000_000;

/** Computed annual costs beyond this (200,000 %) are reported as this: above every cap, and still a 32-bit integer. */
export const MAX_COST_RATE: Ppm = 2_000_000_000;

const RATE_TEXT = /^(-?)(0|[1-9]\d{0,5})(?:\.(\d{1,6}))?$/;

/** Reads "0.156000" (a share, not a percentage) into parts per million; refuses a seventh decimal. */
export function parseRate(text: string): Ppm {
  const match = RATE_TEXT.exec(text);
  if (!match) throw new FinanceError("RATE_INVALID", { text: String(text).slice(0, 40) });
  const ppm = Number(match[2]) * PPM + Number((match[3] ?? "").padEnd(6, "0"));
  if (ppm > MAX_COST_RATE) throw new FinanceError("RATE_OUT_OF_RANGE", { max: MAX_COST_RATE });
  return match[1] === "-" && ppm !== 0 ? -ppm : ppm;
}

/** Writes parts per million as a share with six decimals: 156000 is "0.156000". */
export function formatRate(ppm: Ppm): string {
  if (!Number.isSafeInteger(ppm)) throw new FinanceError("RATE_INVALID", { text: String(ppm) });
  const digits = String(Math.abs(ppm)).padStart(7, "0");
  return `${ppm < 0 ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** A rate as the bigint that money is multiplied by; refuses a share (0.12), NaN and whatever is no whole number. */
export function ppmAsWhole(rate: Ppm): bigint {
  if (!Number.isSafeInteger(rate)) throw new FinanceError("RATE_INVALID", { text: String(rate).slice(0, 40) });
  return BigInt(rate);
}

/** The share of an amount, rounded half up to the fen unless another mode is named. */
export const shareOf = (amount: Fen, rate: Ppm, mode: RoundingMode = RoundingMode.HALF_UP): Fen =>
  roundQuotient(amount * ppmAsWhole(rate), 1_000_000n, mode);

/**
 * A computed rate as parts per million: settled to 1e-9 first and then rounded half up, so that two computers whose
 * last bits differ agree. Saturates at ±MAX_COST_RATE; refuses NaN.
 */
export function ppmOf(rate: number): Ppm {
  if (Number.isNaN(rate)) throw new FinanceError("RATE_INVALID", { text: "NaN" });
  const nano = Math.round(Math.abs(rate) * 1e9);
  const ppm = Math.min(Math.floor((nano + 500) / 1000), MAX_COST_RATE);
  return rate < 0 && ppm !== 0 ? -ppm : ppm;
}
