import type { SuggestedTerms, TraceEntry } from "../model/decision.ts";
import type { TermsPolicy } from "../model/model.ts";
import { factOf, fen, type Literal, readLiteral, writeLiteral } from "../values/value.ts";
import { compute } from "./expressions.ts";
import type { Known } from "./known.ts";
import { type Argument, adverse, entry } from "./verdict.ts";

export interface TermsResult {
  readonly trace: readonly TraceEntry[];
  readonly argument: Argument | null;
  readonly terms: SuggestedTerms | null;
}

/**
 * Limit and price for one application; no terms when a part is unknown, the rate is below zero or the term below a month,
 * or the amount stays under the minimum.
 */
export function applyTerms(policy: TermsPolicy, known: Known): TermsResult {
  const maxAmount = compute(policy.maxAmount, "money", known);
  const annualRate = compute(policy.annualRate, "rate", known);
  const termMonths = compute(policy.termMonths, "number", known);
  const amount = amountOf(policy, maxAmount, factOf("money", known.get(policy.requestedAmount)));
  const formulas = [
    formula("maxAmount", writeLiteral("money", maxAmount)),
    formula("annualRate", writeLiteral("rate", annualRate)),
    formula("termMonths", writeLiteral("number", termMonths)),
  ];
  if (
    typeof maxAmount !== "bigint" ||
    typeof annualRate !== "number" ||
    typeof termMonths !== "number" ||
    amount === undefined ||
    // No lender pays for lending, and none lends for no time at all: such a formula has not answered.
    annualRate < 0 ||
    termMonths < 1
  ) {
    const trace = [...formulas, closing(policy, null, "UNKNOWN", "REFER")];
    return { trace, argument: { verdict: "REFER", reason: "INFORMATION_MISSING" }, terms: null };
  }
  const minimum = readLiteral(policy.minimum);
  if (amount > 0n && typeof minimum === "bigint" && amount >= minimum) {
    const terms = { maxAmount, amount, annualRate, termMonths };
    return { trace: [...formulas, closing(policy, fen(amount), "TRUE", null)], argument: null, terms };
  }
  const belowMinimum = adverse(policy.belowMinimum);
  const trace = [...formulas, closing(policy, fen(amount), "FALSE", belowMinimum)];
  return { trace, argument: { verdict: belowMinimum, reason: policy.reason }, terms: null };
}

/** The request or the limit, whichever is less, rounded down to the step; never negative. */
function amountOf(policy: TermsPolicy, maxAmount: unknown, requested: unknown): bigint | undefined {
  const step = readLiteral(policy.step);
  if (typeof maxAmount !== "bigint" || typeof requested !== "bigint") return undefined;
  if (typeof step !== "bigint" || step <= 0n) return undefined;
  const wanted = requested < maxAmount ? requested : maxAmount;
  return wanted <= 0n ? 0n : wanted - (wanted % step);
}

const formula = (rule: string, actual: Literal | null): TraceEntry =>
  entry({ stage: "TERMS", rule, operator: "formula", actual, result: actual === null ? "UNKNOWN" : "TRUE" });

const closing = (
  policy: TermsPolicy,
  actual: Literal | null,
  result: TraceEntry["result"],
  verdict: TraceEntry["verdict"],
): TraceEntry =>
  entry({
    stage: "TERMS",
    rule: "amount",
    field: policy.requestedAmount,
    operator: "minimum",
    actual,
    limit: [policy.minimum],
    result,
    verdict,
  });
