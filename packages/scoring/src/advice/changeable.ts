import type { FieldCatalogue } from "../values/field.ts";
import { type FactValue, type FieldKind, factOf, type Literal, readLiteral } from "../values/value.ts";

/** A field a person can be advised to change: on a line in steps up to a believable limit, or to one of some codes. */
export type ChangeableField = {
  readonly field: string;
  readonly kind: FieldKind;
} & (
  | { readonly direction: "UP" | "DOWN"; readonly step: Literal; readonly limit: Literal }
  | { readonly choices: readonly Literal[] }
);

/** The catalogue's fields that carry advice; protected ones (age, sex, region, marital status) never do. */
export function changeableFields(fields: FieldCatalogue): readonly ChangeableField[] {
  return Object.entries(fields).flatMap(
    ([field, { kind, advice, protected: isProtected, source }]): ChangeableField[] =>
      advice === undefined || isProtected === true || source === "DERIVED" ? [] : [{ field, kind, ...advice }],
  );
}

/** At most so many steps of one field are tried, and then its limit. */
const rungLimit = 1_000;

export interface Rung {
  readonly value: FactValue;
  /** How far towards the limit, above 0 up to 1; a changed code counts as the whole way. */
  readonly distance: number;
}

/** The values a field could be changed to, nearest first: round multiples of the step, then the limit itself. */
export function* rungsOf(change: ChangeableField, present: FactValue | undefined): Generator<Rung> {
  const from = factOf(change.kind, present);
  if (from === undefined) return;
  if ("choices" in change) {
    for (const literal of change.choices) {
      const value = readLiteral(literal);
      if (value !== undefined && value !== from && literal.kind === change.kind) yield { value, distance: 1 };
    }
    return;
  }
  const [start, step, limit] = [
    integerOf(from),
    integerOf(readLiteral(change.step)),
    integerOf(readLiteral(change.limit)),
  ];
  if (start === undefined || step === undefined || limit === undefined || step <= 0n) return;
  const sign = change.direction === "UP" ? 1n : -1n;
  const way = (limit - start) * sign;
  if (way <= 0n) return;
  const over = ((start % step) + step) % step;
  const first = sign > 0n || over === 0n ? step - (sign > 0n ? over : 0n) : over;
  let gone = first;
  for (let rung = 0; rung < rungLimit; rung += 1) {
    const reached = gone < way ? gone : way;
    const value = start + reached * sign;
    yield { value: typeof from === "bigint" ? value : Number(value), distance: Number(reached) / Number(way) };
    if (reached === way) return;
    gone += step;
  }
  const value = start + way * sign;
  yield { value: typeof from === "bigint" ? value : Number(value), distance: 1 };
}

function integerOf(value: FactValue | undefined): bigint | undefined {
  if (typeof value === "bigint") return value;
  return typeof value === "number" ? BigInt(value) : undefined;
}
