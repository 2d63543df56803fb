import { type Day, isDay } from "./day.ts";

/** What a field can hold. money is whole fen, rate whole parts per million, number a whole count (days, months, points). */
export type FieldKind = "money" | "rate" | "number" | "enum" | "boolean" | "date";

/** A fact as the engine reads it: bigint fen for money, whole numbers for rate and number, text for enum and date. */
export type FactValue = bigint | number | string | boolean;

/** What is known about one applicant. An absent or undefined field is unknown; there is no other spelling of unknown. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** A value with its kind, safe in JSON: money and rate travel as text so that no reader turns them into floats. */
export type Literal =
  | { readonly kind: "money"; readonly value: string }
  | { readonly kind: "rate"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "enum"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "date"; readonly value: Day };

/** Fen. */
export const fen = (value: bigint): Literal => ({ kind: "money", value: String(value) });
/** Parts per million: 240000 is 24 %. */
export const ppm = (value: number): Literal => ({ kind: "rate", value: String(value) });
/** A whole number in the unit of the field it is compared with. */
export const count = (value: number): Literal => ({ kind: "number", value });
export const choice = (value: string): Literal => ({ kind: "enum", value });
export const flag = (value: boolean): Literal => ({ kind: "boolean", value });
export const day = (value: Day): Literal => ({ kind: "date", value });

// A number is no text of one, though a pattern takes it for it.
const isInteger = (text: unknown): boolean => typeof text === "string" && /^-?(0|[1-9]\d*)$/.test(text);

/** The fact a literal stands for, or undefined when its text is not a value of its kind. */
export function readLiteral(literal: Literal): FactValue | undefined {
  switch (literal.kind) {
    case "money":
      return isInteger(literal.value) ? BigInt(literal.value) : undefined;
    case "rate":
      return isInteger(literal.value) ? factOf("rate", Number(literal.value)) : undefined;
    default:
      return factOf(literal.kind, literal.value);
  }
}

/** The value if it really is of the kind; anything else (NaN, fractions, a day that does not exist) is unknown. */
export function factOf(kind: FieldKind, value: unknown): FactValue | undefined {
  switch (kind) {
    case "money":
      return typeof value === "bigint" ? value : undefined;
    case "rate":
    case "number":
      // Minus zero is not kept: it would be equal to zero in every rule and yet print differently in a replay.
      return typeof value === "number" && Number.isSafeInteger(value) ? value + 0 : undefined;
    case "enum":
      return typeof value === "string" ? value : undefined;
    case "date":
      return typeof value === "string" && isDay(value) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
  }
}

/** The tagged form of a fact, or null when it is not a value of that kind. */
export function writeLiteral(kind: FieldKind, value: FactValue | undefined): Literal | null {
  if (kind === "money" && typeof value === "bigint") return fen(value);
  const fact = factOf(kind, value);
  if (kind === "rate" && typeof fact === "number") return ppm(fact);
  if (kind === "number" && typeof fact === "number") return count(fact);
  if (kind === "boolean" && typeof fact === "boolean") return flag(fact);
  if (kind === "enum" && typeof fact === "string") return choice(fact);
  if (kind === "date" && typeof fact === "string") return day(fact);
  return null;
}

/** Negative, zero or positive; both sides must be of one kind. */
export function compareValues(a: FactValue, b: FactValue): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Money, rates, numbers and dates lie on a line; enums and booleans do not. */
export function isOrdered(kind: FieldKind): boolean {
  return kind !== "enum" && kind !== "boolean";
}
