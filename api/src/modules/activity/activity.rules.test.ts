import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId, newId } from "../../kernel/ids/index.js";
import { mustFit, type ReportedEvent, weightOf } from "./activity.rules.js";
import { ActivityKind } from "./activity.states.js";
import { activityText } from "./activity-text.rules.js";

const event = (kind: ActivityKind, more: Partial<ReportedEvent> = {}): ReportedEvent => ({
  id: newId(),
  kind,
  ...more,
});
const refusal = (events: readonly ReportedEvent[]): string | undefined => {
  try {
    mustFit(events, isId);
    return undefined;
  } catch (error) {
    return (error as { field?: string }).field;
  }
};
const productId = newId();

describe("A-31: an event fits the shape of its kind", () => {
  it.each([
    [event("PRODUCT_VIEWED", { productId })],
    [event("PRODUCT_DWELT", { productId, seconds: 3_600 })],
    [event("PRODUCT_COMPARED", { productId })],
    [event("CALCULATOR_USED")],
    [event("CALCULATOR_USED", { productId, amount: 5_000_000n, termCount: 12 })],
    [event("SEARCHED", { amount: 5_000_000n, termCount: 12, category: "RENOVATION" })],
    [event("FAVOURITED", { productId })],
    [event("APPLICATION_STARTED", { productId })],
  ])("such as %o", (sound) => {
    expect(refusal([sound])).toBeUndefined();
  });

  it.each([
    [event("PRODUCT_VIEWED"), "productId"],
    [event("PRODUCT_VIEWED", { productId: "13800138000" }), "productId"],
    [event("PRODUCT_VIEWED", { productId, seconds: 4 }), "seconds"],
    [event("PRODUCT_DWELT", { productId }), "seconds"],
    [event("PRODUCT_DWELT", { productId, seconds: 3_601 }), "seconds"],
    [event("PRODUCT_DWELT", { productId, seconds: 0 }), "seconds"],
    [event("SEARCHED", { productId }), "productId"],
    [event("SEARCHED", { amount: -1n }), "amount"],
    [event("CALCULATOR_USED", { termCount: 361 }), "termCount"],
    [{ ...event("SEARCHED"), id: "110105199103070022" }, "id"],
  ])("and not %o", (wrong, field) => {
    expect(refusal([event("SEARCHED"), wrong])).toBe(`events.1.${field}`);
  });

  it("whatever else a page may send with it is refused", () => {
    const kinds = fc.constantFrom(...Object.values(ActivityKind));
    fc.assert(
      fc.property(kinds, fc.integer({ min: -10, max: 10_000 }), (kind, seconds) => {
        const accepted = refusal([event(kind, { productId, seconds })]) === undefined;
        expect(accepted).toBe(kind === "PRODUCT_DWELT" && seconds >= 1 && seconds <= 3_600);
      }),
    );
  });
});

describe("A-31: the weight of an event", () => {
  it("is 1 for a look, 2 for a comparison, 3 for a calculation, 5 for an application", () => {
    const weights = ["PRODUCT_VIEWED", "PRODUCT_COMPARED", "CALCULATOR_USED", "APPLICATION_STARTED"] as const;
    expect(weights.map((kind) => weightOf(kind, null))).toEqual([1, 2, 3, 5]);
    expect(weightOf("SEARCHED", null)).toBe(0);
  });

  it("counts a stay from fifteen visible seconds on", () => {
    expect([14, 15].map((seconds) => weightOf("PRODUCT_DWELT", seconds))).toEqual([0, 1]);
  });
});

describe("R-07: the text of the consent to recording", () => {
  it("names handler, purpose, way, kinds, how long and the way back, and hashes the Chinese words", () => {
    const zh = activityText({ account: 180, visitor: 30 }, "zh-CN");
    const en = activityText({ account: 180, visitor: 30 }, "en-US");
    for (const part of ["处理者", "目的", "方式", "信息种类", "180 天", "30 天", "撤回"])
      expect(zh.paragraphs.join("\n")).toContain(part);
    expect(en.paragraphs).toHaveLength(zh.paragraphs.length);
    expect(en.hash).toBe(zh.hash);
    expect(activityText({ account: 90, visitor: 30 }, "zh-CN").hash).not.toBe(zh.hash);
  });
});
