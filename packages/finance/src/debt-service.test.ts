import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { debtServiceRoom, debtServiceShare, largestFitting, monthlyBurden } from "./debt-service.ts";
import { MAX_COST_RATE } from "./rate.ts";

describe("the burden of a plan", () => {
  it("is its payment when the payments are level, the next when they fall, the mean when the end is heavy", () => {
    expect(monthlyBurden([224_430n, 224_430n, 224_429n])).toBe(224_430n);
    expect(monthlyBurden([300n, 200n, 100n])).toBe(300n);
    expect(monthlyBurden([10n, 10n, 1_000n])).toBe(340n);
    expect(monthlyBurden([])).toBe(0n);
  });

  it("never falls short of the mean, nor of the next payment, and never exceeds the heaviest", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 60 }), (payments) => {
        const burden = monthlyBurden(payments);
        const total = payments.reduce((sum, one) => sum + one, 0n);
        expect(burden * BigInt(payments.length) >= total).toBe(true);
        expect(burden >= (payments[0] ?? 0n)).toBe(true);
        expect(payments.some((one) => one >= burden)).toBe(true);
      }),
    );
  });
});

describe("debt service", () => {
  it("as a share is rounded up, and without income is the largest there is", () => {
    expect(debtServiceShare(550_000n, 1_000_000n)).toBe(550_000);
    expect(debtServiceShare(1n, 3n)).toBe(333_334);
    expect(debtServiceShare(0n, 0n)).toBe(0);
    expect(debtServiceShare(1n, 0n)).toBe(MAX_COST_RATE);
  });

  it("that fills its room exactly is within the limit, and one fen more is above it", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1_000n, max: 10n ** 8n }),
        fc.bigInt({ min: 0n, max: 10n ** 8n }),
        fc.integer({ min: 100_000, max: 900_000 }),
        (income, present, limit) => {
          const room = debtServiceRoom(income, present, limit);
          if (room === 0n) return;
          expect(debtServiceShare(present + room, income)).toBeLessThanOrEqual(limit);
          expect(debtServiceShare(present + room + 1n, income)).toBeGreaterThan(limit);
        },
      ),
    );
  });
});

it("the largest amount that fits is found on its step, and the next step does not fit", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 1_000n }),
      fc.bigInt({ min: 0n, max: 100_000n }),
      fc.bigInt({ min: 1n, max: 500n }),
      fc.bigInt({ min: 0n, max: 120_000n }),
      (min, width, step, limit) => {
        const found = largestFitting({ min, max: min + width, step }, (amount) => amount <= limit);
        if (found === undefined) {
          expect(min > limit).toBe(true);
          return;
        }
        expect((found - min) % step).toBe(0n);
        expect(found <= limit).toBe(true);
        expect(found + step > limit || found + step > min + width).toBe(true);
      },
    ),
  );
});
