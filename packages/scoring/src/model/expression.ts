import type { Literal } from "../values/value.ts";
import type { Condition } from "./condition.ts";

/**
 * A formula. Numbers stay exact fractions until the formula lands in its field, where they are rounded once (half up).
 * A missing part makes the whole unknown, and so does a division by zero; only `firstKnown` looks past the unknown.
 *   sum, difference, least, greatest   one kind in, the same kind out
 *   times, dividedBy                   any amount by a plain number
 *   share                              any amount by a rate: 20 % of an income
 *   ratio                              two values of one kind make a rate
 *   days, months, years                completed units between two dates
 */
export type Expression =
  | { readonly type: "value"; readonly value: Literal }
  | { readonly type: "field"; readonly field: string }
  | { readonly type: "sum" | "least" | "greatest" | "firstKnown"; readonly of: readonly Expression[] }
  | {
      readonly type: "difference" | "times" | "dividedBy" | "share" | "ratio";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: "days" | "months" | "years"; readonly from: Expression; readonly to: Expression }
  | { readonly type: "choose"; readonly when: Condition; readonly take: Expression; readonly otherwise: Expression };

type Part = Expression | string | Literal;

const part = (from: Part): Expression => {
  if (typeof from === "string") return { type: "field", field: from };
  return "type" in from ? from : { type: "value", value: from };
};
const listed =
  (type: "sum" | "least" | "greatest" | "firstKnown") =>
  (...of: readonly Part[]): Expression => ({ type, of: of.map(part) });
const paired =
  (type: "difference" | "times" | "dividedBy" | "share" | "ratio") =>
  (left: Part, right: Part): Expression => ({
    type,
    left: part(left),
    right: part(right),
  });
const spanned =
  (type: "days" | "months" | "years") =>
  (from: Part, to: Part): Expression => ({ type, from: part(from), to: part(to) });

/** Builders; a bare string names a field, a literal stands for itself. */
export const calc = {
  of: part,
  sum: listed("sum"),
  least: listed("least"),
  greatest: listed("greatest"),
  firstKnown: listed("firstKnown"),
  difference: paired("difference"),
  times: paired("times"),
  dividedBy: paired("dividedBy"),
  share: paired("share"),
  ratio: paired("ratio"),
  days: spanned("days"),
  months: spanned("months"),
  years: spanned("years"),
  choose: (when: Condition, take: Part, otherwise: Part): Expression => ({
    type: "choose",
    when,
    take: part(take),
    otherwise: part(otherwise),
  }),
} as const;
