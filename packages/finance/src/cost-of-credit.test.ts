import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfCredit } from "./cost-of-credit.ts";
import { checkRateCap } from "./rate-cap.ts";
import { guaranteeFee, sampleTerms } from "./sample-terms.ts";
import { schedule } from "./schedule.ts";

describe("cost of credit", () => {
  it("of a loan without fees is its contract rate", () => {
    const cost = costOfCredit(sampleTerms({ principal: 100_000_000n }));
    expect(cost.aprNominal).toBe(120_000);
    expect(cost.aprEffective).toBe(126_825);
    expect(cost.irrPerPeriod).toBeCloseTo(0.01, 8);
  });

  // 10,000 over 12 months at 12 % with 50 a month for a guarantee: the trap of the cap without a method.
  it("stands within a 24 % cap by one annualisation and over it by another (2-24)", () => {
    const cost = costOfCredit(sampleTerms({ fees: [guaranteeFee(5_000n)] }));
    expect([cost.aprNominal, cost.aprEffective]).toEqual([225_284, 250_064]);
    expect(cost.totalFinancingCost).toBe(66_186n + 60_000n);
    expect(checkRateCap(cost, { method: "IRR_NOMINAL_SIMPLE", value: 240_000 }).within).toBe(true);
    expect(checkRateCap(cost, { method: "IRR_COMPOUND", value: 240_000 })).toMatchObject({
      within: false,
      actual: 250_064,
    });
    expect(checkRateCap(cost, { method: "XIRR", value: cost.aprXirr }).within).toBe(true);
  });

  it("counts what is kept back from the disbursement exactly as what is paid on top", () => {
    const upfront = { code: "SERVICE", timing: "UPFRONT", basis: "AMOUNT", amount: 30_000n, payee: "甲" } as const;
    const kept = costOfCredit(sampleTerms({ fees: [{ ...upfront, payment: "DEDUCTED" }] }));
    const paid = costOfCredit(sampleTerms({ fees: [{ ...upfront, payment: "PAID" }] }));
    expect(kept).toEqual(paid);
    expect(kept.cashFlows[0]?.amount).toBe(970_000n);
    // Found independently by halving: 9,700 received against eleven payments of 888.49 and one of 888.47.
    expect(kept.aprNominal).toBe(178_250);
  });

  it("counts a short first period as short, also where interest follows a shifted due day", () => {
    const short = sampleTerms({ firstDueOn: "2026-01-25" });
    expect(costOfCredit({ ...short, accrueOnShift: true })).toEqual(costOfCredit(short));
    expect(costOfCredit(short).aprNominal).toBe(120_025);
    const unshifted = schedule(sampleTerms()).rows.map((row) => row.dueOn);
    const dueOn = unshifted.with(0, "2026-02-18");
    const shifted = costOfCredit(sampleTerms({ dueOn, accrueOnShift: true }));
    expect(shifted.cashFlows.map((flow) => flow.time)).toEqual(
      costOfCredit(sampleTerms()).cashFlows.map(({ time }) => time),
    );
  });

  it.each([
    ["a method it does not know", { method: "APR", value: 240_000 }, "TERMS_INVALID"],
    ["a value that is no number", { method: "XIRR", value: "240000" }, "RATE_INVALID"],
    ["a value that is a share", { method: "XIRR", value: 0.24 }, "RATE_INVALID"],
    ["no end", { method: "XIRR", value: Number.POSITIVE_INFINITY }, "RATE_INVALID"],
  ])("is held against no cap with %s", (_, cap, code) => {
    const cost = costOfCredit(sampleTerms());
    expect(() => checkRateCap(cost, cap as never)).toThrow(expect.objectContaining({ code }));
  });

  it("shows what a flat rate hides: 12 % on the original principal is 21.46 %", () => {
    const cost = costOfCredit(sampleTerms({ method: "FLAT" }));
    expect(cost.aprNominal).toBe(214_571);
  });

  it("is zero for a loan without interest and fees, by every method", () => {
    const cost = costOfCredit(sampleTerms({ annualRate: 0 }));
    expect([cost.aprNominal, cost.aprEffective, cost.aprXirr, cost.totalFinancingCost]).toEqual([0, 0, 0, 0n]);
  });

  it("names the first, last and highest payment (B-02)", () => {
    const made = schedule(sampleTerms({ method: "INTEREST_ONLY_BULLET" }));
    const cost = costOfCredit(made);
    expect([cost.firstPayment, cost.lastPayment, cost.highestPayment]).toEqual([10_000n, 1_010_000n, 1_010_000n]);
  });

  it("gives a twelve-month bullet its simple rate as nominal and effective alike", () => {
    const cost = costOfCredit(sampleTerms({ method: "BULLET" }));
    expect([cost.aprNominal, cost.aprEffective]).toEqual([120_000, 120_000]);
  });

  it("does not let a short first period hide cost", () => {
    const fee = {
      code: "SERVICE",
      timing: "UPFRONT",
      basis: "AMOUNT",
      amount: 30_000n,
      payment: "DEDUCTED",
      payee: "甲",
    } as const;
    const whole = costOfCredit(sampleTerms({ startOn: "2026-01-15", fees: [fee] }));
    const short = costOfCredit(sampleTerms({ startOn: "2026-01-15", firstDueOn: "2026-01-25", fees: [fee] }));
    expect(short.aprNominal).toBeGreaterThan(whole.aprNominal);
    const plain = costOfCredit(sampleTerms({ principal: 100_000_000n, firstDueOn: "2026-01-25" }));
    expect(Math.abs(plain.aprNominal - 120_000)).toBeLessThan(100);
  });

  it("is undefined when fees eat the whole loan", () => {
    const all = { ...guaranteeFee(1_000_000n), timing: "UPFRONT" } as const;
    expect(() => costOfCredit(sampleTerms({ fees: [all] }))).toThrow(
      expect.objectContaining({ code: "COST_UNDEFINED" }),
    );
  });

  it("rises with every fee, and the compound figure is never below the simple one", () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 360_000 }),
      fc.integer({ min: 2, max: 60 }),
      fc.bigInt({ min: 1n, max: 20_000n }),
      (annualRate, instalmentCount, fee) => {
        const terms = sampleTerms({ annualRate, instalmentCount });
        const without = costOfCredit(terms);
        const withFee = costOfCredit({ ...terms, fees: [guaranteeFee(fee)] });
        expect(withFee.aprNominal).toBeGreaterThanOrEqual(without.aprNominal);
        expect(withFee.totalFinancingCost - without.totalFinancingCost).toBe(fee * BigInt(instalmentCount));
        expect(withFee.aprEffective).toBeGreaterThanOrEqual(withFee.aprNominal);
      },
    );
    fc.assert(property);
  });
});
