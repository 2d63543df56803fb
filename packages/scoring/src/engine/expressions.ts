import type { Expression } from "../model/expression.ts";
import { daysBetween, monthsBetween, yearsBetween } from "../values/day.ts";
import { add, divide, multiply, order, type Rational, roundHalfUp, subtract, whole } from "../values/rational.ts";
import { type FactValue, type FieldKind, factOf, readLiteral } from "../values/value.ts";
import { evaluate } from "./conditions.ts";
import type { Known } from "./known.ts";

/** A number on its way is an exact fraction that knows whether it is money; text and truth values travel as they are. */
interface Amount extends Rational {
  readonly isMoney: boolean;
}
type Computed = Amount | string | boolean | undefined;

const million = whole(1_000_000n);

/**
 * The value of a formula in the unit of `kind`, rounded once, half up; undefined when a part of it is unknown. Money and
 * plain numbers do not mix: a fact of the other sort is no fact, here as in every comparison.
 */
export function compute(expression: Expression, kind: FieldKind, known: Known): FactValue | undefined {
  const isNumeric = kind === "money" || kind === "rate" || kind === "number";
  const result = computed(expression, known, isNumeric ? kind === "money" : undefined);
  if (typeof result !== "object") return factOf(kind, result);
  if (result.isMoney !== (kind === "money")) return undefined;
  const landed = roundHalfUp(result);
  return factOf(kind, kind === "money" ? landed : Number(landed));
}

/** @param wantsMoney whether the place takes money or a plain number; undefined where either will do, or neither. */
function computed(expression: Expression, known: Known, wantsMoney: boolean | undefined): Computed {
  const part = (from: Expression, wanted = wantsMoney) => computed(from, known, wanted);
  switch (expression.type) {
    case "value":
      return fitting(lifted(readLiteral(expression.value)), wantsMoney);
    case "field":
      return fitting(lifted(known.get(expression.field)), wantsMoney);
    case "sum":
    case "least":
    case "greatest":
      return folded(
        expression.type,
        expression.of.map((from) => part(from)),
      );
    case "firstKnown":
      return expression.of.map((from) => part(from)).find((value) => value !== undefined);
    case "days":
    case "months":
    case "years":
      return elapsed(
        expression.type,
        computed(expression.from, known, undefined),
        computed(expression.to, known, undefined),
      );
    case "choose": {
      const truth = evaluate(expression.when, known);
      return truth === "UNKNOWN" ? undefined : part(truth === "TRUE" ? expression.take : expression.otherwise);
    }
    case "difference":
      return paired("difference", part(expression.left), part(expression.right));
    case "ratio":
      return paired("ratio", computed(expression.left, known, undefined), computed(expression.right, known, undefined));
    case "times":
    case "dividedBy":
    case "share":
      return paired(expression.type, part(expression.left), part(expression.right, false));
    default:
      return undefined;
  }
}

function lifted(value: FactValue | undefined): Computed {
  if (typeof value === "bigint") return { ...whole(value), isMoney: true };
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { ...whole(BigInt(value)), isMoney: false } : undefined;
  return value;
}

const fitting = (value: Computed, wantsMoney: boolean | undefined): Computed =>
  typeof value === "object" && wantsMoney !== undefined && value.isMoney !== wantsMoney ? undefined : value;

function folded(type: "sum" | "least" | "greatest", parts: readonly Computed[]): Computed {
  let result: Amount | undefined;
  for (const value of parts) {
    if (typeof value !== "object" || (result !== undefined && value.isMoney !== result.isMoney)) return undefined;
    if (result === undefined) result = value;
    else if (type === "sum") result = { ...add(result, value), isMoney: value.isMoney };
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
  const isAlike = type === "difference" || type === "ratio";
  if (isAlike ? left.isMoney !== right.isMoney : right.isMoney) return undefined;
  const value = combined(type, left, right);
  return value && { ...value, isMoney: type === "ratio" ? false : left.isMoney };
}

function combined(
  type: "difference" | "times" | "dividedBy" | "share" | "ratio",
  left: Rational,
  right: Rational,
): Rational | undefined {
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
