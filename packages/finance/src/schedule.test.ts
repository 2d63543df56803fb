import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt } from "./day.ts";
import { DayCount } from "./day-count.ts";
import type { FeeTerm } from "./fee-term.ts";
import { FinanceError } from "./finance-error.ts";
import type { LoanTerms } from "./loan-terms.ts";
import { sumFen } from "./money.ts";
import { guaranteeFee, sampleTerms } from "./sample-terms.ts";
import { schedule, unroundedSchedule } from "./schedule.ts";

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
    ["FEE_INVALID", { fees: [{ ...guaranteeFee(1n), fromNumber: 5, toNumber: 3 }] }],
  ] satisfies [string, Partial<LoanTerms>][])("refuses with %s what cannot be scheduled: %o", (code, changed) => {
    expect(refusal(sampleTerms(changed))).toBe(code);
  });

  it.each([
    ["TERMS_INVALID", { method: "EQUAL_INSTALLMENT" }],
    ["TERMS_INVALID", { dayCount: "30/360" }],
    ["TERMS_INVALID", { monthEnd: "LAST" }],
    ["TERMS_INVALID", { rounding: "UPWARDS" }],
    ["TERMS_INVALID", { interestPeriods: "MONTHS" }],
    ["TERMS_INVALID", { rateBasis: "YEARLY" }],
    ["TERMS_INVALID", { period: { unit: "YEAR", length: 1 } }],
    ["TERMS_INVALID", { period: null }],
    ["TERMS_INVALID", { principal: 1_000_000 }],
    ["TERMS_INVALID", { principal: Number.NaN }],
    ["TERMS_INVALID", { instalmentMultiple: 100 }],
    ["TERMS_INVALID", { fees: undefined }],
    ["RATE_OUT_OF_RANGE", { annualRate: 120_000n }],
    ["RATE_OUT_OF_RANGE", { annualRate: Number.NaN }],
    ["DAY_INVALID", { startOn: null }],
    ["DUE_DAYS_INVALID", { firstDueOn: null }],
    ["MONEY_INVALID", { fees: [{ ...guaranteeFee(1n), amount: 1 }] }],
    ["FEE_INVALID", { fees: [{ ...guaranteeFee(1n), timing: "MONTHLY" }] }],
    ["FEE_INVALID", { fees: [{ ...guaranteeFee(1n), basis: "PERCENT" }] }],
    ["FEE_INVALID", { fees: [{ ...guaranteeFee(1n), payment: "LATER" }] }],
    ["FEE_INVALID", { fees: [{ ...guaranteeFee(1n), basis: "RATE_OF_PRINCIPAL", rate: 100, ratePer: "MONTH" }] }],
  ])("refuses with %s terms no compiler has looked at: %o", (code, changed) => {
    expect(refusal({ ...sampleTerms(), ...changed } as LoanTerms)).toBe(code);
  });

  it("refuses terms whose rounding would pile up in the last instalment", () => {
    expect(refusal(sampleTerms({ principal: 10_000n, annualRate: 360_000, instalmentCount: 360 }))).toBe(
      "DRIFT_TOO_LARGE",
    );
    expect(refusal(sampleTerms({ principal: 100_000n, instalmentMultiple: 10_000n }))).toBe("DRIFT_TOO_LARGE");
  });

  // A = P·i·(1+i)^n ÷ ((1+i)^n − 1), worked out in whole fractions.
  it.each([
    [10_050n, 2, {}, [5_101n, 5_101n]],
    [10_050n, 1, {}, [10_151n]],
    [1_515_050n, 3, {}, [515_151n, 515_151n, 515_151n]],
    [1_005_000n, 2, { instalmentMultiple: 100n }, [510_100n, 510_000n]],
    [20_100n, 2, { rounding: "DOWN" }, [10_201n, 10_201n]],
  ] satisfies [bigint, number, Partial<LoanTerms>, bigint[]][])(
    "rounds an instalment of %s fen over %s months that is a tie, or whole, as what it is: %o",
    (principal, instalmentCount, changed, expected) => {
      const made = schedule(sampleTerms({ principal, instalmentCount, ...changed }));
      expect(made.instalment).toBe(expected[0]);
      expect(made.rows.map((row) => row.payment)).toEqual(expected);
    },
  );

  it("shows a balance of half a fen as the next one where nothing is rounded in between", () => {
    const made = unroundedSchedule(sampleTerms({ principal: 10_003n, instalmentCount: 6, method: "EQUAL_PRINCIPAL" }));
    expect(made.rows.map((row) => row.openingPrincipal)).toEqual([10_003n, 8_336n, 6_669n, 5_002n, 3_334n, 1_667n]);
  });

  it("pays a bullet where its last instalment would be due, and counts its free periods as such a share", () => {
    const bullet = (changed: Partial<LoanTerms> = {}) => schedule(sampleTerms({ method: "BULLET", ...changed }));
    expect(bullet({ firstDueOn: "2026-02-15" }).rows).toEqual(bullet().rows);
    const [longer] = bullet({ firstDueOn: "2026-03-01" }).rows;
    expect([longer?.dueOn, longer?.interest]).toEqual(["2027-02-01", 125_333n]);
    expect(bullet({ interestFreeCount: 1 }).totals.interest).toBe(110_000n);
    expect(bullet({ interestFreeCount: 12 }).totals.interest).toBe(0n);
  });

  it("charges a fee by the year for the time it covers, whenever it falls due", () => {
    const feeOf = (timing: FeeTerm["timing"]) =>
      schedule(
        sampleTerms({
          instalmentCount: 24,
          fees: [
            {
              code: "GUARANTEE",
              timing,
              basis: "RATE_OF_PRINCIPAL",
              rate: 20_000,
              ratePer: "YEAR",
              payment: "PAID",
              payee: "甲",
            },
          ],
        }),
      ).totals.fees;
    expect([feeOf("UPFRONT"), feeOf("PER_PERIOD"), feeOf("AT_END")]).toEqual([40_000n, 24n * 1_667n, 40_000n]);
  });
});
