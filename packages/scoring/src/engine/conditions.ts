import type { Comparison, Condition, Truth } from "../model/condition.ts";
import type { Check } from "../model/decision.ts";
import {
  compareValues,
  type FactValue,
  type FieldKind,
  factOf,
  flag,
  isOrdered,
  readLiteral,
  writeLiteral,
} from "../values/value.ts";
import type { Known } from "./known.ts";
import { conjunction, disjunction, negate, truthOf } from "./truth.ts";

/**
 * The truth of a condition over what is known. Every leaf is evaluated and, when `checks` is given, noted there in
 * reading order, so the trace shows also those that no longer mattered.
 */
export function evaluate(condition: Condition, known: Known, checks?: Check[]): Truth {
  switch (condition.type) {
    case "all":
      return conjunction(condition.of.map((part) => evaluate(part, known, checks)));
    case "any":
      return disjunction(condition.of.map((part) => evaluate(part, known, checks)));
    case "not":
      return negate(evaluate(condition.of, known, checks));
    default: {
      const check = checkOf(condition, known);
      checks?.push(check);
      return check.result;
    }
  }
}

type Leaf = Exclude<Condition, { readonly type: "all" | "any" | "not" }>;

function checkOf(leaf: Leaf, known: Known): Check {
  switch (leaf.type) {
    case "compare": {
      const { field, operator, to } = leaf;
      const actual = factOf(to.kind, known.get(field));
      const limit = "field" in to ? factOf(to.kind, known.get(to.field)) : readLiteral(to);
      const shown = "field" in to ? writeLiteral(to.kind, limit) : to;
      return {
        field,
        operator,
        actual: writeLiteral(to.kind, actual),
        limit: [shown],
        result: compared(to.kind, operator, actual, limit),
      };
    }
    case "between": {
      const { field, low, high } = leaf;
      const actual = factOf(low.kind, known.get(field));
      const result = conjunction([
        compared(low.kind, "ge", actual, readLiteral(low)),
        compared(high.kind, "le", actual, readLiteral(high)),
      ]);
      return { field, operator: "between", actual: writeLiteral(low.kind, actual), limit: [low, high], result };
    }
    case "in": {
      const kind = leaf.values[0]?.kind;
      const actual = kind === undefined ? undefined : factOf(kind, known.get(leaf.field));
      const result =
        actual === undefined ? "UNKNOWN" : truthOf(leaf.values.some((value) => readLiteral(value) === actual));
      return {
        field: leaf.field,
        operator: "in",
        actual: kind === undefined ? null : writeLiteral(kind, actual),
        limit: leaf.values,
        result,
      };
    }
    case "isKnown": {
      const isThere = known.has(leaf.field);
      return { field: leaf.field, operator: "isKnown", actual: flag(isThere), limit: [], result: truthOf(isThere) };
    }
  }
}

function compared(
  kind: FieldKind,
  operator: Comparison,
  actual: FactValue | undefined,
  limit: FactValue | undefined,
): Truth {
  if (actual === undefined || limit === undefined || typeof actual !== typeof limit) return "UNKNOWN";
  if (operator === "eq") return truthOf(actual === limit);
  if (operator === "ne") return truthOf(actual !== limit);
  if (!isOrdered(kind)) return "UNKNOWN";
  const order = compareValues(actual, limit);
  if (operator === "lt") return truthOf(order < 0);
  if (operator === "le") return truthOf(order <= 0);
  if (operator === "ge") return truthOf(order >= 0);
  return operator === "gt" ? truthOf(order > 0) : "UNKNOWN";
}
