import { costOfCredit, schedule } from "@daichao/finance";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { shiftDueDay } from "../../kernel/calendar/index.js";
import { type Ask, loanTermsOf, nearestQuoteOf, quoteOf } from "./quote.service.js";

const ask = (changed: Partial<Ask> = {}): Ask => ({
  amount: 5_000_000n,
  termCount: 12,
  method: "EQUAL_INSTALMENT",
  startOn: "2026-01-31",
  ...changed,
});
const upfront = guaranteeFee({
  code: "SERVICE",
  name: "服务费",
  timing: "UPFRONT",
  payment: "DEDUCTED",
  amount: 20_000n,
  payee: "INSTITUTION",
  payeeName: "测试银行",
});

const asks = fc.record({
  amount: fc.integer({ min: 10_000, max: 200_000 }).map((yuan) => BigInt(yuan) * 100n),
  termCount: fc.constantFrom(6, 12, 24),
  method: fc.constantFrom("EQUAL_INSTALMENT" as const, "EQUAL_PRINCIPAL" as const),
  annualRate: fc.integer({ min: 60_000, max: 120_000 }),
  startOn: fc
    .integer({ min: 0, max: 300 })
    .map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)),
});

describe("B-02 a quote", () => {
  test("principal parts sum to the amount, and the cost is what is paid less what was received", () => {
    const product = sampleProduct({ fees: [guaranteeFee(), upfront, { ...upfront, code: "NOTARY", payment: "PAID" }] });
    fc.assert(
      fc.property(asks, (asked) => {
        const quote = quoteOf(product, asked);
        expect(quote.rows.reduce((sum, row) => sum + row.principal, 0n)).toBe(asked.amount);
        expect(quote.totalCost).toBe(quote.totalInterest + quote.totalFees);
        expect(quote.totalPayment - quote.netDisbursed).toBe(quote.totalCost);
        expect(quote.fees.reduce((sum, fee) => sum + fee.total, 0n)).toBe(quote.totalFees);
        expect(quote.netDisbursed).toBe(asked.amount - 20_000n);
      }),
      { numRuns: 60 },
    );
  });

  test("is the very loan the contract will schedule", () => {
    const product = sampleProduct({ fees: [guaranteeFee()] });
    const quote = quoteOf(product, ask());
    const plan = schedule(loanTermsOf(product, ask()));
    expect(quote.rows.map((row) => [row.dueOn, row.payment])).toEqual(plan.rows.map((row) => [row.dueOn, row.payment]));
    expect(quote.annualCost.effective).toBe(costOfCredit(plan).aprEffective);
    expect(quote.termsHash).toBe(quoteOf(product, ask()).termsHash);
    expect(quote.termsHash).not.toBe(quoteOf(product, ask({ annualRate: 119_999 })).termsHash);
  });

  test("the trap: 12 % with 50 yuan a month is 22.53 % one way and 25.01 % the other", () => {
    const product = sampleProduct({ fees: [guaranteeFee()], dueShift: "NONE" });
    const { annualCost } = quoteOf(product, ask({ amount: 1_000_000n }));
    expect([annualCost.primary, annualCost.nominal, annualCost.effective]).toEqual([225_284, 225_284, 250_064]);
    expect(annualCost.primaryMethod).toBe("IRR_NOMINAL_SIMPLE");
  });

  test("a due day on a holiday moves to the next working day, and no amount moves with it", () => {
    const still = quoteOf(sampleProduct({ dueShift: "NONE" }), ask({ startOn: "2025-09-01" }));
    const moved = quoteOf(sampleProduct(), ask({ startOn: "2025-09-01" }));
    expect(moved.rows[0]).toMatchObject({ scheduledDueOn: "2025-10-01", dueOn: "2025-10-09", isCalendarKnown: true });
    expect(moved.rows.map((row) => row.payment)).toEqual(still.rows.map((row) => row.payment));
    expect(still.rows[0]?.dueOn).toBe("2025-10-01");
  });

  test("in a year whose holidays are unpublished the day stands and the row says so", () => {
    const quote = quoteOf(sampleProduct(), ask({ startOn: "2026-09-10" }));
    const unknown = quote.rows.filter((row) => !row.isCalendarKnown);
    expect(unknown.map((row) => row.number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(unknown.every((row) => row.dueOn === row.scheduledDueOn)).toBe(true);
    expect(shiftDueDay("2026-10-10", "NEXT_WORKING_DAY").isCalendarKnown).toBe(true);
  });

  test("one payment at the end has one row", () => {
    const quote = quoteOf(
      sampleProduct({ repaymentMethods: ["BULLET"], termOptions: [6] }),
      ask({ method: "BULLET", termCount: 6 }),
    );
    expect(quote.rows).toHaveLength(1);
    expect(quote.rows[0]?.scheduledDueOn).toBe("2026-07-31");
  });

  test.each<[string, Partial<Ask>, string]>([
    ["an amount below the smallest", { amount: 999_900n }, "amount"],
    ["an amount above the largest", { amount: 20_000_100n }, "amount"],
    ["a term not offered", { termCount: 9 }, "termCount"],
    ["a method not offered", { method: "BULLET" }, "method"],
    ["a rate below the lowest", { annualRate: 59_999 }, "annualRate"],
    ["a rate above the highest", { annualRate: 120_001 }, "annualRate"],
  ])("%s is refused at that field", (_, changed, field) =>
    expect(() => quoteOf(sampleProduct(), ask(changed))).toThrow(
      expect.objectContaining({ code: "CATALOG_ASK_OUT_OF_RANGE", field }),
    ),
  );

  test("without a wish it is 50,000 yuan over twelve months at the dearest rate, and nothing was adjusted", () => {
    const quote = nearestQuoteOf(sampleProduct(), { startOn: "2026-01-31" });
    expect(quote).toMatchObject({
      amount: 5_000_000n,
      termCount: 12,
      method: "EQUAL_INSTALMENT",
      annualRate: 120_000,
      isAmountAdjusted: false,
    });
  });

  test("a wish outside the range is moved to the nearest loan, and the quote says so", () => {
    const quote = nearestQuoteOf(sampleProduct(), {
      amount: 90_000_000n,
      termCount: 60,
      method: "BULLET",
      startOn: "2026-01-31",
    });
    expect(quote).toMatchObject({
      amount: 20_000_000n,
      termCount: 24,
      method: "EQUAL_INSTALMENT",
      isAmountAdjusted: true,
    });
  });

  test("a product that starts above the default is quoted at its own smallest without being called adjusted", () => {
    const quote = nearestQuoteOf(sampleProduct({ amountMin: 8_000_000n, termOptions: [18, 36] }), {
      startOn: "2026-01-31",
    });
    expect(quote).toMatchObject({ amount: 8_000_000n, termCount: 18, isAmountAdjusted: false });
  });
});
