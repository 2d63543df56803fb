import type { Expression } from "../model/expression.ts";
import { daysBetween, monthsBetween, yearsBetween } from "../values/day.ts";
import { add, divide, multiply, order, type Rational, roundHalfUp, subtract, whole } from "../values/rational.ts";
import { type FactValue, type FieldKind, factOf, readLiteral } from "../values/value.ts";
import { evaluate } from "./conditions.ts";
import type { Known } from "./known.ts";

/** A number on its way is an exact fraction; text and truth values travel as they are. */
type Computed = Rational | string | boolean | undefined;

const million = whole(1_000_000n);

/** The value of a formula in the unit of `kind`, rounded once, half up; undefined when a part of it is unknown. */
export function compute(expression: Expression, kind: FieldKind, known: Known): FactValue | undefined {
  const result = computed(expression, known);
  if (typeof result !== "object") return factOf(kind, result);
  const landed = roundHalfUp(result);
  return factOf(kind, kind === "money" ? landed : Number(landed));
}

function computed(expression: Expression, known: Known): Computed {
  switch (expression.type) {
    case "value":
      return lifted(readLiteral(expression.value));
    case "field":
      return lifted(known.get(expression.field));
    case "sum":
    case "least":
    case "greatest":
      return folded(
        expression.type,
        expression.of.map((part) => computed(part, known)),
      );
    case "firstKnown":
      return expression.of.map((part) => computed(part, known)).find((value) => value !== undefined);
    case "days":
    case "months":
    case "years":
      return elapsed(expression.type, computed(expression.from, known), computed(expression.to, known));
    case "choose": {
      const truth = evaluate(expression.when, known);
      return truth === "UNKNOWN"
        ? undefined
        : computed(truth === "TRUE" ? expression.take : expression.otherwise, known);
    }
    default:
      return paired(expression.type, computed(expression.left, known), computed(expression.right, known));
  }
}

function lifted(value: FactValue | undefined): Computed {
  if (typeof value === "bigint") return whole(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? whole(BigInt(value)) : undefined;
  return value;
}

function folded(type: "sum" | "least" | "greatest", parts: readonly Computed[]): Computed {
  let result: Rational | undefined;
  for (const value of parts) {
    if (typeof value !== "object") return undefined;
    if (result === undefined) result = value;
    else if (type === "sum") result = add(result, value);
    else if (type === "least" ? order(value, result) < 0 : order(value, result) > 0) result = value;
  }
  return result;
}

function paired(
  type: "difference" | "times" | "dividedBy" | "share" | "ratio",
  left: Computed,
  right: Computed,
): Computed {
  if (typeof left !== "object" || typeof right !== "object") return undefined;
  switch (type) {
    case "difference":
      return subtract(left, right);
    case "times":
      return multiply(left, right);
    case "dividedBy":
      return divide(left, right);
    case "share":
      return divide(multiply(left, right), million);
    case "ratio":
      return divide(multiply(left, million), right);
  }
}

const spans = { days: daysBetween, months: monthsBetween, years: yearsBetween };

function elapsed(type: "days" | "months" | "years", from: Computed, to: Computed): Computed {
  if (typeof from !== "string" || typeof to !== "string") return undefined;
  return lifted(spans[type](from, to));
}
