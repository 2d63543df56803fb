import { describe, expect, it } from "vitest";
import { formatTimeSpent, formatWorkingTime } from "./working-time.ts";

describe("working time in words", () => {
  it.each([
    [0, "10 分钟", "10 minutes"],
    [31, "40 分钟", "40 minutes"],
    [51, "1 小时", "1 hour"],
    [61, "1.5 小时", "1.5 hours"],
    [510, "8.5 小时", "8.5 hours"],
    [511, "1 个工作日", "1 working day"],
    [541, "1.5 个工作日", "1.5 working days"],
    [1_620, "3 个工作日", "3 working days"],
  ])("%s minutes are %s", (minutes, zh, en) => {
    expect(formatWorkingTime(minutes, "zh-CN")).toBe(zh);
    expect(formatWorkingTime(minutes, "en-US")).toBe(en);
  });

  it.each([
    [0, "0 分钟", "0 minutes"],
    [1, "1 分钟", "1 minute"],
    [59, "59 分钟", "59 minutes"],
    [89, "1 小时", "1 hour"],
    [90, "1.5 小时", "1.5 hours"],
    [539, "8.5 小时", "8.5 hours"],
    [800, "1 个工作日", "1 working day"],
  ])("of %s minutes that passed no more is said than %s", (minutes, zh, en) => {
    expect(formatTimeSpent(minutes, "zh-CN")).toBe(zh);
    expect(formatTimeSpent(minutes, "en-US")).toBe(en);
  });
});
