import { describe, expect, it } from "vitest";
import { formatLargeMoney, formatMoney, formatMoneyRange, formatRoundMoney } from "./money.ts";

describe("an exact amount", () => {
  it.each([
    ["12345.60", "¥12,345.60"],
    ["0.00", "¥0.00"],
    ["-1.50", "-¥1.50"],
    ["12000", "¥12,000.00"],
    ["9007199254740993.01", "¥9,007,199,254,740,993.01"],
    ["0.005", "¥0.01"],
  ])("%s is written %s", (wire, shown) => {
    expect(formatMoney(wire)).toBe(shown);
  });

  it("shows what is no amount as it came", () => {
    expect(formatMoney("***")).toBe("***");
  });
});

describe("a limit (B-01)", () => {
  it.each([
    ["10000.00", "200000.00", "1–20 万元", "¥10,000–200,000"],
    ["5000.00", "200000.00", "5,000 元–20 万元", "¥5,000–200,000"],
    ["500.00", "15500.00", "500–15,500 元", "¥500–15,500"],
    ["50000.00", "50000.00", "5 万元", "¥50,000"],
  ])("from %s to %s is %s and %s", (least, most, chinese, english) => {
    expect(formatMoneyRange(least, most, "zh-CN")).toBe(chinese);
    expect(formatMoneyRange(least, most, "en-US")).toBe(english);
  });

  it("never rounds 15,500 to 1.6 万", () => {
    expect(formatRoundMoney("15500.00", "zh-CN")).toBe("15,500 元");
  });

  it("keeps the fen of an amount that has some", () => {
    expect(formatRoundMoney("10000.50", "zh-CN")).toBe("¥10,000.50");
  });
});

describe("a large figure of a dashboard", () => {
  it.each([
    ["128345678.00", "¥1.28 亿", "¥128.3M"],
    ["34560000.00", "¥3,456 万", "¥34.6M"],
    ["999999.00", "¥999,999", "¥999,999"],
    ["-34560000.00", "-¥3,456 万", "-¥34.6M"],
  ])("%s is %s and %s", (wire, chinese, english) => {
    expect(formatLargeMoney(wire, "zh-CN")).toBe(chinese);
    expect(formatLargeMoney(wire, "en-US")).toBe(english);
  });
});
