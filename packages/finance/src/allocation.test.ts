import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AllocationComponent, type AllocationOrder, allocate, type OutstandingInstalment } from "./allocation.ts";

const owed = (
  number: number,
  penalty: bigint,
  fee: bigint,
  interest: bigint,
  principal: bigint,
): OutstandingInstalment => ({
  number,
  penalty,
  fee,
  interest,
  principal,
});
const twoDue = [owed(2, 0n, 500n, 900n, 8_000n), owed(1, 300n, 500n, 1_000n, 8_000n)];
const costsFirst: AllocationOrder = {
  components: ["PENALTY", "FEE", "INTEREST", "PRINCIPAL"],
  spread: "BY_INSTALMENT",
};

const amount = fc.bigInt({ min: 0n, max: 100_000n });
const debts = fc
  .array(fc.tuple(amount, amount, amount, amount), { maxLength: 8 })
  .map((list) =>
    list.map(([penalty, fee, interest, principal], index) => owed(index + 1, penalty, fee, interest, principal)),
  );
const order = fc.record({
  components: fc.shuffledSubarray(Object.values(AllocationComponent), { minLength: 4 }),
  spread: fc.constantFrom("BY_INSTALMENT", "BY_COMPONENT"),
});

describe("allocation of a payment (2-16, B-22)", () => {
  it("clears the oldest instalment whole before the next", () => {
    const { parts, overpayment, outstanding } = allocate(twoDue, 10_500n, costsFirst);
    expect(parts).toEqual([
      { number: 1, penalty: 300n, fee: 500n, interest: 1_000n, principal: 8_000n, total: 9_800n, isSettled: true },
      { number: 2, penalty: 0n, fee: 500n, interest: 200n, principal: 0n, total: 700n, isSettled: false },
    ]);
    expect([overpayment, outstanding]).toEqual([0n, 8_700n]);
  });

  it("clears one component of all instalments before the next component", () => {
    const { parts } = allocate(twoDue, 3_000n, { ...costsFirst, spread: "BY_COMPONENT" });
    expect(parts.map((part) => [part.penalty, part.fee, part.interest, part.principal])).toEqual([
      [300n, 500n, 1_000n, 0n],
      [0n, 500n, 700n, 0n],
    ]);
  });

  it("pays principal first where the order says so", () => {
    const order: AllocationOrder = { ...costsFirst, components: ["PRINCIPAL", "INTEREST", "FEE", "PENALTY"] };
    expect(allocate(twoDue, 8_100n, order).paid).toEqual({ penalty: 0n, fee: 0n, interest: 100n, principal: 8_000n });
  });

  it("reports what exceeds the debt as overpayment", () => {
    expect(allocate(twoDue, 20_000n, costsFirst)).toMatchObject({
      allocated: 19_200n,
      overpayment: 800n,
      outstanding: 0n,
    });
  });

  it("neither loses nor invents a fen, takes no more than is owed, and leaves earlier claims paid first", () => {
    fc.assert(
      fc.property(debts, fc.bigInt({ min: 0n, max: 3_000_000n }), order, (due, payment, rule) => {
        const { parts, paid, allocated, overpayment, outstanding } = allocate(due, payment, rule);
        const total = (amounts: Omit<OutstandingInstalment, "number">): bigint =>
          amounts.penalty + amounts.fee + amounts.interest + amounts.principal;
        expect(allocated + overpayment).toBe(payment);
        expect(total(paid)).toBe(allocated);
        expect(parts.reduce((sum, part) => sum + part.total, 0n)).toBe(allocated);
        expect(allocated + outstanding).toBe(due.reduce((sum, debt) => sum + total(debt), 0n));
        expect(overpayment === 0n || outstanding === 0n).toBe(true);
        for (const part of parts) {
          const debt = due[part.number - 1];
          if (!debt) throw new Error("a part without a debt");
          for (const field of ["penalty", "fee", "interest", "principal"] as const) {
            expect(part[field] >= 0n && part[field] <= debt[field]).toBe(true);
          }
        }
      }),
    );
  });

  it("comes to the same debts whether a sum is paid at once or in two parts", () => {
    fc.assert(
      fc.property(debts, amount, amount, order, (due, first, second, rule) => {
        const early = allocate(due, first, rule);
        const left = due.map((debt) => {
          const part = early.parts.find(({ number }) => number === debt.number) ?? owed(0, 0n, 0n, 0n, 0n);
          return owed(
            debt.number,
            debt.penalty - part.penalty,
            debt.fee - part.fee,
            debt.interest - part.interest,
            debt.principal - part.principal,
          );
        });
        const late = allocate(left, second, rule);
        const once = allocate(due, first + second, rule);
        expect(late.outstanding).toBe(once.outstanding);
        expect(early.paid.principal + late.paid.principal).toBe(once.paid.principal);
      }),
    );
  });

  it("refuses a negative payment, a negative debt, a repeated instalment and an incomplete order", () => {
    const refused = expect.objectContaining({ code: "ALLOCATION_INVALID" });
    expect(() => allocate(twoDue, -1n, costsFirst)).toThrow(refused);
    expect(() => allocate([owed(1, -1n, 0n, 0n, 0n)], 1n, costsFirst)).toThrow(refused);
    expect(() => allocate([owed(1, 0n, 0n, 0n, 1n), owed(1, 0n, 0n, 0n, 1n)], 1n, costsFirst)).toThrow(refused);
    expect(() =>
      allocate(twoDue, 1n, { ...costsFirst, components: ["PENALTY", "PENALTY", "FEE", "INTEREST"] }),
    ).toThrow(refused);
  });

  it.each([
    ["a component it does not know", costsFirst.components.with(3, "X" as never), "BY_INSTALMENT", 1n],
    ["a spread it does not know", costsFirst.components, "BY_CHANCE", 1n],
    ["a payment that is no fen", costsFirst.components, "BY_INSTALMENT", 100],
  ])("refuses %s", (_, components, spread, paid) => {
    expect(() => allocate(twoDue, paid as bigint, { components, spread } as AllocationOrder)).toThrow(
      expect.objectContaining({ code: "ALLOCATION_INVALID" }),
    );
  });
});
