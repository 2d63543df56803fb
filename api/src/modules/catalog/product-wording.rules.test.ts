import { describe, expect, test } from "vitest";
import { guaranteeFee } from "../../../tests/kit/sample-product.js";
import { contingentCostsOf } from "./product-terms.rules.js";
import { contingentNameIn, contingentStandardIn, feeNameIn, standardIn, standardOf } from "./product-wording.rules.js";

const upfront = guaranteeFee({
  code: "SERVICE",
  name: "服务费",
  timing: "UPFRONT",
  payment: "DEDUCTED",
  amount: 20_000n,
});
const share = guaranteeFee({ basis: "RATE_OF_OUTSTANDING", amount: null, rate: 2_500 });
const worded = (fee: typeof upfront) => ({ ...fee, standard: standardOf(fee) });
const han = /\p{Script=Han}/u;

describe("U-17 fees and contingent costs in words", () => {
  test("the sheet says in words how each fee is measured and taken", () => {
    expect(standardOf(upfront)).toBe("放款时一次性从放款中扣收，200.00 元");
    expect(standardOf(share)).toBe("每期随还款收取，剩余本金的 0.25%");
  });

  test("an English reader reads the same measures in English, a Chinese reader the contract's own words", () => {
    expect(standardIn(worded(upfront), "en-US")).toBe("Kept back once at disbursement, ¥200.00");
    expect(standardIn(worded(share), "en-US")).toBe("Paid with every instalment, 0.25% of the principal still owed");
    expect(standardIn(worded(share), "zh-CN")).toBe(standardOf(share));
    expect(feeNameIn(share, "en-US")).toBe("Guarantee fee");
    expect(feeNameIn({ code: "HOUSE_VISIT", name: "上门费" }, "en-US")).toBe("上门费");
  });

  test("what a broken contract costs has no Chinese left in English and keeps its multiplier", () => {
    for (const cost of contingentCostsOf(1_500_000, 2_000_000)) {
      expect([contingentNameIn(cost, "en-US"), contingentStandardIn(cost, "en-US")].join()).not.toMatch(han);
      expect(contingentStandardIn(cost, "zh-CN")).toBe(cost.standard);
    }
    const [overdue] = contingentCostsOf(1_450_000, 2_000_000);
    expect(overdue && contingentStandardIn(overdue, "en-US")).toContain("1.45 times");
  });

  test("a version written before multipliers were kept is shown in the words it was written with", () => {
    const old = { code: "OVERDUE_INTEREST", name: "逾期罚息", standard: "按合同年利率的 1.5 倍计收" };
    expect(contingentStandardIn(old, "en-US")).toBe(old.standard);
  });
});
