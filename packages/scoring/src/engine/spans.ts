import type { Truth } from "../model/condition.ts";
import type { Check } from "../model/decision.ts";
import type { Cell, Span, TableColumn } from "../model/model.ts";
import { compareValues, type FactValue, factOf, readLiteral, writeLiteral } from "../values/value.ts";
import type { Known } from "./known.ts";
import { truthOf } from "./truth.ts";

/** Whether a known value lies in the span; an unreadable end makes the span empty, so that nothing passes through it. */
export function covers(span: Span, value: FactValue): boolean {
  if (span.type === "in") return span.values.some((literal) => readLiteral(literal) === value);
  if (span.from !== null) {
    const from = readLiteral(span.from);
    if (from === undefined || compareValues(value, from) < 0) return false;
  }
  if (span.to !== null) {
    const to = readLiteral(span.to);
    if (to === undefined || compareValues(value, to) >= 0) return false;
  }
  return true;
}

/** The ends of a span, or its values, as a trace shows them. */
export function limitOf(span: Span): Check["limit"] {
  return span.type === "in" ? span.values : [span.from, span.to];
}

/**
 * A cell against the facts: null when the cell asks nothing. Where `isMissingHandled` (the column has a `missing` cell
 * in some row) an unknown value is a case of its own, so it lies FALSE in every span instead of leaving it open.
 */
export function checkCell(cell: Cell, input: TableColumn, known: Known, isMissingHandled: boolean): Check | null {
  if (cell === null) return null;
  const { field, kind } = input;
  const value = factOf(kind, known.get(field));
  const actual = writeLiteral(kind, value);
  if (cell.type === "missing") {
    return { field, operator: "missing", actual, limit: [], result: truthOf(value === undefined) };
  }
  const unanswered: Truth = isMissingHandled ? "FALSE" : "UNKNOWN";
  const result = value === undefined ? unanswered : truthOf(covers(cell, value));
  return { field, operator: cell.type, actual, limit: limitOf(cell), result };
}
