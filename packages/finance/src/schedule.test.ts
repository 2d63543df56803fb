import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt } from "./day.ts";
import { DayCount } from "./day-count.ts";
import { FinanceError } from "./finance-error.ts";
import type { LoanTerms } from "./loan-terms.ts";
import { sumFen } from "./money.ts";
import { guaranteeFee, sampleTerms } from "./sample-terms.ts";
import { schedule } from "./schedule.ts";

const refusal = (terms: LoanTerms): string | undefined => {
  try {
    schedule(terms);
  } catch (error) {
    if (error instanceof FinanceError) return error.code;
    throw error;
  }
  return undefined;
};

const anyTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.bigInt({ min: 1n, max: 100_000_000_000n }),
    annualRate: fc.integer({ min: 0, max: 600_000 }),
    method: fc.constantFrom("EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY_BULLET", "BULLET", "FLAT"),
    instalmentCount: fc.integer({ min: 1, max: 120 }),
    period: fc.record({ unit: fc.constantFrom("MONTH", "WEEK", "DAY"), length: fc.integer({ min: 1, max: 6 }) }),
    dayCount: fc.constantFrom(...Object.values(DayCount)),
    startOn: fc.integer({ min: 18_000, max: 24_000 }).map(dayAt),
    monthEnd: fc.constantFrom("LAST_DAY", "ROLL_FORWARD"),
    rateBasis: fc.constantFrom("PER_YEAR", "PER_TERM"),
    rounding: fc.constantFrom("HALF_UP", "HALF_EVEN"),
    grace: fc.double({ min: 0, max: 0.99, noNaN: true }),
    feeAmount: fc.bigInt({ min: 0n, max: 10_000n }),
  })
  .map(({ grace, feeAmount, ...terms }) =>
    sampleTerms({
      ...terms,
      principalGraceCount: Math.floor(grace * terms.instalmentCount),
      fees: [guaranteeFee(feeAmount)],
    }),
  );

