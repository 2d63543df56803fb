import type { FieldCatalogue, LocalText } from "../values/field.ts";
import { type FieldKind, type Literal, readLiteral } from "../values/value.ts";

export type ProblemCode =
  | "BAD_SHAPE"
  | "UNKNOWN_FIELD"
  | "NOT_YET_COMPUTED"
  | "WRONG_KIND"
  | "BAD_LITERAL"
  | "BAD_POINTS"
  | "DUPLICATE"
  | "EMPTY"
  | "UNKNOWN_REASON"
  | "PROTECTED_FIELD"
  | "GAP"
  | "OVERLAP"
  | "UNREACHABLE"
  | "BAND_ORDER"
  | "MISSING_REWARDED"
  | "ROW_WIDTH"
  | "NOT_CHECKED";

/** An ERROR forbids activation; a WARNING is for the author to judge. `at` is the path in the model's JSON. */
export interface Problem {
  readonly severity: "ERROR" | "WARNING";
  readonly code: ProblemCode;
  readonly at: string;
  readonly message: LocalText;
}

/** What the checks share: the catalogue, the fields computed so far, and where to report. */
export interface Inspection {
  readonly fields: FieldCatalogue;
  readonly computed: Set<string>;
  readonly problems: Problem[];
}

export function report(
  to: Inspection,
  severity: Problem["severity"],
  code: ProblemCode,
  at: string,
  zh: string,
  en: string,
): void {
  to.problems.push({ severity, code, at, message: { zh, en } });
}

/** The kind of a field that may be read here, or null after reporting why it may not. */
export function readable(to: Inspection, field: string, at: string): FieldKind | null {
  const declared = Object.hasOwn(to.fields, field) ? to.fields[field] : undefined;
  if (declared === undefined) {
    report(to, "ERROR", "UNKNOWN_FIELD", at, `字段“${field}”不在目录中`, `field ${field} is not in the catalogue`);
    return null;
  }
  if (declared.source === "DERIVED" && !to.computed.has(field)) {
    report(
      to,
      "ERROR",
      "NOT_YET_COMPUTED",
      at,
      `字段“${field}”在此处尚未计算`,
      `field ${field} is not computed yet at this point`,
    );
  }
  return declared.kind;
}

export function expectKind(to: Inspection, actual: FieldKind | null, expected: FieldKind | null, at: string): void {
  if (actual === null || expected === null || actual === expected) return;
  report(
    to,
    "ERROR",
    "WRONG_KIND",
    at,
    `类型应为 ${expected}，实为 ${actual}`,
    `expected ${expected}, found ${actual}`,
  );
}

/** Checks a literal's own text, its kind, and for enums that the catalogue knows the code. */
export function inspectLiteral(
  to: Inspection,
  literal: Literal,
  expected: FieldKind | null,
  at: string,
  field?: string,
): void {
  expectKind(to, literal.kind, expected, at);
  if (readLiteral(literal) === undefined) {
    report(
      to,
      "ERROR",
      "BAD_LITERAL",
      at,
      `“${literal.value}”不是有效的 ${literal.kind}`,
      `${literal.value} is not a valid ${literal.kind}`,
    );
  }
  const values = field === undefined || !Object.hasOwn(to.fields, field) ? undefined : to.fields[field]?.values;
  if (literal.kind === "enum" && values !== undefined && !Object.hasOwn(values, literal.value)) {
    report(
      to,
      "ERROR",
      "BAD_LITERAL",
      at,
      `“${literal.value}”不是字段“${field}”的取值`,
      `${literal.value} is not a value of ${field}`,
    );
  }
}

/** Declares that a stage writes a field: it must be catalogued as DERIVED, of the right kind, and written only once. */
export function inspectWrite(to: Inspection, field: string, kind: FieldKind, at: string): void {
  const declared = Object.hasOwn(to.fields, field) ? to.fields[field] : undefined;
  if (declared === undefined)
    report(to, "ERROR", "UNKNOWN_FIELD", at, `字段“${field}”不在目录中`, `field ${field} is not in the catalogue`);
  else {
    expectKind(to, kind, declared.kind, at);
    if (declared.source !== "DERIVED") {
      report(
        to,
        "ERROR",
        "WRONG_KIND",
        at,
        `字段“${field}”不是派生字段，不能由模型写入`,
        `field ${field} is not DERIVED, so a model may not write it`,
      );
    }
  }
  if (to.computed.has(field))
    report(to, "ERROR", "DUPLICATE", at, `字段“${field}”被重复写入`, `field ${field} is written twice`);
  to.computed.add(field);
}

export function inspectUnique(to: Inspection, ids: readonly string[], at: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (id === "") report(to, "ERROR", "EMPTY", at, "标识不能为空", "an id must not be empty");
    if (seen.has(id)) report(to, "ERROR", "DUPLICATE", at, `标识“${id}”重复`, `id ${id} is used twice`);
    seen.add(id);
  }
}
