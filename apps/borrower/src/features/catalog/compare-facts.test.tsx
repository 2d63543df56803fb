import { TestTexts } from "@daichao/ui/testing";
import { renderHook } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Compared_ProductFragment, Compared_QuoteFragment } from "../../gql/graphql.ts";
import finding from "../../lib/finding/messages/zh-CN.json";
import { useT } from "../../lib/texts.ts";
import zhCN from "../../messages/zh-CN.json";
import type { Column, FactRow } from "./compare-facts.ts";
import { factsOf } from "./compare-facts.ts";

const { result } = renderHook(() => useT(), {
  wrapper: ({ children }) => <TestTexts own={{ "zh-CN": { ...zhCN, ...finding } }}>{children}</TestTexts>,
});
const t = result.current;

const product = (changed: Partial<Compared_ProductFragment> = {}): Compared_ProductFragment =>
  ({
    __typename: "Product",
    id: "p1",
    slug: "one",
    name: "甲贷",
    version: 1,
    isAvailable: true,
    category: "RENOVATION",
    amountMin: "10000.00",
    amountMax: "200000.00",
    termOptions: [12, 24],
    repaymentMethods: ["EQUAL_INSTALMENT"],
    disbursementHours: 24,
    coolingOffDays: 0,
    requiredDocuments: [],
    annualCost: { __typename: "CostRange", min: "0.060000", max: "0.120000", method: "IRR_NOMINAL_SIMPLE" },
    contingentCosts: [
      { __typename: "ContingentCost", code: "OVERDUE_INTEREST", name: "逾期罚息", standard: "1.5 倍" },
      { __typename: "ContingentCost", code: "EARLY_SETTLEMENT", name: "提前还款违约金", standard: "不收取" },
    ],
    eligibility: {
      __typename: "Eligibility",
      minAge: 22,
      maxAge: 60,
      minMonthlyIncome: null,
      employments: [],
      provinceNames: [],
      minEmploymentMonths: null,
    },
    institution: {
      __typename: "Institution",
      id: "i1",
      name: "江南银行",
      shortName: "江南",
      licenceKind: "BANK",
      servicePhone: "95500",
    },
    alternatives: [],
    ...changed,
  }) as Compared_ProductFragment;

const quote = (changed: Partial<Compared_QuoteFragment> = {}): Compared_QuoteFragment =>
  ({
    __typename: "Quote",
    amount: "50000.00",
    termCount: 24,
    method: "EQUAL_INSTALMENT",
    annualRate: "0.072500",
    netDisbursed: "50000.00",
    firstPayment: "2244.30",
    lastPayment: "2244.29",
    highestPayment: "2244.30",
    totalInterest: "3863.19",
    totalFees: "0.00",
    totalPayment: "53863.19",
    totalCost: "3863.19",
    isAmountAdjusted: false,
    annualCost: {
      __typename: "AnnualisedCost",
      primary: "0.072500",
      primaryMethod: "IRR_NOMINAL_SIMPLE",
      nominal: "0.072500",
      effective: "0.074958",
    },
    fees: [],
    ...changed,
  }) as Compared_QuoteFragment;

const rowsOf = (columns: readonly Column[]): Map<string, FactRow> =>
  new Map(
    factsOf(columns, { t, locale: "zh-CN", speed: (hours) => `${hours}h` }).flatMap(({ rows }) =>
      rows.map((row) => [row.key, row] as const),
    ),
  );
const dear = quote({ totalCost: "4500.00", firstPayment: "2300.00" });

describe("2-02 the facts of a comparison", () => {
  test("what differs is marked and what is alike is not", () => {
    const rows = rowsOf([
      { product: product(), quote: quote() },
      { product: product({ id: "p2", disbursementHours: 4 }), quote: dear },
    ]);
    expect(rows.get("total")?.differs).toBe(true);
    expect(rows.get("age")?.differs).toBe(false);
    expect([...(rows.get("total")?.best ?? [])]).toEqual([0]);
    expect([...(rows.get("speed")?.best ?? [])]).toEqual([1]);
    expect(rows.get("annualCost")?.best.size).toBe(0);
  });

  test("a loan moved to the product's nearest is never called best: it is another loan", () => {
    const small = quote({ amount: "10000.00", totalCost: "700.00", isAmountAdjusted: true });
    const rows = rowsOf([
      { product: product(), quote: quote() },
      { product: product({ id: "p2" }), quote: small },
      { product: product({ id: "p3" }), quote: dear },
    ]);
    expect([...(rows.get("total")?.best ?? [])]).toEqual([0]);
  });

  test("a product that is not offered any more is shown but never best", () => {
    const rows = rowsOf([
      { product: product(), quote: quote() },
      { product: product({ id: "p2", isAvailable: false, disbursementHours: 1 }), quote: quote({ totalCost: "1.00" }) },
      { product: product({ id: "p3", disbursementHours: 2 }), quote: dear },
    ]);
    expect([...(rows.get("total")?.best ?? [])]).toEqual([0]);
    expect([...(rows.get("speed")?.best ?? [])]).toEqual([2]);
    expect(rows.get("total")?.cells[1]?.lines).toEqual(["¥1.00"]);
  });

  test("what an institution has not stated is told apart from what it states as none", () => {
    const silent = product({
      id: "p2",
      contingentCosts: [],
      institution: { ...product().institution, servicePhone: "" },
    });
    const rows = rowsOf([
      { product: product(), quote: quote() },
      { product: silent, quote: quote() },
      { product: null, quote: null },
    ]);
    expect(rows.get("breach.EARLY_SETTLEMENT")?.cells.map(({ lines }) => lines)).toEqual([["不收取"], null, undefined]);
    expect(rows.get("phone")?.cells[1]?.lines).toBeNull();
    expect(rows.get("income")?.cells[0]?.lines).toEqual(["不要求"]);
  });

  test("U-17 each fee that any of them charges has its row, with its payee; who charges none says so", () => {
    const guarantee = {
      __typename: "QuoteFee",
      code: "GUARANTEE",
      name: "担保费",
      payeeName: "衡屿融资担保有限公司",
      standard: "每期随还款收取，借款本金的 0.10%",
      total: "1200.00",
    } as const;
    const rows = rowsOf([
      { product: product(), quote: quote({ fees: [guarantee] }) },
      { product: product({ id: "p2" }), quote: quote() },
    ]);
    expect(rows.get("fee.GUARANTEE")?.label).toBe("担保费");
    expect(rows.get("fee.GUARANTEE")?.cells[0]?.lines?.join(" ")).toContain("衡屿融资担保有限公司");
    expect(rows.get("fee.GUARANTEE")?.cells[1]?.lines).toEqual(["无此项费用"]);
    expect([...(rows.get("fee.GUARANTEE")?.best ?? [])]).toEqual([1]);
  });
});
