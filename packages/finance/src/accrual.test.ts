import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accrue } from "./accrual.ts";
import { addDays } from "./day.ts";
import { sampleTerms } from "./sample-terms.ts";
import { schedule } from "./schedule.ts";

describe("accrual", () => {
  it("is the interest of a schedule row when asked for the same days", () => {
    const { rows } = schedule(sampleTerms({ dayCount: "ACT_365" }));
    for (const row of rows) {
      expect(accrue(row.openingPrincipal, 120_000, row.fromOn, row.toOn, "ACT_365")).toBe(row.interest);
    }
  });

  it("is 0.05 % a day on what is drawn", () => {
    expect(accrue(1_000_000n, 180_000, "2026-03-01", "2026-03-08", "ACT_360")).toBe(3_500n);
  });

  it("differs by at most a fen when a span is cut in two", () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        fc.integer({ min: 0, max: 400_000 }),
        days,
        days,
        (balance, rate, a, b) => {
          const [start, cut] = ["2026-01-01", addDays("2026-01-01", a)];
          const end = addDays(cut, b);
          const parts = accrue(balance, rate, start, cut, "ACT_360") + accrue(balance, rate, cut, end, "ACT_360");
          const whole = accrue(balance, rate, start, end, "ACT_360");
          expect(parts - whole <= 1n && whole - parts <= 1n).toBe(true);
        },
      ),
    );
  });
});
