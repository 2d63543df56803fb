import { describe, expect, it } from "vitest";
import type { LoanTerms } from "./loan-terms.ts";
import { formatYuan } from "./money.ts";
import { sampleTerms } from "./sample-terms.ts";
import { exactInstalment, type Schedule, schedule, unroundedSchedule } from "./schedule.ts";

const yuan = (fen: bigint): string => formatYuan(fen);
const column = (made: Schedule, field: "principal" | "interest" | "payment" | "closingPrincipal"): string =>
  made.rows.map((row) => yuan(row[field])).join(" ");
const rows = (made: Schedule): string[] =>
  made.rows.map((row) => [row.dueOn, row.days, yuan(row.principal), yuan(row.interest), yuan(row.payment)].join(" "));

// apache/fineract@4198b0b LoanRepayment.feature, scenarios RS02 and RS04: 5,000 at 12 %, 18 months from 2022-11-01.
const eighteenMonths: Partial<LoanTerms> = { principal: 500_000n, instalmentCount: 18, startOn: "2022-11-01" };

describe("known answers of other engines", () => {
  it("V-01: equal instalments in whole yuan end in a smaller last one", () => {
    const made = schedule(sampleTerms({ ...eighteenMonths, instalmentMultiple: 100n }));
    expect(rows(made)).toEqual([
      "2022-12-01 30 255.00 50.00 305.00",
      "2023-01-01 31 257.55 47.45 305.00",
      "2023-02-01 31 260.13 44.87 305.00",
      "2023-03-01 28 262.73 42.27 305.00",
      "2023-04-01 31 265.35 39.65 305.00",
      "2023-05-01 30 268.01 36.99 305.00",
      "2023-06-01 31 270.69 34.31 305.00",
      "2023-07-01 30 273.39 31.61 305.00",
      "2023-08-01 31 276.13 28.87 305.00",
      "2023-09-01 31 278.89 26.11 305.00",
      "2023-10-01 30 281.68 23.32 305.00",
      "2023-11-01 31 284.50 20.50 305.00",
      "2023-12-01 30 287.34 17.66 305.00",
      "2024-01-01 31 290.21 14.79 305.00",
      "2024-02-01 31 293.12 11.88 305.00",
      "2024-03-01 29 296.05 8.95 305.00",
      "2024-04-01 31 299.01 5.99 305.00",
      "2024-05-01 30 300.22 3.00 303.22",
    ]);
    expect([yuan(made.totals.interest), yuan(made.totals.payment)]).toEqual(["488.22", "5488.22"]);
  });

  it("V-03: equal principal falls by the interest saved", () => {
    const made = schedule(sampleTerms({ ...eighteenMonths, method: "EQUAL_PRINCIPAL" }));
    expect(column(made, "payment")).toBe(
      "327.78 325.00 322.22 319.45 316.67 313.89 311.11 308.34 305.56 302.78 300.00 297.22 294.45 291.67 288.89 286.11 283.34 280.52",
    );
    expect(yuan(made.totals.interest)).toBe("475.00");
    expect(yuan(made.rows[17]?.principal ?? 0n)).toBe("277.74");
  });

  // ProgressiveEMICalculatorTest disbursedAmt100_dayInYears360_daysInMonth30_repayEvery1Month
  it.each(["HALF_UP", "HALF_EVEN"] as const)("V-11: 100 yuan over six months, rounded %s", (rounding) => {
    const made = schedule(
      sampleTerms({ principal: 10_000n, annualRate: 94_822, instalmentCount: 6, startOn: "2024-01-01", rounding }),
    );
    expect(column(made, "interest")).toBe("0.79 0.66 0.53 0.40 0.27 0.13");
    expect(column(made, "closingPrincipal")).toBe("83.66 67.19 50.59 33.86 17.00 0.00");
    expect(new Set(made.rows.map((row) => row.payment))).toEqual(new Set([1713n]));
  });

  // Same class: ACTUAL over ACTUAL, 245,000 at 45 % from 2023-10-31, across a New Year and a leap day.
  it("counts actual days over actual years through month ends as the progressive loans do", () => {
    const terms = sampleTerms({
      principal: 24_500_000n,
      annualRate: 450_000,
      instalmentCount: 6,
      startOn: "2023-10-31",
    });
    const made = schedule({ ...terms, dayCount: "ACT_ACT" });
    expect(made.rows.map((row) => row.dueOn).join(" ")).toBe(
      "2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30",
    );
    expect(column(made, "interest")).toBe("9061.64 7938.83 6453.36 4614.71 3342.49 1648.57");
    expect(column(made, "payment")).toBe("46343.27 46343.27 46343.27 46343.27 46343.27 46343.25");
  });

  // Same class: 366 days only for the period that holds 29 February; 10,000 at 9.482 % from 2023-12-12.
  it("counts 366 days only around a leap day when that is the convention", () => {
    const made = schedule(
      sampleTerms({ annualRate: 94_820, instalmentCount: 6, startOn: "2023-12-12", dayCount: "ACT_ACT_AFB" }),
    );
    expect(column(made, "interest")).toBe("80.53 67.38 50.50 40.74 26.39 13.69");
    expect(column(made, "payment")).toBe("1713.21 1713.21 1713.21 1713.21 1713.21 1713.18");
  });

  // Same class: weekly, actual days over 364.
  it("bears interest for seven days of a 364-day year when paid weekly", () => {
    const terms = sampleTerms({ principal: 10_000n, annualRate: 94_822, instalmentCount: 6, startOn: "2024-01-01" });
    const made = schedule({ ...terms, period: { unit: "WEEK", length: 1 }, dayCount: "ACT_364" });
    expect(column(made, "interest")).toBe("0.18 0.15 0.12 0.09 0.06 0.03");
    expect(column(made, "payment")).toBe("16.77 16.77 16.77 16.77 16.77 16.78");
  });

  // Same class: equal amortisation of 0.04, 0.07 and 0.59 over six instalments.
  it.each([
    [4n, "0.01 0.01 0.01 0.01 0.00 0.00"],
    [7n, "0.01 0.01 0.01 0.01 0.01 0.02"],
    [59n, "0.10 0.10 0.10 0.10 0.10 0.09"],
  ])("splits %s fen over six instalments without interest", (principal, expected) => {
    for (const method of ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"] as const) {
      expect(column(schedule(sampleTerms({ principal, annualRate: 0, instalmentCount: 6, method })), "payment")).toBe(
        expected,
      );
    }
  });

  // Same class: FLAT, 10,000 at 12 % over 24 months.
  it("charges a flat loan on its original principal every month", () => {
    const made = schedule(sampleTerms({ method: "FLAT", instalmentCount: 24 }));
    expect(new Set(made.rows.map((row) => row.interest))).toEqual(new Set([10_000n]));
    expect([made.rows[0]?.payment, made.rows[22]?.payment, made.rows[23]?.payment]).toEqual([
      51_667n,
      51_667n,
      51_659n,
    ]);
  });

  // numpy/numpy-financial@03e194b, docstrings of ppmt, ipmt and pmt.
  it("V-19: 2,500 at 8.24 % agrees row by row when nothing is rounded in between", () => {
    const terms = sampleTerms({ principal: 250_000n, annualRate: 82_400 });
    const exact = unroundedSchedule(terms);
    expect(column(exact, "principal")).toBe(
      "200.58 201.96 203.35 204.74 206.15 207.56 208.99 210.42 211.87 213.32 214.79 216.26",
    );
    expect(column(exact, "interest")).toBe("17.17 15.79 14.40 13.01 11.60 10.18 8.76 7.32 5.88 4.42 2.96 1.49");
    expect(column(exact, "closingPrincipal")).toBe(
      "2299.42 2097.46 1894.11 1689.37 1483.22 1275.66 1066.67 856.25 644.38 431.05 216.26 0.00",
    );
    expect(yuan(exact.totals.interest)).toBe("112.98");
    const rounded = schedule(terms);
    expect([yuan(rounded.rows[11]?.payment ?? 0n), yuan(rounded.totals.interest)]).toEqual(["217.72", "112.97"]);
  });

  it("V-19: 200,000 at 7.5 % over 180 months has the instalment of numpy before rounding", () => {
    const terms = sampleTerms({ principal: 20_000_000n, annualRate: 75_000, instalmentCount: 180 });
    expect(Number(exactInstalment(terms))).toBeCloseTo(1854.0247200054619, 9);
    expect(exactInstalment(terms)).toMatch(/^1854\.02472000547\d{5}$/);
  });

  it("V-22: the Chinese set, in fen and half up", () => {
    const level = schedule(sampleTerms());
    expect([level.instalment, level.rows[11]?.payment, level.totals.interest]).toEqual([88_849n, 88_847n, 66_186n]);
    const falling = schedule(sampleTerms({ principal: 10_000_000n, method: "EQUAL_PRINCIPAL" }));
    expect([0, 1, 11].map((index) => yuan(falling.rows[index]?.payment ?? 0n))).toEqual([
      "9333.33",
      "9250.00",
      "8416.70",
    ]);
    expect(yuan(falling.totals.interest)).toBe("6500.00");
  });

  // Closed formula of 等额本息 as banks publish it, recomputed.
  it.each([
    [5_000_000n, 24, 72_500, 224_430n, 224_429n, 386_319n],
    [4_000_000n, 12, 120_000, 355_395n, 355_398n, 264_743n],
  ])(
    "%s fen over %s months at %s ppm follow the closed formula",
    (principal, count, annualRate, level, last, interest) => {
      const made = schedule(sampleTerms({ principal, instalmentCount: count, annualRate }));
      expect(made.instalment).toBe(level);
      expect([made.rows.at(-1)?.payment, made.totals.interest]).toEqual([last, interest]);
    },
  );

  it("U-01: 1,000 at 20 % a month over 30 days of a 30/360 year bears 200 and not 197.23", () => {
    const terms = sampleTerms({
      principal: 100_000n,
      method: "BULLET",
      instalmentCount: 1,
      period: { unit: "DAY", length: 30 },
    });
    expect(schedule({ ...terms, annualRate: 200_000, rateBasis: "PER_MONTH" }).totals.interest).toBe(20_000n);
    expect(schedule({ ...terms, annualRate: 2_400_000 }).totals.interest).toBe(20_000n);
  });

  it.each(["THIRTY_360", "ACT_360", "ACT_365"] as const)(
    "U-02: one percent of 100,000 for the whole term of 60 days is 1,000 by %s",
    (dayCount) => {
      const terms = sampleTerms({ principal: 10_000_000n, annualRate: 10_000, rateBasis: "PER_TERM", dayCount });
      const made = schedule({ ...terms, method: "BULLET", instalmentCount: 1, period: { unit: "DAY", length: 60 } });
      expect(yuan(made.totals.interest)).toBe("1000.00");
    },
  );

  it("U-03: a rate per day is charged per day, leap year or not", () => {
    const terms = sampleTerms({
      annualRate: 500,
      rateBasis: "PER_DAY",
      dayCount: "ACT_ACT",
      method: "BULLET",
      instalmentCount: 1,
    });
    for (const startOn of ["2023-02-01", "2024-02-01"]) {
      const made = schedule({ ...terms, startOn });
      expect(made.totals.interest).toBe(500n * BigInt(made.rows[0]?.days ?? 0));
    }
  });
});
