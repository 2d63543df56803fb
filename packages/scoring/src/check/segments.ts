import type { Cell, Span } from "../model/model.ts";
import { dayAfter } from "../values/day.ts";
import type { Field } from "../values/field.ts";
import { compareValues, type FactValue, type FieldKind, isOrdered, readLiteral } from "../values/value.ts";

/**
 * A piece of a field's values that no span of the column cuts through: a half-open stretch, one code, or the absence of
 * a value. Whether a span covers one value of the piece, it covers all.
 */
export type Segment =
  | { readonly type: "stretch"; readonly from: FactValue | null; readonly to: FactValue | null }
  | { readonly type: "code"; readonly value: FactValue }
  | { readonly type: "missing" };

/** The next value on a line of whole numbers or days. */
function following(value: FactValue): FactValue | undefined {
  if (typeof value === "bigint") return value + 1n;
  if (typeof value === "string") return dayAfter(value);
  return typeof value === "number" ? value + 1 : undefined;
}

/** Cuts everything that can occur in a field along the ends of the given spans. */
export function segmentsOf(field: Field, spans: readonly Cell[]): readonly Segment[] {
  const missing: Segment[] = spans.some((span) => span?.type === "missing") ? [{ type: "missing" }] : [];
  if (!isOrdered(field.kind)) return [...codesOf(field).map((value): Segment => ({ type: "code", value })), ...missing];
  const lowest = field.min === undefined ? undefined : readLiteral(field.min);
  const highest = field.max === undefined ? undefined : readLiteral(field.max);
  const end = highest === undefined ? undefined : following(highest);
  const cuts = [...spans.flatMap((span) => cutsOf(span, field.kind)), lowest, end]
    .filter((cut) => cut !== undefined)
    .filter((cut) => (lowest === undefined || cut >= lowest) && (end === undefined || cut <= end))
    .sort(compareValues);
  const edges: (FactValue | null)[] = cuts.filter((cut, index) => index === 0 || cut !== cuts[index - 1]);
  if (lowest === undefined) edges.unshift(null);
  if (end === undefined) edges.push(null);
  return [
    ...edges.slice(1).map((to, index): Segment => ({ type: "stretch", from: edges[index] ?? null, to })),
    ...missing,
  ];
}

function codesOf(field: Field): readonly FactValue[] {
  return field.kind === "boolean" ? [true, false] : Object.keys(field.values ?? {});
}

function cutsOf(cell: Cell, kind: FieldKind): readonly (FactValue | undefined)[] {
  if (cell === null || cell.type === "missing") return [];
  if (cell.type === "within")
    return [cell.from, cell.to].map((end) => (end?.kind === kind ? readLiteral(end) : undefined));
  return cell.values.flatMap((literal) => {
    const value = literal.kind === kind ? readLiteral(literal) : undefined;
    return value === undefined ? [] : [value, following(value)];
  });
}

/** Whether the cell covers the whole segment. */
export function includes(cell: Cell, segment: Segment): boolean {
  if (cell === null) return true;
  if (segment.type === "missing" || cell.type === "missing") return segment.type === cell.type;
  if (segment.type === "code")
    return cell.type === "in" && cell.values.some((literal) => readLiteral(literal) === segment.value);
  return stretches(cell).some(
    ({ from, to }) =>
      (from === null || (segment.from !== null && from <= segment.from)) &&
      (to === null || (segment.to !== null && segment.to <= to)),
  );
}

function stretches(span: Span): readonly { readonly from: FactValue | null; readonly to: FactValue | null }[] {
  if (span.type === "within") {
    return [
      {
        from: span.from === null ? null : (readLiteral(span.from) ?? null),
        to: span.to === null ? null : (readLiteral(span.to) ?? null),
      },
    ];
  }
  return span.values.flatMap((literal) => {
    const value = readLiteral(literal);
    return value === undefined ? [] : [{ from: value, to: following(value) ?? value }];
  });
}

/** A segment as an author would write it. */
export function segmentText(segment: Segment): string {
  if (segment.type === "missing") return "∅";
  if (segment.type === "code") return String(segment.value);
  return `[${segment.from ?? "-∞"}, ${segment.to ?? "∞"})`;
}
