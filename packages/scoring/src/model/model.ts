import type { LocalText } from "../values/field.ts";
import type { FieldKind, Literal } from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";
import type { Condition } from "./condition.ts";
import type { Expression } from "./expression.ts";

export type Outcome = "PASS" | "REFER" | "REJECT";
export type Severity = "REFER" | "REJECT";

/** A field the model computes first; later ones may use earlier ones. Declared in the catalogue with source DERIVED. */
export interface DerivedField {
  readonly field: string;
  readonly kind: FieldKind;
  readonly formula: Expression;
}

/**
 * Fires when its condition is TRUE. When the condition is UNKNOWN it refers, or rejects if so declared; it can never pass.
 * `reason` is what the applicant may be told; null for what must not be shown (fraud, watch lists).
 */
export interface HardRule {
  readonly id: string;
  readonly severity: Severity;
  readonly when: Condition;
  readonly whenUnknown?: Severity;
  readonly message: LocalText;
  readonly reason: ReasonCode | null;
}

/** A stretch of an ordered field, from inclusive, to exclusive, null meaning open; or a set of codes. */
export type Span =
  | { readonly type: "within"; readonly from: Literal | null; readonly to: Literal | null }
  | { readonly type: "in"; readonly values: readonly Literal[] };

export interface Bin {
  readonly span: Span;
  readonly points: number;
}

/** `missing` are the points for an unknown value, or for one that lies in no bin. */
export interface Characteristic {
  readonly id: string;
  readonly field: string;
  readonly kind: FieldKind;
  readonly bins: readonly Bin[];
  readonly missing: number;
  readonly reason: ReasonCode | null;
}

/** A band holds from its score up to the next band's; the first band has `from: null`. */
export interface ScoreBand {
  readonly id: string;
  readonly from: number | null;
  readonly outcome: Outcome;
}

/** Whole points: the score is `base` plus the points of every characteristic, written to the number field `writes`. */
export interface ScoreCard {
  readonly id: string;
  readonly writes: string;
  readonly base: number;
  readonly characteristics: readonly Characteristic[];
  readonly bands: readonly ScoreBand[];
}

/** FIRST: the first matching row. WORST_OF: of all matching rows the worst verdict. COLLECT: all of them, outputs summed. */
export type HitPolicy = "FIRST" | "COLLECT" | "WORST_OF";

/**
 * A cell of a table: a span, `missing` (matches only an unknown value), or null for any value, known or not. One
 * `missing` cell makes unknown a value of its column: the column's spans are then FALSE for it and leave nothing open.
 */
export type Cell = Span | { readonly type: "missing" } | null;

export interface RowEffect {
  readonly verdict?: Outcome;
  readonly reason?: ReasonCode | null;
  readonly set?: Readonly<Record<string, Literal>>;
}

export interface TableColumn {
  readonly field: string;
  readonly kind: FieldKind;
}

export interface TableRow {
  readonly id: string;
  readonly when: readonly Cell[];
  readonly effect: RowEffect;
}

/**
 * `when` of each row has one cell per input. `outputs` are DERIVED fields the table writes. Where a missing fact leaves
 * it open which row holds, the table refers (or rejects, if declared) and leaves its outputs unknown. Without
 * `otherwise`, a FIRST or WORST_OF table in which no row matches refers.
 */
export interface DecisionTable {
  readonly id: string;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly TableColumn[];
  readonly outputs: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly otherwise?: RowEffect;
  readonly whenUnknown?: Severity;
}

/**
 * Limits and pricing. The suggested amount is the lesser of the request and the limit, rounded down to `step`; under
 * `minimum` the application gets `belowMinimum`. A term that cannot be computed refers.
 */
export interface TermsPolicy {
  readonly requestedAmount: string;
  readonly maxAmount: Expression;
  readonly step: Literal;
  readonly minimum: Literal;
  readonly belowMinimum: Severity;
  readonly reason: ReasonCode | null;
  readonly annualRate: Expression;
  readonly termMonths: Expression;
}

/** A whole underwriting policy as plain JSON: what is stored, hashed, approved and replayed. Stages run top to bottom. */
export interface DecisionModel {
  readonly format: 1;
  readonly derived: readonly DerivedField[];
  readonly rules: readonly HardRule[];
  readonly card: ScoreCard | null;
  readonly tables: readonly DecisionTable[];
  readonly terms: TermsPolicy | null;
}
