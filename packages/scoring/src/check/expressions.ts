import type { Expression } from "../model/expression.ts";
import type { FieldKind } from "../values/value.ts";
import { inspectCondition } from "./conditions.ts";
import { expectKind, type Inspection, inspectLiteral, readable, report } from "./problem.ts";

/** The kind a formula yields, reporting on the way what does not fit; null where that cannot be told any more. */
export function kindOf(to: Inspection, expression: Expression, at: string): FieldKind | null {
  switch (expression.type) {
    case "value":
      inspectLiteral(to, expression.value, null, at);
      return expression.value.kind;
    case "field":
      return readable(to, expression.field, at);
    case "sum":
    case "least":
    case "greatest":
      return numeric(to, alike(to, expression.of, at), at);
    case "firstKnown":
      return alike(to, expression.of, at);
    case "days":
    case "months":
    case "years":
      expectKind(to, kindOf(to, expression.from, `${at}.from`), "date", `${at}.from`);
      expectKind(to, kindOf(to, expression.to, `${at}.to`), "date", `${at}.to`);
      return "number";
    case "choose":
      inspectCondition(to, expression.when, `${at}.when`);
      return alike(to, [expression.take, expression.otherwise], at);
    default:
      return pairedKind(to, expression, at);
  }
}

function alike(to: Inspection, parts: readonly Expression[], at: string): FieldKind | null {
  if (parts.length === 0) report(to, "ERROR", "EMPTY", at, "公式缺少内容", "the formula has no parts");
  const kinds = parts.map((part, index) => kindOf(to, part, `${at}[${index}]`));
  const first = kinds.find((kind) => kind !== null) ?? null;
  for (const [index, kind] of kinds.entries()) expectKind(to, kind, first, `${at}[${index}]`);
  return first;
}

function numeric(to: Inspection, kind: FieldKind | null, at: string): FieldKind | null {
  if (kind === null || kind === "money" || kind === "rate" || kind === "number") return kind;
  report(to, "ERROR", "WRONG_KIND", at, `${kind} 类型不能计算`, `${kind} values cannot be calculated with`);
  return null;
}

type Paired = Extract<Expression, { readonly left: Expression }>;

function pairedKind(to: Inspection, expression: Paired, at: string): FieldKind | null {
  const left = numeric(to, kindOf(to, expression.left, `${at}.left`), `${at}.left`);
  const right = numeric(to, kindOf(to, expression.right, `${at}.right`), `${at}.right`);
  if (expression.type === "times" || expression.type === "dividedBy") expectKind(to, right, "number", `${at}.right`);
  else if (expression.type === "share") expectKind(to, right, "rate", `${at}.right`);
  else expectKind(to, right, left, `${at}.right`);
  return expression.type === "ratio" ? "rate" : left;
}

/** Checks that every code a formula can land in an enum field is one of that field's own. */
export function inspectCodes(to: Inspection, expression: Expression, field: string, at: string): void {
  switch (expression.type) {
    case "value":
      inspectLiteral(to, expression.value, "enum", at, field);
      return;
    case "firstKnown":
      for (const [index, part] of expression.of.entries()) inspectCodes(to, part, field, `${at}[${index}]`);
      return;
    case "choose":
      inspectCodes(to, expression.take, field, `${at}.take`);
      inspectCodes(to, expression.otherwise, field, `${at}.otherwise`);
      return;
    default:
      return;
  }
}
