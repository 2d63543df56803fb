import type { TraceEntry } from "../model/decision.ts";
import type { Outcome, Severity } from "../model/model.ts";
import type { ReasonCode } from "../words/reasons.ts";

const rank: Readonly<Record<Outcome, number>> = { PASS: 0, REFER: 1, REJECT: 2 };

/** Read so that a policy from elsewhere which names no outcome refers. */
export const sound = (outcome: Outcome): Outcome => (outcome === "PASS" || outcome === "REJECT" ? outcome : "REFER");

/** The same of what can only be adverse. */
export const adverse = (severity: Severity | undefined): Severity => (severity === "REJECT" ? "REJECT" : "REFER");

/** Positive when a is worse for the applicant than b. */
export const compareOutcomes = (a: Outcome, b: Outcome): number => rank[a] - rank[b];

export const worst = (a: Outcome, b: Outcome): Outcome => (compareOutcomes(a, b) >= 0 ? a : b);

/** What a stage has to say: entries for the trace, and verdicts with the reason the applicant may hear, if any. */
export interface Argument {
  readonly verdict: Outcome;
  readonly reason: ReasonCode | null;
}

/** A trace entry of one step, with everything it leaves unsaid filled in. */
export function entry(
  known: Pick<TraceEntry, "stage" | "rule" | "operator" | "result"> & Partial<TraceEntry>,
): TraceEntry {
  return { field: null, actual: null, limit: [], points: null, verdict: null, message: null, checks: [], ...known };
}
