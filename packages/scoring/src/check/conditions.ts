import type { Condition } from "../model/condition.ts";
import { compareValues, isOrdered, readLiteral } from "../values/value.ts";
import { expectKind, type Inspection, inspectLiteral, readable, report } from "./problem.ts";

/** Fields exist and are computed by now, both sides are of one kind, no empty list, no empty interval. */
export function inspectCondition(to: Inspection, condition: Condition, at: string): void {
  switch (condition.type) {
    case "all":
    case "any":
      if (condition.of.length === 0)
        report(to, "ERROR", "EMPTY", at, "条件组不能为空", "a group of conditions must not be empty");
      for (const [index, part] of condition.of.entries()) inspectCondition(to, part, `${at}.of[${index}]`);
      return;
    case "not":
      inspectCondition(to, condition.of, `${at}.of`);
      return;
    case "isKnown":
      readable(to, condition.field, `${at}.field`);
      return;
    default:
      inspectLeaf(to, condition, at);
  }
}

function inspectLeaf(
  to: Inspection,
  leaf: Extract<Condition, { type: "compare" | "between" | "in" }>,
  at: string,
): void {
  const kind = readable(to, leaf.field, `${at}.field`);
  if (leaf.type === "compare") {
    if ("field" in leaf.to) {
      expectKind(to, leaf.to.kind, kind, `${at}.to`);
      expectKind(to, readable(to, leaf.to.field, `${at}.to.field`), leaf.to.kind, `${at}.to.field`);
    } else inspectLiteral(to, leaf.to, kind, `${at}.to`, leaf.field);
    if (kind !== null && !isOrdered(kind) && leaf.operator !== "eq" && leaf.operator !== "ne") {
      report(to, "ERROR", "WRONG_KIND", at, `${kind} 类型不能比较大小`, `${kind} values have no order`);
    }
  } else if (leaf.type === "between") {
    inspectLiteral(to, leaf.low, kind, `${at}.low`, leaf.field);
    inspectLiteral(to, leaf.high, kind, `${at}.high`, leaf.field);
    const [low, high] = [readLiteral(leaf.low), readLiteral(leaf.high)];
    if (kind !== null && !isOrdered(kind))
      report(to, "ERROR", "WRONG_KIND", at, `${kind} 类型没有区间`, `${kind} values have no intervals`);
    else if (low !== undefined && high !== undefined && compareValues(low, high) > 0)
      report(to, "ERROR", "EMPTY", at, "区间为空", "the interval is empty");
  } else {
    if (leaf.values.length === 0)
      report(to, "ERROR", "EMPTY", at, "取值列表不能为空", "the list of values must not be empty");
    for (const [index, value] of leaf.values.entries())
      inspectLiteral(to, value, kind, `${at}.values[${index}]`, leaf.field);
  }
}
