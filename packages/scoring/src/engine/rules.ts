import type { Check, TraceEntry } from "../model/decision.ts";
import type { HardRule } from "../model/model.ts";
import { evaluate } from "./conditions.ts";
import type { Known } from "./known.ts";
import { type Argument, entry } from "./verdict.ts";

/** One hard rule: exactly one trace entry; an argument only when it fires or cannot be answered. */
export function applyRule(
  rule: HardRule,
  known: Known,
): { readonly trace: TraceEntry; readonly argument: Argument | null } {
  const checks: Check[] = [];
  const result = evaluate(rule.when, known, checks);
  const verdict =
    result === "TRUE"
      ? rule.severity
      : result === "UNKNOWN"
        ? rule.whenUnknown === "REJECT"
          ? "REJECT"
          : "REFER"
        : null;
  const { type } = rule.when;
  const only = type === "all" || type === "any" || type === "not" ? undefined : checks[0];
  const body =
    type === "all" || type === "any" || type === "not"
      ? { operator: type, checks }
      : { ...only, operator: only?.operator ?? "isKnown" };
  const trace = entry({
    stage: "RULE",
    rule: rule.id,
    ...body,
    result,
    verdict,
    message: verdict === null ? null : rule.message,
  });
  if (verdict === null) return { trace, argument: null };
  // A silent rule stays silent also when its facts are missing: "tell us your device" would teach what it looks at.
  const reason = rule.reason === null ? null : result === "UNKNOWN" ? "INFORMATION_MISSING" : rule.reason;
  return { trace, argument: { verdict, reason } };
}
