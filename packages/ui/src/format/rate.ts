import { grouped, parseDecimal, rescale, signOf } from "./decimal.ts";

/** A share of one as per cent with two decimals: "0.156000" becomes "15.60%". */
export function formatRate(rate: string, decimals = 2): string {
  const decimal = parseDecimal(rate);
  if (decimal === null) return rate;
  const hundredths = rescale({ units: decimal.units * 100n, scale: decimal.scale }, decimals);
  return `${signOf(hundredths)}${grouped(hundredths, decimals)}%`;
}

/** "7.20%–15.60%", or one rate when both are the same. */
export function formatRateRange(least: string, most: string): string {
  const from = formatRate(least);
  const to = formatRate(most);
  return from === to ? to : `${from}–${to}`;
}

/** A change with an arrow and never a colour: "0.032" becomes "↑ 3.2%". Red means up on Chinese markets. */
export function formatChange(change: string): string {
  const text = formatRate(change, 1);
  if (/^-?0\.0%$/.test(text)) return "→ 0.0%";
  return text.startsWith("-") ? `↓ ${text.slice(1)}` : `↑ ${text}`;
}
