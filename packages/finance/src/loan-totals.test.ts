import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costOfCredit } from "./cost-of-credit.ts";
import { DayCount } from "./day-count.ts";
import type { FeeTerm } from "./fee-term.ts";
import { FinanceError } from "./finance-error.ts";
import type { LoanTerms } from "./loan-terms.ts";
import { type LoanTotals, loanKind, loanTotals } from "./loan-totals.ts";
import { maxFen } from "./money.ts";
import { schedule } from "./schedule.ts";

const rated = (rate: number, basis: "RATE_OF_PRINCIPAL" | "RATE_OF_OUTSTANDING") => ({ basis, rate }) as const;
const measure = fc.oneof(
  fc.bigInt({ min: 0n, max: 50_000n }).map((amount) => ({ basis: "AMOUNT", amount }) as const),
  fc.integer({ min: 0, max: 30_000 }).map((rate) => rated(rate, "RATE_OF_PRINCIPAL")),
  fc.integer({ min: 0, max: 30_000 }).map((rate) => rated(rate, "RATE_OF_OUTSTANDING")),
);
const place = fc.constantFrom(
  { timing: "UPFRONT", payment: "DEDUCTED" } as const,
  { timing: "UPFRONT", payment: "PAID" } as const,
  { timing: "PER_PERIOD", payment: "PAID" } as const,
  { timing: "AT_END", payment: "PAID" } as const,
);
const fee: fc.Arbitrary<FeeTerm> = fc
  .tuple(measure, place)
  .map(([amount, when]) => ({ code: "FEE", payee: "somebody", ...amount, ...when }));

const terms: fc.Arbitrary<LoanTerms> = fc.record({
  principal: fc.oneof(
    fc.bigInt({ min: 1n, max: 3_000_000n }),
    fc.bigInt({ min: 100_000n, max: 100_000_000n }),
    fc.bigInt({ min: 1n, max: 1_000_000_000_000_000n }),
  ),
  annualRate: fc.oneof(fc.integer({ min: 0, max: 360_000 }), fc.integer({ min: 0, max: 20_000_000 })),
  method: fc.constantFrom("EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY_BULLET", "BULLET", "FLAT"),
  instalmentCount: fc.integer({ min: 1, max: 60 }),
  period: fc.constantFrom({ unit: "MONTH", length: 1 } as const, { unit: "WEEK", length: 2 } as const),
  dayCount: fc.constantFrom(...Object.values(DayCount)),
  startOn: fc.constantFrom("2026-01-31", "2026-11-22", "2028-02-29"),
  monthEnd: fc.constantFrom("LAST_DAY", "ROLL_FORWARD"),
  fees: fc.array(fee, { maxLength: 3 }),
});

function totalsOf(made: ReturnType<typeof schedule>): LoanTotals {
  const payments = made.rows.map((row) => row.payment);
  return {
    interest: made.totals.interest,
    fees: made.totals.fees,
    netDisbursed: made.netDisbursed,
    firstPayment: payments[0] ?? 0n,
    lastPayment: payments.at(-1) ?? 0n,
    highestPayment: payments.reduce(maxFen, 0n),
  };
}

function outcome<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof FinanceError) return error.code;
    throw error;
  }
}

describe("totals without the plan", () => {
  test("are those of the schedule to the fen, and refuse what it refuses, whatever the terms", () => {
    fc.assert(
      fc.property(terms, (loan) => {
        expect(outcome(() => loanTotals(loan))).toEqual(outcome(() => totalsOf(schedule(loan))));
      }),
      { numRuns: 3_000 },
    );
  });

  test("are the same whether worked out for one principal or for all of them", () => {
    const principal = fc.bigInt({ min: -1n, max: 1_000_000_000n });
    fc.assert(
      fc.property(terms, principal, (loan, other) => {
        const kind = outcome(() => loanKind(loan));
        if (typeof kind === "string") return;
        expect(outcome(() => kind.totals(other))).toEqual(outcome(() => loanTotals({ ...loan, principal: other })));
      }),
      { numRuns: 1_000 },
    );
  });

  test("come with the yearly cost that the whole plan has, to the millionth", () => {
    fc.assert(
      fc.property(terms, (loan) => {
        const quick = outcome(() => loanKind(loan).aprNominal(loan.principal));
        expect(quick).toEqual(outcome(() => costOfCredit(loan).aprNominal));
      }),
      { numRuns: 1_000 },
    );
  });

  test("a year of 12,000 yuan at 12 % in equal instalments costs 794.23 yuan", () => {
    const loan: LoanTerms = {
      principal: 1_200_000n,
      annualRate: 120_000,
      method: "EQUAL_INSTALMENT",
      instalmentCount: 12,
      period: { unit: "MONTH", length: 1 },
      dayCount: "THIRTY_360",
      startOn: "2026-11-22",
      monthEnd: "LAST_DAY",
      fees: [],
    };
    expect(loanTotals(loan).interest).toBe(79_423n);
    expect(loanTotals(loan).interest).toBe(costOfCredit(loan).totalFinancingCost);
  });
});
