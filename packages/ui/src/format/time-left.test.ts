import { describe, expect, it } from "vitest";
import { formatTimeLeft } from "./time.ts";

const now = Date.parse("2026-11-23T02:00:00Z");

describe("what is left until a moment", () => {
  it.each([
    ["2026-11-26T02:00:00Z", "3 天", "3 days"],
    ["2026-11-25T05:20:00Z", "2 天 3 小时", "2 days 3 hours"],
    ["2026-11-23T07:20:00Z", "5 小时 20 分钟", "5 hours 20 minutes"],
    ["2026-11-23T03:00:00Z", "1 小时", "1 hour"],
    ["2026-11-23T02:00:30Z", "1 分钟", "1 minute"],
    ["2026-11-23T01:00:00Z", "0 分钟", "0 minutes"],
  ])("%s: %s", (until, zh, en) => {
    expect(formatTimeLeft(until, now, "zh-CN")).toBe(zh);
    expect(formatTimeLeft(until, now, "en-US")).toBe(en);
  });
});
