import type { Truth } from "../model/condition.ts";

/** Kleene's strong three-valued logic. */
export function negate(truth: Truth): Truth {
  return truth === "UNKNOWN" ? "UNKNOWN" : truth === "TRUE" ? "FALSE" : "TRUE";
}

/** FALSE if any is FALSE, else UNKNOWN if any is UNKNOWN, else TRUE; TRUE of nothing. */
export function conjunction(truths: readonly Truth[]): Truth {
  return truths.includes("FALSE") ? "FALSE" : truths.includes("UNKNOWN") ? "UNKNOWN" : "TRUE";
}

/** TRUE if any is TRUE, else UNKNOWN if any is UNKNOWN, else FALSE; FALSE of nothing. */
export function disjunction(truths: readonly Truth[]): Truth {
  return truths.includes("TRUE") ? "TRUE" : truths.includes("UNKNOWN") ? "UNKNOWN" : "FALSE";
}

export const truthOf = (holds: boolean): Truth => (holds ? "TRUE" : "FALSE");
