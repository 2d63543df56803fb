import { expect, it } from "vitest";
import type { Step } from "./trace-steps.ts";
import { byStage, needsLook } from "./trace-steps.ts";

const step = (stage: string, result: Step["result"], more: Partial<Step> = {}): Step => ({
  __typename: "TraceEntry",
  rule: "r",
  stage,
  sentence: "s",
  field: null,
  actual: null,
  operator: null,
  limit: null,
  points: null,
  result,
  ...more,
});

it("a rule that holds wants a look, and so does one that lacks a fact", () => {
  expect(needsLook(step("RULE", "TRUE"))).toBe(true);
  expect(needsLook(step("RULE", "UNKNOWN"))).toBe(true);
  expect(needsLook(step("RULE", "FALSE"))).toBe(false);
});

it("a matched score band or price row is no finding", () => {
  expect(needsLook(step("CARD", "TRUE"))).toBe(false);
  expect(needsLook(step("TABLE", "TRUE"))).toBe(false);
});

it("steps stand under their stage in the model's own order", () => {
  const groups = byStage([step("RULE", "TRUE"), step("RULE", "FALSE"), step("CARD", "TRUE"), step("RULE", "FALSE")]);
  expect(groups.map(({ stage, steps }) => [stage, steps.length])).toEqual([
    ["RULE", 2],
    ["CARD", 1],
    ["RULE", 1],
  ]);
});
