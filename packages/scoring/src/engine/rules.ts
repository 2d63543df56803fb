import type { Check, TraceEntry } from "../model/decision.ts";
import type { HardRule } from "../model/model.ts";
import { evaluate } from "./conditions.ts";
import type { Known } from "./known.ts";
import { type Argument, adverse } from "./verdict.ts";

/** One hard rule: exactly one trace entry; an argument only when it fires or cannot be answered. */
export function applyRule(rule: HardRule, known: Known): { trace: TraceEntry; argument: Argument | null } {
  const checks: Check[] = [];
  const result = evaluate(rule.when, known, checks);
  const verdict = result === "FALSE" ? null : adverse(result === "TRUE" ? rule.severity : rule.whenUnknown);
  const { type } = rule.when;
  const connective = type === "all" || type === "any" || type === "not" ? type : null;
  const only = connective === null ? checks[0] : undefined;
  // Written out, not spread over defaults: a policy has hundreds of rules and this is its hottest line.
  const trace: TraceEntry = {
    stage: "RULE",
    rule: rule.id,
    field: only?.field ?? null,
    operator: connective ?? only?.operator ?? "isKnown",
    actual: only?.actual ?? null,
    limit: only?.limit ?? [],
    result,
    points: null,
    verdict,
    message: verdict === null ? null : rule.message,
    checks: connective === null ? [] : checks,
  };
  if (verdict === null) return { trace, argument: null };
  // A silent rule stays silent also when its facts are missing: "tell us your device" would teach what it looks at.
  const reason = rule.reason === null ? null : result === "UNKNOWN" ? "INFORMATION_MISSING" : rule.reason;
  return { trace, argument: { verdict, reason } };
}
