import type { Locale } from "../i18n/locale.ts";
import { grouped, parseDecimal, rescale, signOf } from "./decimal.ts";

const tenThousand = 10_000n;

/** "12345.6" becomes "¥12,345.60", in both languages. What is no amount comes back as it is. */
export function formatMoney(amount: string): string {
  const decimal = parseDecimal(amount);
  if (decimal === null) return amount;
  const fen = rescale(decimal, 2);
  return `${signOf(fen)}¥${grouped(fen, 2)}`;
}

function yuanOf(amount: string): bigint | null {
  const decimal = parseDecimal(amount);
  return decimal === null ? null : rescale(decimal, 0);
}

function isExact(amount: string): boolean {
  const decimal = parseDecimal(amount);
  return decimal !== null && rescale(decimal, 2) % 100n === 0n;
}

/** An amount for limits and chips: "20 万元" or "¥200,000". 万 only where it divides exactly, so 15,500 stays 15,500. */
export function formatRoundMoney(amount: string, locale: Locale): string {
  const yuan = yuanOf(amount);
  if (yuan === null) return amount;
  if (!isExact(amount)) return formatMoney(amount);
  if (locale === "en-US") return `${signOf(yuan)}¥${grouped(yuan, 0)}`;
  if (yuan !== 0n && yuan % tenThousand === 0n) return `${signOf(yuan)}${grouped(yuan / tenThousand, 0)} 万元`;
  return `${signOf(yuan)}${grouped(yuan, 0)} 元`;
}

/** Smallest and largest amount: "1–20 万元", "¥10,000–200,000"; each side keeps its unit where the units differ. */
export function formatMoneyRange(least: string, most: string, locale: Locale): string {
  const from = formatRoundMoney(least, locale);
  const to = formatRoundMoney(most, locale);
  if (from === to) return to;
  if (locale === "en-US") return `${from}–${to.replace("¥", "")}`;
  const [fromFigure = from, fromUnit] = from.split(" ");
  const [, toUnit] = to.split(" ");
  return fromUnit !== undefined && fromUnit === toUnit ? `${fromFigure}–${to}` : `${from}–${to}`;
}

/** A large figure of a dashboard: "1.28 亿", "3,456 万", "128.3M". Below a million it stays exact. Not for a price. */
export function formatLargeMoney(amount: string, locale: Locale): string {
  return `¥${formatLargeCount(amount, locale)}`.replace("¥-", "-¥");
}

export function formatLargeCount(count: string, locale: Locale): string {
  const decimal = parseDecimal(count);
  if (decimal === null) return count;
  const yuan = rescale(decimal, 0);
  const size = yuan < 0n ? -yuan : yuan;
  const sign = signOf(yuan);
  if (size < 1_000_000n) return `${sign}${grouped(yuan, 0)}`;
  const short = (unit: bigint, decimals: number, name: string) =>
    `${sign}${grouped((size * 10n ** BigInt(decimals) + unit / 2n) / unit, decimals)}${name}`;
  if (locale === "en-US") return size < 1_000_000_000n ? short(1_000_000n, 1, "M") : short(1_000_000_000n, 2, "B");
  return size < 100_000_000n ? short(tenThousand, 0, " 万") : short(100_000_000n, 2, " 亿");
}
