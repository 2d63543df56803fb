import type { LocalText } from "../values/field.ts";
import type { Literal } from "../values/value.ts";
import type { ReasonCode } from "../words/reasons.ts";
import type { Comparison, Truth } from "./condition.ts";
import type { Outcome } from "./model.ts";

export type Stage = "DERIVED" | "RULE" | "CARD" | "TABLE" | "TERMS";

/** How a value was held against its limit; `within` includes its lower end only, `between` both. */
export type Operator = Comparison | "between" | "within" | "in" | "isKnown" | "missing";

/** One value held against one limit. `actual` is null when unknown; a null inside `limit` is an open end. */
export interface Check {
  readonly field: string;
  readonly operator: Operator;
  readonly actual: Literal | null;
  readonly limit: readonly (Literal | null)[];
  readonly result: Truth;
}

/**
 * One step of a decision, plain JSON. A step that rests on a single check carries it in field, operator, actual and
 * limit; a compound one names its connective and lists its `checks`. `verdict` is what the step argued for, null when
 * it did not argue. For a card `points` are the points obtained.
 */
export interface TraceEntry {
  readonly stage: Stage;
  readonly rule: string;
  readonly field: string | null;
  readonly operator: Operator | "all" | "any" | "not" | "row" | "otherwise" | "formula" | "band" | "minimum";
  readonly actual: Literal | null;
  readonly limit: readonly (Literal | null)[];
  readonly result: Truth;
  readonly points: number | null;
  readonly verdict: Outcome | null;
  readonly message: LocalText | null;
  readonly checks: readonly Check[];
}

export interface ScoreReason {
  readonly characteristic: string;
  readonly reason: ReasonCode;
  readonly lostPoints: number;
}

/** `reasons` are the up to four tellable characteristics that lost the most points, whatever the outcome. */
export interface ScoreResult {
  readonly points: number;
  readonly band: string;
  readonly bandOutcome: Outcome;
  readonly reasons: readonly ScoreReason[];
}

/** Amounts in fen, the rate in parts per million per year. */
export interface SuggestedTerms {
  readonly maxAmount: bigint;
  readonly amount: bigint;
  readonly annualRate: number;
  readonly termMonths: number;
}

/** `reasons` may be told to the applicant: they belong to the outcome, hold no fraud cause, and are empty only for PASS. */
export interface Decision {
  readonly outcome: Outcome;
  readonly score: ScoreResult | null;
  readonly suggestedTerms: SuggestedTerms | null;
  readonly reasons: readonly ReasonCode[];
  readonly trace: readonly TraceEntry[];
}
