import { ScoringError } from "../scoring-error.ts";
import {
  type Facts,
  type FactValue,
  type FieldKind,
  factOf,
  isOrdered,
  type Literal,
  readLiteral,
  writeLiteral,
} from "./value.ts";

/** One text in both languages of the platform. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export type Locale = keyof LocalText;

/** Where a fact comes from; DERIVED fields are written by the model itself (formulas, the score, table outputs). */
export type FieldSource = "PROFILE" | "APPLICATION" | "BUREAU" | "PLATFORM" | "DERIVED";

/** What a person may be advised to change, how far it is believable, and in which steps. */
export type Advice =
  | { readonly direction: "UP" | "DOWN"; readonly step: Literal; readonly limit: Literal }
  | { readonly choices: readonly Literal[] };

/**
 * One entry of the catalogue. `min` and `max` (both inclusive) bound what can occur, so that the checker knows where
 * a gap matters. `values` lists an enum's codes. `protected` marks age, sex, region, marital status and their like.
 */
export interface Field {
  readonly kind: FieldKind;
  readonly label: LocalText;
  readonly unit?: LocalText;
  readonly source: FieldSource;
  readonly min?: Literal;
  readonly max?: Literal;
  readonly values?: Readonly<Record<string, LocalText>>;
  readonly protected?: boolean;
  readonly advice?: Advice;
}

export type FieldCatalogue = Readonly<Record<string, Field>>;

interface ValueOfKind {
  money: bigint;
  rate: number;
  number: number;
  enum: string;
  boolean: boolean;
  date: string;
}

type ValueOf<F extends Field> = F extends { readonly kind: "enum"; readonly values: infer V }
  ? Extract<keyof V, string>
  : ValueOfKind[F["kind"]];

/** The facts a catalogue describes, each field optional because any of them can be unknown. */
export type FactsOf<C extends FieldCatalogue> = { readonly [Id in keyof C]?: ValueOf<C[Id]> | undefined };

const literalsOf = (field: Field): readonly Literal[] => {
  const advice =
    field.advice === undefined
      ? []
      : "choices" in field.advice
        ? field.advice.choices
        : [field.advice.step, field.advice.limit];
  return [field.min, field.max, ...advice].filter((literal) => literal !== undefined);
};

/**
 * Declares the typed catalogue a model may speak about and returns it unchanged, with its literal types kept.
 * Throws on an unknown kind, an enum without values, bounds of another kind or the wrong way round, advice on a
 * protected field, in steps of nothing, or to a code that is none.
 */
export function defineFields<const C extends FieldCatalogue>(fields: C): C {
  for (const [id, field] of Object.entries<Field>(fields)) {
    if (!kinds.has(field.kind)) throw new ScoringError("FIELDS_INVALID", `field ${id}: no kind is ${field.kind}`);
    if (field.kind === "enum" && Object.keys(field.values ?? {}).length === 0)
      throw new ScoringError("FIELDS_INVALID", `field ${id}: an enum needs values`);
    if (field.protected === true && field.advice !== undefined)
      throw new ScoringError("FIELDS_INVALID", `field ${id}: no advice on a protected field`);
    for (const literal of literalsOf(field)) {
      if (literal.kind !== field.kind || readLiteral(literal) === undefined)
        throw new ScoringError("FIELDS_INVALID", `field ${id}: ${JSON.stringify(literal)} is no ${field.kind}`);
    }
    checkBounds(id, field);
    if (field.advice !== undefined && "step" in field.advice && !isOrdered(field.kind))
      throw new ScoringError("FIELDS_INVALID", `field ${id}: steps need an ordered kind`);
  }
  return fields;
}

const kinds: ReadonlySet<string> = new Set(["money", "rate", "number", "enum", "boolean", "date"]);

function checkBounds(id: string, { min, max, advice, values }: Field): void {
  const [low, high] = [min && readLiteral(min), max && readLiteral(max)];
  if (low !== undefined && high !== undefined && low > high)
    throw new ScoringError("FIELDS_INVALID", `field ${id}: its least is more than its most`);
  if (advice === undefined) return;
  if ("choices" in advice) {
    const unknown = advice.choices.find(({ kind, value }) => kind === "enum" && !Object.hasOwn(values ?? {}, value));
    if (unknown) throw new ScoringError("FIELDS_INVALID", `field ${id}: ${unknown.value} is not one of its values`);
  } else if (Number(advice.step.value) <= 0)
    throw new ScoringError("FIELDS_INVALID", `field ${id}: no step is that small`);
}

/** Facts as stored in a decision's snapshot: every value tagged with its kind, unknown fields absent. */
export type EncodedFacts = Readonly<Record<string, Literal>>;

/** Field ids whose value is not of the declared kind, or is an enum code the catalogue does not list, or is not declared. */
export function misfits(facts: Facts, fields: FieldCatalogue): readonly string[] {
  const wrong = Object.entries(facts).filter(
    ([id, value]) => value !== undefined && !fits(value, Object.hasOwn(fields, id) ? fields[id] : undefined),
  );
  return wrong.map(([id]) => id).sort();
}

function fits(value: FactValue, field: Field | undefined): boolean {
  if (field === undefined || factOf(field.kind, value) === undefined) return false;
  return field.kind !== "enum" || (typeof value === "string" && Object.hasOwn(field.values ?? {}, value));
}

/** Tags facts for JSON. Refuses (throws) a value that does not fit the catalogue: a snapshot must replay exactly. */
export function encodeFacts(facts: Facts, fields: FieldCatalogue): EncodedFacts {
  const wrong = misfits(facts, fields);
  if (wrong.length > 0) throw new ScoringError("FACTS_INVALID", `facts do not fit the catalogue: ${wrong.join(", ")}`);
  const encoded: Record<string, Literal> = {};
  for (const id of Object.keys(facts).sort()) {
    const field = fields[id];
    const literal = field === undefined ? null : writeLiteral(field.kind, facts[id]);
    if (literal !== null) encoded[id] = literal;
  }
  return encoded;
}

/** Reads a stored snapshot back. Throws on text that is not a value of its tag. */
export function decodeFacts(encoded: EncodedFacts): Facts {
  return Object.fromEntries(
    Object.entries(encoded).map(([id, literal]): [string, FactValue] => {
      const value = readLiteral(literal);
      if (value === undefined) throw new ScoringError("FACTS_INVALID", `fact ${id} is not a ${literal.kind}`);
      return [id, value];
    }),
  );
}
