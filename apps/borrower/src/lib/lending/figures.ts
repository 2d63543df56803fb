import type { Money, Rate } from "@daichao/client";
import { formatRate, formatYuan, parseRate, parseYuan, sumFen } from "@daichao/finance";

/** The sum of amounts over the wire, exact to the fen. */
export const sumOf = (amounts: readonly Money[]): Money => formatYuan(sumFen(amounts.map(parseYuan)));

/** How much more the second amount is than the first; below zero where it is less. */
export const moneyDifference = (from: Money, to: Money): Money => formatYuan(parseYuan(to) - parseYuan(from));

/** How much more the second rate is than the first, as a share of one. */
export const rateDifference = (from: Rate, to: Rate): Rate => formatRate(parseRate(to) - parseRate(from));

export const isZero = (amount: string): boolean => /^-?0+(\.0+)?$/.test(amount);

export const isMore = (amount: Money, than: Money): boolean => parseYuan(amount) > parseYuan(than);

const typedMoney = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/;

/** A typed amount as the wire wants it; null for what is no amount above zero. */
export function moneyTyped(typed: string): Money | null {
  const text = typed.replaceAll(/[,\s]/g, "");
  if (!typedMoney.test(text)) return null;
  const fen = parseYuan(text);
  return fen > 0n ? formatYuan(fen) : null;
}
