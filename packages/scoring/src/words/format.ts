import type { Field, FieldCatalogue, Locale } from "../values/field.ts";
import type { Literal } from "../values/value.ts";

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

// Text arithmetic on purpose: a fen amount can be larger than a float can hold.
function decimal(
  value: string,
  places: number,
): { readonly whole: string; readonly rest: string; readonly sign: string } {
  const sign = value.startsWith("-") ? "-" : "";
  const digits = value.slice(sign.length).padStart(places + 1, "0");
  return { sign, whole: digits.slice(0, -places), rest: digits.slice(-places) };
}

function money(value: string): string {
  const { sign, whole, rest } = decimal(value, 2);
  return `${sign}¥${grouped(whole)}.${rest}`;
}

/** At least two decimals of a percentage, more where the rate has them. */
function percent(value: string): string {
  const { sign, whole, rest } = decimal(value, 4);
  return `${sign}${whole}.${rest.slice(0, 2)}${rest.slice(2).replace(/0+$/, "")}%`;
}

/** A value as a person reads it, in its field's unit and words. */
export function valueText(literal: Literal | null, field: Field | undefined, locale: Locale): string {
  if (literal === null) return locale === "zh" ? "未知" : "unknown";
  switch (literal.kind) {
    case "money":
      return money(literal.value);
    case "rate":
      return percent(literal.value);
    case "number": {
      const unit = field?.unit?.[locale];
      return unit === undefined ? String(literal.value) : `${literal.value} ${unit}`;
    }
    case "boolean":
      return locale === "zh" ? (literal.value ? "是" : "否") : literal.value ? "yes" : "no";
    case "enum":
      return field?.values?.[literal.value]?.[locale] ?? literal.value;
    case "date":
      return literal.value;
  }
}

export const labelOf = (id: string, fields: FieldCatalogue, locale: Locale): string => fields[id]?.label[locale] ?? id;
