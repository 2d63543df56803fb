import { formatRate, formatYuan } from "@daichao/finance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredErrors, defineErrors, kernelErrors, ruleWords } from "./index.js";

const errors = defineErrors("SAMPLE", {
  tooDear: {
    kind: "conflict",
    message: {
      zh: "成本 {cost|rate}，首期 {payment|money} 元，共 {count} 期",
      en: "{cost|rate}, {payment|money}, {count}",
    },
  },
});

describe("the sentence of a refusal", () => {
  it("writes amounts in groups and rates in percent, and leaves the parameters as they are on the wire", () => {
    const refusal = errors.tooDear({ cost: "0.072525", payment: "1234567.05", count: 12 });
    expect(refusal.text("zh-CN")).toBe("成本 7.2525%，首期 1,234,567.05 元，共 12 期");
    expect(refusal.text("en-US")).toBe("7.2525%, 1,234,567.05, 12");
    expect(refusal.params).toEqual({ cost: "0.072525", payment: "1234567.05", count: 12 });
  });

  it("loses no digit of any amount or rate", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 9_000_000 }), (fen, ppm) => {
        const text = errors.tooDear({ cost: formatRate(ppm), payment: formatYuan(fen), count: 1 }).text("en-US");
        const [, percent = "", amount = ""] = /^([\d.]+)%, ([\d,.]+), 1$/.exec(text) ?? [];
        expect(amount.replaceAll(",", "")).toBe(formatYuan(fen));
        expect(amount).toMatch(/^\d{1,3}(,\d{3})*\.\d{2}$/);
        expect(Math.round(Number(percent) * 10_000)).toBe(ppm);
        expect(percent).toMatch(/^\d+\.\d{2,4}$/);
      }),
    );
  });

  it("says what an input's rule asks for, in both languages", () => {
    const tooLong = kernelErrors.invalidInput({ rule: "maxLength", max: 60 }, "name");
    expect(tooLong.text("zh-CN")).toBe("输入不符合要求：不能超过 60 个字");
    expect(tooLong.text("en-US")).toBe("This input is not accepted: at most 60 characters");
    expect(ruleWords({ rule: "isLength", min: 8 }).en).toBe("at least 8 characters are needed");
    expect(ruleWords({ rule: "isLength", min: 1, max: 60 }).zh).toBe("须为 1 到 60 个字");
    expect(ruleWords({ rule: "Money: invalid" }).zh).toContain("12000.00");
  });

  it("never shows a rule's own name, known or not", () => {
    for (const rule of ["maxLength", "matches", "isIn", "arrayUnique", "FEE_INVALID", "nonsense"]) {
      const { zh, en } = ruleWords({ rule, min: 1, max: 2 });
      expect(zh).not.toContain(rule);
      expect(en).not.toContain(rule);
    }
  });

  it("declares every code with sentences in both languages", () => {
    for (const { message } of declaredErrors.values()) {
      const { zh, en } = typeof message === "function" ? message({}) : message;
      expect(zh).not.toBe("");
      expect(en).not.toBe("");
    }
  });
});
