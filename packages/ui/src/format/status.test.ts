import { describe, expect, it } from "vitest";
import enUS from "../../messages/en-US.json";
import zhCN from "../../messages/zh-CN.json";
import { translatorOf } from "../i18n/use-t.ts";
import { createTestI18n } from "../testing.tsx";
import { applicationProgress } from "./application-progress.ts";
import { failureText } from "./failure.ts";
import { maskCard, maskIdentityNumber, maskName, maskPhone } from "./mask.ts";
import { loanStatusOf, statusOf } from "./status.ts";
import { statusMap } from "./status-map.ts";

describe("the map of statuses", () => {
  const keys = Object.entries(statusMap).flatMap(([kind, marks]) =>
    Object.keys(marks).map((code) => `status.${kind}.${code}`),
  );

  it("has a word in both languages for every status", () => {
    expect(keys.filter((key) => !(key in zhCN))).toEqual([]);
    expect(keys.filter((key) => !(key in enUS))).toEqual([]);
  });

  it("shows a value the api has added neutral, with its raw code", () => {
    expect(statusOf("application", "TELEPORTED")).toEqual({
      family: "neutral",
      icon: "question",
      key: null,
      code: "TELEPORTED",
    });
    expect(statusOf("application", "toString").key).toBeNull();
  });

  it("shows a refusal to the borrower in a neutral tone and to staff as an error (B-13)", () => {
    expect(statusOf("application", "REJECTED", "borrower").family).toBe("neutral");
    expect(statusOf("application", "REJECTED").family).toBe("error");
  });

  it("warns three days before a due date and turns solid after thirty days of delay", () => {
    expect(loanStatusOf("ACTIVE", { daysUntilDue: 3 }).key).toBe("status.loan.DUE_SOON");
    expect(loanStatusOf("ACTIVE", { daysUntilDue: 4 }).family).toBe("success");
    expect(loanStatusOf("OVERDUE", { daysPastDue: 30 }).family).toBe("error");
    expect(loanStatusOf("OVERDUE", { daysPastDue: 31 }).family).toBe("errorSolid");
  });
});

describe("the five steps a borrower sees (B-13)", () => {
  it.each([
    ["DRAFT", -1, "running"],
    ["SUBMITTED", 0, "running"],
    ["SCREENING", 1, "running"],
    ["NEED_MORE_INFO", 1, "waiting"],
    ["COUNTER_OFFERED", 1, "waiting"],
    ["CONTRACT_PENDING", 2, "waiting"],
    ["CONTRACTED", 2, "running"],
    ["DISBURSING", 3, "running"],
    ["DISBURSE_FAILED", 3, "failed"],
    ["DISBURSED", 4, "done"],
    ["REJECTED", 1, "ended"],
  ] as const)("%s stands at %d, %s", (status, current, state) => {
    expect(applicationProgress(status)).toEqual({ current, state });
  });

  it("an ended application stands where it last was", () => {
    expect(applicationProgress("EXPIRED", "CONTRACT_PENDING")).toEqual({ current: 2, state: "ended" });
  });
});

describe("the sentence for a failure", () => {
  const t = translatorOf(createTestI18n("zh-CN").i18n);
  const say = (failure: Parameters<typeof failureText>[0]) => failureText(failure, (key) => t.find(key));

  it("is ours for a code we have words for", () => {
    expect(say({ code: "THROTTLED", kind: "unavailable", message: "slow down" })).toBe("操作太频繁，请稍后再试");
  });

  it("is the api's own, in the viewer's language, where we have none", () => {
    expect(say({ code: "APPLICATION_AMOUNT_OUT_OF_RANGE", kind: "invalid", message: "金额须在 1–20 万元之间" })).toBe(
      "金额须在 1–20 万元之间",
    );
  });

  it("never shows what broke inside", () => {
    expect(say({ code: "INTERNAL", kind: "internal", message: "relation does not exist" })).toBe(
      "系统出错，请稍后重试",
    );
  });
});

it("masks keep what identifies and hide the rest", () => {
  expect(maskPhone("13812345678")).toBe("138****5678");
  expect(maskName("欧阳娜娜")).toBe("欧***");
  expect(maskIdentityNumber("11010519491231002X")).toBe("110***********002X");
  expect(maskCard("6222021234567890")).toBe("**** **** **** 7890");
});
