// Between what a person types and what goes over the wire. Digits only, never a float.

const scaled = (digits: string, decimals: number): bigint | null => {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(digits.replace(/[,\s%¥]/g, ""));
  if (match === null) return null;
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > decimals) return null;
  return BigInt(whole + fraction.padEnd(decimals, "0"));
};

const withPoint = (units: bigint, decimals: number): string => {
  const digits = units.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** "80,000" typed as yuan is "80000.00" on the wire; null for what is no amount of at most two decimals. */
export function moneyOfYuan(typed: string): string | null {
  const fen = scaled(typed, 2);
  return fen === null || fen > 10n ** 15n ? null : withPoint(fen, 2);
}

/** "80000.00" is shown for editing as "80000", "80000.50" as "80000.50". */
export const yuanOfMoney = (money: string): string => money.replace(/\.00$/, "");

/** "10.8" typed as per cent is "0.108000" on the wire: at most four decimals, up to 999 %. */
export function rateOfPercent(typed: string): string | null {
  const millionths = scaled(typed, 4);
  return millionths === null || millionths > 10n ** 7n ? null : withPoint(millionths, 6);
}

/** "0.108000" is shown for editing as "10.8". */
export function percentOfRate(rate: string): string {
  const millionths = scaled(rate, 6);
  return millionths === null ? rate : withPoint(millionths, 4).replace(/\.?0+$/, "");
}

/** A share of two amounts as a rate on the wire, cut after six decimals; null without a denominator. */
export function shareOf(part: string, whole: string): string | null {
  const [above, below] = [scaled(part, 2), scaled(whole, 2)];
  if (above === null || below === null || below === 0n) return null;
  return withPoint((above * 1_000_000n) / below, 6);
}

/** Whether a figure of the wire, money or a rate, lies between two others of its kind. */
export function isBetween(figure: string, least: string, most: string): boolean {
  const [at, from, to] = [scaled(figure, 6), scaled(least, 6), scaled(most, 6)];
  return at !== null && from !== null && to !== null && from <= at && at <= to;
}

/** "3, 6，12" is [3, 6, 12]; null where something is no whole number. */
export function wholeNumbersOf(typed: string): readonly number[] | null {
  const parts = typed.split(/[,，、;；\s]+/).filter((part) => part !== "");
  if (parts.length === 0 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  return parts.map(Number);
}

/** "浙江省、江苏省" is two names. */
export const wordsOf = (typed: string): readonly string[] =>
  typed
    .split(/[,，、;；\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
