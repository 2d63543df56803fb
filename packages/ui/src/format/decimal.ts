/** A decimal number exactly as it came over the wire: `units` counts steps of ten to the minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const pattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads "12000.00" or "0.156000"; null for anything that is no plain decimal. */
export function parseDecimal(text: string): Decimal | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

/** The same number with another count of decimals, halves away from zero. */
export function rescale({ units, scale }: Decimal, decimals: number): bigint {
  if (decimals >= scale) return units * 10n ** BigInt(decimals - scale);
  const step = 10n ** BigInt(scale - decimals);
  const size = units < 0n ? -units : units;
  const rounded = (size + step / 2n) / step;
  return units < 0n ? -rounded : rounded;
}

/** Digits in groups of three with exactly so many decimals: (1234560n, 2) is "12,345.60". The sign is the caller's. */
export function grouped(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

export const signOf = (units: bigint): string => (units < 0n ? "-" : "");
