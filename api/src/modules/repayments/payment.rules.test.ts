import type { OutstandingInstalment } from "@daichao/finance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, mustBePayable, spread, totalOf } from "./payment.rules.js";

const order = ["PENALTY", "FEE", "INTEREST", "PRINCIPAL"] as const;
const owedRows = fc
  .array(
    fc.record({
      penalty: fc.constant(0n),
      fee: fc.bigInt(0n, 50n),
      interest: fc.bigInt(0n, 500n),
      principal: fc.bigInt(1n, 5_000n),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => rows.map((row, at): OutstandingInstalment => ({ number: at + 1, ...row })));

describe("the spreading of a payment", () => {
  it("loses nothing: lines and what is left over are the amount, and what is owed afterwards is less by the lines", () => {
    fc.assert(
      fc.property(owedRows, fc.bigInt(1n, 100_000n), (owed, amount) => {
        const { lines, unallocated } = spread(owed, amount, order);
        const cleared = lines.reduce((sum, line) => sum + line.amount, 0n);
        expect(cleared + unallocated).toBe(amount);
        expect(totalOf(after(owed, amount, order))).toBe(totalOf(owed) - cleared);
        expect(unallocated > 0n).toBe(amount > totalOf(owed));
      }),
    );
  });

  it("of two payments one after the other is that of their sum, so a preview after pending payments is the actual", () => {
    fc.assert(
      fc.property(owedRows, fc.bigInt(1n, 9_000n), fc.bigInt(1n, 9_000n), (owed, first, second) => {
        expect(after(after(owed, first, order), second, order)).toEqual(after(owed, first + second, order));
      }),
    );
  });

  it("clears the oldest instalment whole, fee before interest before principal, before it touches the next", () => {
    const owed = [
      { number: 1, penalty: 0n, fee: 10n, interest: 20n, principal: 70n },
      { number: 2, penalty: 0n, fee: 10n, interest: 15n, principal: 75n },
    ];
    expect(spread(owed, 115n, order).lines.map((line) => [line.instalmentNumber, line.component, line.amount])).toEqual(
      [
        [1, "FEE", 10n],
        [1, "INTEREST", 20n],
        [1, "PRINCIPAL", 70n],
        [2, "FEE", 10n],
        [2, "INTEREST", 5n],
      ],
    );
    const principalFirst = ["PRINCIPAL", "INTEREST", "FEE", "PENALTY"] as const;
    expect(spread(owed, 80n, principalFirst).lines.map((line) => line.component)).toEqual(["PRINCIPAL", "INTEREST"]);
  });
});

describe("an amount", () => {
  it.each([
    [1n, 100n, 0n, null],
    [100n, 100n, 0n, null],
    [0n, 100n, 0n, "REPAYMENT_AMOUNT_NOT_POSITIVE"],
    [-1n, 100n, 0n, "REPAYMENT_AMOUNT_NOT_POSITIVE"],
    [101n, 100n, 0n, "REPAYMENT_ABOVE_OUTSTANDING"],
    [41n, 100n, 60n, "REPAYMENT_ABOVE_OUTSTANDING"],
    [40n, 100n, 60n, null],
  ])("of %s with %s owed and %s under way: %s", (amount, owed, pending, code) => {
    const check = () => mustBePayable(amount, owed, pending);
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code }));
  });
});
