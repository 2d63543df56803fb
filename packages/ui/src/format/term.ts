import type { Locale } from "../i18n/locale.ts";

export type TermUnit = "MONTH" | "DAY" | "PERIOD";

const units: Record<Locale, Record<TermUnit, readonly [one: string, many: string]>> = {
  "zh-CN": { MONTH: ["个月", "个月"], DAY: ["天", "天"], PERIOD: ["期", "期"] },
  "en-US": { MONTH: ["month", "months"], DAY: ["day", "days"], PERIOD: ["instalment", "instalments"] },
};

/** "24 个月" or "24 months". */
export function formatTerm(length: number, locale: Locale, unit: TermUnit = "MONTH"): string {
  const [one, many] = units[locale][unit];
  return `${length} ${length === 1 ? one : many}`;
}

/** "6–36 个月" or "6–36 months". */
export function formatTermRange(least: number, most: number, locale: Locale, unit: TermUnit = "MONTH"): string {
  return least === most ? formatTerm(most, locale, unit) : `${least}–${formatTerm(most, locale, unit)}`;
}
