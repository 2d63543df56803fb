import { FinanceError } from "./finance-error.ts";

/** An amount of money in fen, 1/100 yuan. */
export type Fen = bigint;

/** The largest amount the platform accepts in one figure: ten thousand billion yuan, exact in a double as well. */
export const MAX_FEN: Fen = 1_000_000_000_000_000n;

export const YUAN: Fen = 100n;

const YUAN_TEXT = /^(-?)(0|[1-9]\d{0,15})(?:\.(\d{1,2}))?$/;

/**
 * Reads yuan written as plain digits ("12000.00", "-3.5") into fen.
 * Refuses anything else: signs of plus, separators, exponents, a third decimal, or more than MAX_FEN.
 */
export function parseYuan(text: string): Fen {
  const match = YUAN_TEXT.exec(text);
  if (!match) throw new FinanceError("MONEY_INVALID", { text: String(text).slice(0, 40) });
  const amount = BigInt(match[2] ?? "0") * YUAN + BigInt((match[3] ?? "").padEnd(2, "0"));
  return checkFen(match[1] === "-" ? -amount : amount);
}

/** Writes fen as yuan with exactly two decimals: 1200000n is "12000.00". Refuses what is not a bigint. */
export function formatYuan(fen: Fen): string {
  if (typeof fen !== "bigint") throw new FinanceError("MONEY_INVALID", { text: String(fen).slice(0, 40) });
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Fen as a sentence writes them: 1,234,567.00. For people; on the wire an amount is `formatYuan`. */
export const groupYuan = (fen: Fen): string => formatYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ",");

/** Gives the amount back, or refuses one beyond ±MAX_FEN and what is not a bigint. */
export function checkFen(fen: Fen): Fen {
  if (typeof fen !== "bigint") throw new FinanceError("MONEY_INVALID", { text: String(fen).slice(0, 40) });
  if (fen > MAX_FEN || fen < -MAX_FEN) throw new FinanceError("MONEY_OUT_OF_RANGE", { max: formatYuan(MAX_FEN) });
  return fen;
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b);

export const maxFen = (a: Fen, b: Fen): Fen => (a > b ? a : b);

/**
 * Splits an amount by whole-number weights so that the parts sum to it exactly: each part is cut down to the fen
 * and the fen left over go one by one to the largest remainders, the earlier part first among equals.
 */
export function splitFen(total: Fen, weights: readonly bigint[]): Fen[] {
  const whole = sumFen(weights);
  if (whole <= 0n || weights.some((weight) => weight < 0n)) {
    throw new FinanceError("MONEY_INVALID", { weights: weights.join(",") });
  }
  if (total < 0n) return splitFen(-total, weights).map((part) => -part);
  const parts = weights.map((weight) => (total * weight) / whole);
  const remainders = weights.map((weight, index) => ({ index, rest: (total * weight) % whole }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = total - sumFen(parts);
  for (const { index } of remainders) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

/** Splits an amount into `count` parts that differ by at most one fen and sum to it exactly; refuses fewer than one. */
export function splitEvenly(total: Fen, count: number): Fen[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new FinanceError("MONEY_INVALID", { parts: String(count) });
  return splitFen(total, new Array<bigint>(count).fill(1n));
}
