import { describe, expect, it } from "vitest";
import { sampleProduct } from "../../../tests/kit/sample-product.js";
import { quoteOf } from "../catalog/index.js";
import { type CostSheet, NOTHING_ELSE, sheetOf, sheetText, sheetWords } from "./disclosure.rules.js";
import { figuresChanged } from "./disclosure.service.js";

const quote = quoteOf(sampleProduct(), {
  amount: 6_000_000n,
  annualRate: 96_000,
  termCount: 12,
  method: "EQUAL_INSTALMENT",
  startOn: "2026-09-23",
});
const sheet = (coolingOffDays?: number): CostSheet =>
  sheetOf({
    institutionId: "i",
    institutionName: "江海消金",
    productVersionId: "v",
    productName: "安居装修贷",
    quote,
    contingentCosts: [],
    ...(coolingOffDays !== undefined && { coolingOffDays }),
  });
const saidOf = (now: typeof quote) => figuresChanged(quote, now);
const CHINESE = /\p{Script=Han}/u;

describe("the sentences of a sheet", () => {
  it("2-08: are those that are kept and hashed, for a reader of Chinese", () => {
    const said = sheetWords(sheet(7), "zh-CN");
    expect(said.statement).toBe(NOTHING_ELSE);
    expect(sheetText(sheet(7))).toContain(said.statement);
    expect(sheetText(sheet(7))).toContain(said.startNote);
    expect(said.startNote).toContain("2026-09-23");
    expect(said.coolingOffNote).toContain("7 日内");
  });

  it.each([0, 7])("are all in English for a reader of English, with the same day and the same %s days", (days) => {
    const said = sheetWords(sheet(days), "en-US");
    expect(Object.values(said).join(" ")).not.toMatch(CHINESE);
    expect(said.startNote).toContain("Sep 23, 2026");
    expect(said.coolingOffNote).toContain(days === 0 ? "no cooling-off" : "7 days");
  });

  it("stay as they were kept where they are not the house's own, and say nothing of a time that was never named", () => {
    const old = { ...sheet(), statement: "旧条款", startNote: "旧说明" };
    expect(sheetWords(old, "en-US")).toEqual({ statement: "旧条款", startNote: "旧说明", coolingOffNote: null });
    expect(sheetWords(old, "zh-CN").coolingOffNote).toBeNull();
  });
});

describe("a sheet that is no longer true (U-17)", () => {
  it("says that only the day has moved where every figure stays", () => {
    const refusal = saidOf({ ...quote, startOn: "2026-09-24" });
    expect(refusal).toMatchObject({
      code: "LENDING_SHEET_DAY_CHANGED",
      params: { from: "2026-09-23", to: "2026-09-24" },
    });
    expect(refusal.text("zh-CN")).toContain("2026-09-24");
  });

  it("names the new figures where one has moved, on whichever day", () => {
    for (const startOn of ["2026-09-23", "2026-09-24"])
      expect(saidOf({ ...quote, startOn, totalPayment: quote.totalPayment + 1n })).toMatchObject({
        code: "LENDING_FIGURES_CHANGED",
      });
  });
});
