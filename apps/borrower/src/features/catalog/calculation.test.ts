import { parseYuan } from "@daichao/finance";
import { describe, expect, test } from "vitest";
import { calculate } from "./calculation.ts";
import type { CalculatorAsk } from "./calculator-address.ts";
import {
  calculatorMethods,
  dayCounts,
  feeBases,
  feeTimings,
  percentOf,
  readCalculator,
  writeCalculator,
} from "./calculator-address.ts";

const asked = (address: string) => readCalculator(new URLSearchParams(address));
const done = (address: string, term?: number) => {
  const ask = asked(address);
  const result = calculate(ask, term ?? ask.term, "2026-09-24");
  if (result.kind !== "done") throw new Error(`refused: ${result.code}`);
  return result;
};

describe("the stand-alone calculator", () => {
  test("U-04 50,000 over 24 months at 7.25 % in equal instalments", () => {
    const { figures, rows, annualCost } = done("amount=50000&term=24&rate=7.25");
    expect(figures).toMatchObject({
      firstPayment: "2244.30",
      lastPayment: "2244.29",
      totalInterest: "3863.19",
      totalFees: "0.00",
    });
    expect(rows).toHaveLength(24);
    expect(annualCost.nominal).toBe("0.072500");
  });

  test("2-03 every method, fee timing, basis, day count and term: the principal comes back to the fen, the parts make the sums", () => {
    let reckoned = 0;
    for (const method of calculatorMethods)
      for (const timing of feeTimings)
        for (const basis of feeBases)
          for (const dayCount of dayCounts)
            for (const [term, amount, rate] of [
              [3, 1_000, "24"],
              [12, 50_000, "7.25"],
              [60, 499_999, "15.6"],
            ] as const) {
              const fees = [{ code: "SERVICE", timing, basis, payment: "PAID", value: "0.5" } as const];
              const ask: CalculatorAsk = { ...asked(""), amount, term, rate, method, dayCount, fees };
              const result = calculate(ask, term, "2026-01-31");
              if (result.kind === "refused") throw new Error(`${writeCalculator(ask)} is refused: ${result.code}`);
              const { figures, rows } = result;
              const sum = (part: "principal" | "interest") => rows.reduce((all, row) => all + parseYuan(row[part]), 0n);
              expect(sum("principal")).toBe(BigInt(amount) * 100n);
              expect(sum("interest")).toBe(parseYuan(figures.totalInterest));
              expect(parseYuan(figures.totalInterest) + parseYuan(figures.totalFees)).toBe(
                parseYuan(figures.totalCost),
              );
              expect(parseYuan(figures.netDisbursed) + parseYuan(figures.totalCost)).toBe(
                parseYuan(figures.totalPayment),
              );
              expect(rows.at(-1)?.balance).toBe("0.00");
              reckoned += 1;
            }
    expect(reckoned).toBe(5 * 3 * 3 * 4 * 3);
  });

  test("2-03 a fee kept back makes less come in, one paid with each instalment makes each dearer", () => {
    const plain = done("amount=50000&term=12&rate=7.25");
    const kept = done("amount=50000&term=12&rate=7.25&fee=SERVICE~UPFRONT~RATE_OF_PRINCIPAL~DEDUCTED~2");
    const monthly = done("amount=50000&term=12&rate=7.25&fee=GUARANTEE~PER_PERIOD~AMOUNT~PAID~50");
    expect(kept.figures).toMatchObject({ netDisbursed: "49000.00", totalFees: "1000.00" });
    expect(parseYuan(monthly.figures.firstPayment) - parseYuan(plain.figures.firstPayment)).toBe(5_000n);
    expect(Number(kept.annualCost.nominal)).toBeGreaterThan(Number(plain.annualCost.nominal));
    expect(monthly.fees).toEqual([{ code: "GUARANTEE", total: "600.00" }]);
  });

  test("2-03 a flat rate of 7.25 % really costs nearly twice that", () => {
    expect(Number(done("amount=50000&term=24&rate=7.25&method=FLAT").annualCost.nominal)).toBeGreaterThan(0.13);
  });

  test("2-03 the first due day may be said, and the end of a month is kept", () => {
    const { rows } = done("amount=50000&term=3&rate=7.25&start=2026-01-31");
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(["2026-02-28", "2026-03-31", "2026-04-30"]);
    const rolled = done("amount=50000&term=3&rate=7.25&start=2026-01-31&end=ROLL_FORWARD");
    expect(rolled.rows[0]?.dueOn).toBe("2026-03-01");
    expect(done("amount=50000&term=3&rate=7.25&start=2026-01-10&first=2026-03-05").rows[0]?.dueOn).toBe("2026-03-05");
  });

  test("what cannot be scheduled is refused with its reason, never drawn", () => {
    const refused = (address: string) => calculate(asked(address), asked(address).term, "2026-09-24");
    expect(refused("amount=50000&term=12&rate=7.25&start=2026-05-01&first=2026-04-01")).toMatchObject({
      code: "DUE_DAYS_INVALID",
    });
    expect(refused("amount=50000&term=12&rate=7.25&start=2026-02-31")).toMatchObject({ code: "DAY_INVALID" });
    expect(refused("amount=1000&term=12&rate=7.25&fee=SERVICE~UPFRONT~AMOUNT~DEDUCTED~1000")).toMatchObject({
      code: "COST_UNDEFINED",
    });
  });
});

describe("the calculator's address", () => {
  test("2-03 what is written is read back the same", () => {
    const address =
      "amount=80000&term=36&vs=24&rate=9.6&method=EQUAL_PRINCIPAL&days=ACT_365&end=ROLL_FORWARD&start=2026-01-31&first=2026-03-01&product=x&fee=SERVICE~UPFRONT~AMOUNT~DEDUCTED~200";
    expect(asked(writeCalculator(asked(address)).toString())).toEqual(asked(address));
    expect(asked(address)).toMatchObject({ otherTerm: 24, fees: [{ payment: "DEDUCTED", value: "200" }] });
  });

  test("nonsense in the address takes the usual values", () => {
    expect(asked("amount=-5&term=x&rate=1e9&method=GOLD&fee=~~~&fee=A&start=tomorrow")).toMatchObject({
      amount: 50_000,
      term: 24,
      rate: "7.25",
      method: "EQUAL_INSTALMENT",
      fees: [],
      startOn: null,
    });
    expect(asked("fee=SERVICE~AT_END~AMOUNT~DEDUCTED~5").fees[0]?.payment).toBe("PAID");
  });

  test.each([
    ["0.072500", "7.25"],
    ["0.156000", "15.6"],
    ["1.000000", "100"],
    ["0.000050", "0.005"],
    ["0.000000", "0"],
  ])("the share %s is %s per cent", (share, percent) => expect(percentOf(share)).toBe(percent));
});
