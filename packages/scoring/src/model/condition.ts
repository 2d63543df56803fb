import type { FieldKind, Literal } from "../values/value.ts";

/** Three-valued truth: UNKNOWN is what a missing fact makes of a comparison. */
export type Truth = "TRUE" | "FALSE" | "UNKNOWN";

export type Comparison = "lt" | "le" | "eq" | "ne" | "ge" | "gt";

/** The right side of a comparison: a fixed value, or another field of the same kind. */
export type Operand = Literal | { readonly kind: FieldKind; readonly field: string };

/** A JSON tree of conditions. `between` includes both ends; `isKnown` is the only leaf that is never UNKNOWN. */
export type Condition =
  | { readonly type: "all"; readonly of: readonly Condition[] }
  | { readonly type: "any"; readonly of: readonly Condition[] }
  | { readonly type: "not"; readonly of: Condition }
  | { readonly type: "compare"; readonly field: string; readonly operator: Comparison; readonly to: Operand }
  | { readonly type: "between"; readonly field: string; readonly low: Literal; readonly high: Literal }
  | { readonly type: "in"; readonly field: string; readonly values: readonly Literal[] }
  | { readonly type: "isKnown"; readonly field: string };

const compare =
  (operator: Comparison) =>
  (field: string, to: Operand): Condition => ({ type: "compare", field, operator, to });

export const lt = compare("lt");
export const le = compare("le");
export const eq = compare("eq");
export const ne = compare("ne");
export const ge = compare("ge");
export const gt = compare("gt");
export const all = (...of: readonly Condition[]): Condition => ({ type: "all", of });
export const any = (...of: readonly Condition[]): Condition => ({ type: "any", of });
export const not = (of: Condition): Condition => ({ type: "not", of });
export const between = (field: string, low: Literal, high: Literal): Condition => ({
  type: "between",
  field,
  low,
  high,
});
export const isIn = (field: string, ...values: readonly Literal[]): Condition => ({ type: "in", field, values });
export const isKnown = (field: string): Condition => ({ type: "isKnown", field });
export const fieldOf = (kind: FieldKind, field: string): Operand => ({ kind, field });