describe("schedule", () => {
  it("pays the principal back exactly, with rising due days and no negative figure, for any terms it accepts", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const code = refusal(terms);
        if (code !== undefined) {
          expect(["DRIFT_TOO_LARGE", "INSTALMENT_BELOW_INTEREST"]).toContain(code);
          return;
        }
        const { rows, totals } = schedule(terms);
        expect(sumFen(rows.map((row) => row.principal))).toBe(terms.principal);
        expect(rows.at(-1)?.closingPrincipal).toBe(0n);
        expect(totals.payment).toBe(totals.principal + totals.interest + totals.fees);
        let previous = terms.startOn;
        let opening = terms.principal;
        for (const row of rows) {
          expect(row.dueOn > previous && row.fromOn === previous && row.days > 0).toBe(true);
          expect(row.openingPrincipal).toBe(opening);
          expect(row.openingPrincipal - row.principal).toBe(row.closingPrincipal);
          expect(row.principal + row.interest + row.fee).toBe(row.payment);
          expect(row.principal >= 0n && row.interest >= 0n && row.fee >= 0n).toBe(true);
          previous = row.dueOn;
          opening = row.closingPrincipal;
        }
      }),
      { numRuns: 400 },
    );
  });

  it("keeps the last equal instalment within a yuan or 1 % of the others", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const level = { ...terms, method: "EQUAL_INSTALMENT" as const, principalGraceCount: 0, fees: [] };
        if (refusal(level) !== undefined) return;
        const { rows, instalment = 0n } = schedule(level);
        const drift = Number((rows.at(-1)?.payment ?? 0n) - instalment);
        expect(rows.length === 1 || Math.abs(drift) <= Math.max(100, Number(instalment) / 100)).toBe(true);
      }),
    );
  });

  it("counts due days from the first one through 14 month ends (U-05, U-12)", () => {
    const made = schedule(
      sampleTerms({ instalmentCount: 14, startOn: "2022-12-30", firstDueOn: "2023-01-31", dayCount: "ACT_365" }),
    );
    expect(made.rows.map((row) => row.dueOn).join(" ")).toBe(
      "2023-01-31 2023-02-28 2023-03-31 2023-04-30 2023-05-31 2023-06-30 2023-07-31 2023-08-31 2023-09-30 2023-10-31 2023-11-30 2023-12-31 2024-01-31 2024-02-29",
    );
    expect(made.rows[0]?.days).toBe(32);
  });

  it("charges a long first period for its days and levels the instalments over it", () => {
    const made = schedule(sampleTerms({ startOn: "2026-01-10", dueDay: 25 }));
    expect(made.rows[0]?.dueOn).toBe("2026-02-25");
    expect(made.rows[1]?.dueOn).toBe("2026-03-25");
    expect(made.rows[0]?.interest).toBe(15_000n);
    expect(new Set(made.rows.slice(0, -1).map((row) => row.payment)).size).toBe(1);
  });

  it("moves due days over a holiday without moving an amount (2-15)", () => {
    const plain = schedule(sampleTerms({ dayCount: "ACT_365" }));
    const dueOn = plain.rows.map((row, index) => (index === 1 ? "2026-03-17" : row.dueOn));
    const moved = schedule(sampleTerms({ dayCount: "ACT_365", dueOn }));
    expect(moved.rows[1]?.dueOn).toBe("2026-03-17");
    expect(moved.rows.map((row) => row.payment)).toEqual(plain.rows.map((row) => row.payment));
    const accrued = schedule(sampleTerms({ dayCount: "ACT_365", dueOn, accrueOnShift: true }));
    expect([accrued.rows[1]?.days, accrued.rows[2]?.days]).toEqual([30, 29]);
  });

  it("takes interest only during a principal grace and none in free periods", () => {
    const made = schedule(sampleTerms({ principalGraceCount: 3, interestFreeCount: 2 }));
    expect(made.rows.slice(0, 4).map((row) => [row.principal > 0n, row.interest])).toEqual([
      [false, 0n],
      [false, 0n],
      [false, 10_000n],
      [true, 10_000n],
    ]);
  });

  it("states each fee with its payee where it falls due, and keeps back only what is deducted (B-02)", () => {
    const made = schedule(
      sampleTerms({
        instalmentCount: 3,
        fees: [
          {
            code: "SERVICE",
            timing: "UPFRONT",
            basis: "RATE_OF_PRINCIPAL",
            rate: 20_000,
            payment: "DEDUCTED",
            payee: "甲",
          },
          { code: "NOTARY", timing: "UPFRONT", basis: "AMOUNT", amount: 3_000n, payment: "PAID", payee: "乙" },
          {
            code: "GUARANTEE",
            timing: "PER_PERIOD",
            basis: "RATE_OF_OUTSTANDING",
            rate: 60_000,
            ratePer: "YEAR",
            payment: "PAID",
            payee: "丙",
          },
          { code: "RELEASE", timing: "AT_END", basis: "AMOUNT", amount: 500n, payment: "PAID", payee: "丁" },
        ],
      }),
    );
    expect(made.netDisbursed).toBe(980_000n);
    expect(made.upfrontFees.map((fee) => [fee.code, fee.payee, fee.amount])).toEqual([
      ["SERVICE", "甲", 20_000n],
      ["NOTARY", "乙", 3_000n],
    ]);
    expect(made.rows.map((row) => row.fee)).toEqual([5_000n, 3_350n, 1_683n + 500n]);
    expect(made.atEndFees.map((fee) => fee.code)).toEqual(["RELEASE"]);
    expect(made.totals.fees).toBe(23_000n + 5_000n + 3_350n + 2_183n);
  });

  it.each([
    ["PRINCIPAL_OUT_OF_RANGE", { principal: 0n }],
    ["RATE_OUT_OF_RANGE", { annualRate: -1 }],
    ["RATE_OUT_OF_RANGE", { annualRate: 0.5 }],
    ["TERM_OUT_OF_RANGE", { instalmentCount: 0 }],
    ["TERM_OUT_OF_RANGE", { period: { unit: "MONTH", length: 1.5 } }],
    ["GRACE_OUT_OF_RANGE", { principalGraceCount: 12 }],
    ["DAY_INVALID", { startOn: "2026-02-30" }],
    ["DUE_DAYS_INVALID", { firstDueOn: "2026-01-15" }],
    ["DUE_DAYS_INVALID", { instalmentCount: 2, dueOn: ["2026-02-15", "2026-02-15"] }],
    ["METHOD_NOT_SCHEDULABLE", { method: "REVOLVING" }],
    ["FEE_INVALID", { fees: [guaranteeFee(-1n)] }],
    ["FEE_INVALID", { fees: [{ ...guaranteeFee(1n), payment: "DEDUCTED" }] }],
  ] satisfies [string, Partial<LoanTerms>][])("refuses with %s what cannot be scheduled: %o", (code, changed) => {
    expect(refusal(sampleTerms(changed))).toBe(code);
  });

  it("refuses terms whose rounding would pile up in the last instalment", () => {
    expect(refusal(sampleTerms({ principal: 10_000n, annualRate: 360_000, instalmentCount: 360 }))).toBe(
      "DRIFT_TOO_LARGE",
    );
    expect(refusal(sampleTerms({ principal: 100_000n, instalmentMultiple: 10_000n }))).toBe("DRIFT_TOO_LARGE");
  });
});
