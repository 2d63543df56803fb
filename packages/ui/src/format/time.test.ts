import { describe, expect, it } from "vitest";
import { formatTerm, formatTermRange } from "./term.ts";
import { dayOfInstant, formatCountdown, formatDay, formatInstant, formatRelative } from "./time.ts";

describe("a moment", () => {
  it("is told in Beijing time wherever the browser stands", () => {
    expect(formatInstant("2026-11-22T06:05:00.000Z", "zh-CN")).toBe("2026-11-22 14:05");
    expect(formatInstant("2026-11-22T06:05:00.000Z", "en-US")).toBe("Nov 22, 2026, 2:05 PM");
  });

  it("belongs to the Beijing day even when London has not got there yet", () => {
    expect(dayOfInstant("2026-11-22T17:30:00.000Z")).toBe("2026-11-23");
  });

  it("midnight is 00:00, not 24:00", () => {
    expect(formatInstant("2026-11-22T16:00:00.000Z", "zh-CN")).toBe("2026-11-23 00:00");
  });

  it.each([
    [30, "刚刚", "just now"],
    [5 * 60, "5分钟前", "5 minutes ago"],
    [3 * 3600 + 59 * 60, "3小时前", "3 hours ago"],
    [24 * 3600, "2026-11-21 14:05", "Nov 21, 2026, 2:05 PM"],
  ])("%d seconds ago is relative only within 24 hours", (ago, chinese, english) => {
    const now = Date.parse("2026-11-22T06:05:00.000Z");
    const at = new Date(now - ago * 1000).toISOString();
    expect(formatRelative(at, now, "zh-CN")).toBe(chinese);
    expect(formatRelative(at, now, "en-US")).toBe(english);
  });
});

it("a day is never read through a time zone", () => {
  expect(formatDay("2026-01-05", "zh-CN")).toBe("2026-01-05");
  expect(formatDay("2026-01-05", "zh-CN", "short")).toBe("1月5日");
  expect(formatDay("2026-01-05", "en-US")).toBe("Jan 5, 2026");
  expect(formatDay("2026-01-05", "en-US", "short")).toBe("Jan 5");
});

it("a term has its unit, and English knows one from many", () => {
  expect(formatTerm(24, "zh-CN")).toBe("24 个月");
  expect([1, 24].map((length) => formatTerm(length, "en-US"))).toEqual(["1 month", "24 months"]);
  expect(formatTermRange(6, 36, "zh-CN", "PERIOD")).toBe("6–36 期");
});

it("a countdown shows minutes and two digits of seconds", () => {
  expect([75, 9.2, -3].map(formatCountdown)).toEqual(["1:15", "0:10", "0:00"]);
});
