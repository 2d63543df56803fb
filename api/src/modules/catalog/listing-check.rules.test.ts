import { describe, expect, test } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { BANNED_PHRASES, bannedPhraseIn, checksOf, verdictOf } from "./listing-check.rules.js";
import type { ProductTerms } from "./product-terms.rules.js";

const rules = { caps: [{ method: "IRR_NOMINAL_SIMPLE", value: 240_000 }], limits: { amountMax: 30_000_000n } } as const;
const checks = (changed: Partial<ProductTerms> = {}) => checksOf(sampleProduct(changed), rules);
const verdicts = (changed: Partial<ProductTerms> = {}) =>
  Object.fromEntries(checks(changed).map((check) => [check.code, check.verdict]));

describe("A-21 the check list", () => {
  test("a product in order passes all eight checks", () => {
    expect(checks().map((check) => check.code)).toEqual([
      "TERMS",
      "SCHEDULE",
      "ANNUAL_COST",
      "RATE_CAP",
      "FEES",
      "ELIGIBILITY",
      "DOCUMENTS",
      "COPY",
    ]);
    expect(new Set(Object.values(verdicts()))).toEqual(new Set(["PASS"]));
  });

  test("2-24 a cost over the cap fails at the highest rate with the figures that show it", () => {
    const failed = checks({ rateMax: 250_000 }).find((check) => check.code === "RATE_CAP");
    expect(failed).toMatchObject({
      verdict: "FAIL",
      field: "terms.rateMax",
      error: { params: { actual: "0.250002", cap: "0.240000", method: "IRR_NOMINAL_SIMPLE" } },
    });
  });

  test("a cost just below the cap passes with a warning", () =>
    expect(verdicts({ rateMax: 238_000 }).RATE_CAP).toBe("WARN"));

  test("broken terms cannot be priced, and say so instead of passing", () => {
    expect(verdicts({ amountMin: 20_000_100n })).toMatchObject({
      TERMS: "FAIL",
      ANNUAL_COST: "FAIL",
      RATE_CAP: "FAIL",
      SCHEDULE: "FAIL",
    });
    expect(verdicts({ fees: [guaranteeFee({ payeeName: "" })] })).toMatchObject({ TERMS: "PASS", FEES: "FAIL" });
    expect(verdicts({ requiredDocuments: [] })).toMatchObject({ DOCUMENTS: "FAIL" });
  });

  test("terms whose last instalment would swallow the rest are refused as unschedulable", () => {
    const { refusals, costs } = verdictOf(
      sampleProduct({ amountMin: 10_000n, amountMax: 10_000n, termOptions: [360], rateMin: 200_000, rateMax: 200_000 }),
      rules,
    );
    expect(costs).toBeNull();
    expect(refusals[0]).toMatchObject({ code: "CATALOG_NOT_SCHEDULABLE", params: { reason: "DRIFT_TOO_LARGE" } });
  });

  test("a fee that goes to the platform is let through with a warning only", () =>
    expect(
      checks({ fees: [guaranteeFee({ payee: "PLATFORM" })] }).find((check) => check.code === "FEES"),
    ).toMatchObject({ verdict: "WARN", field: "terms.fees.0.payee" }));
});

describe("A-16 marketing words", () => {
  test.each(BANNED_PHRASES.map((phrase) => [phrase]))("“%s” cannot be listed", (phrase) => {
    expect(checks({ tagline: `放心借,${phrase}` }).find((check) => check.code === "COPY")).toMatchObject({
      verdict: "FAIL",
      field: "terms.tagline",
    });
  });

  test("spaces, full width letters and punctuation between do not hide a banned phrase", () => {
    expect(bannedPhraseIn("秒 · 批")).toBe("秒批");
    expect(bannedPhraseIn("100%通过")).toBe("100%通过");
    expect(bannedPhraseIn("无!视!征!信")).toBe("无视征信");
    expect(bannedPhraseIn("按月还款,利率透明")).toBeUndefined();
  });

  test("a banned phrase in the name is refused at the name", () =>
    expect(checks({ name: "秒批装修贷" }).find((check) => check.code === "COPY")).toMatchObject({
      verdict: "FAIL",
      field: "terms.name",
    }));

  test("a rate typed into the tagline is pointed out: rates are computed", () =>
    expect(verdicts({ tagline: "日息低至 0.02%" }).COPY).toBe("WARN"));
});
