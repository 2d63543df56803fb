import { debtServiceShare, monthlyBurden } from "@daichao/finance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { debtService, presentDebt } from "./debt-service.rules.js";

const month = { income: 1_000_000n, declared: 100_000n, bureau: null, platform: 0n };
const lends = { amountMin: 100_000n, amountMax: 20_000_000n, termOptions: [6, 12, 24, 36] };
/** Level payments with a fifth more than the principal: enough to be monotone and not a rule of three. */
const burden = ({ amount, termCount }: { amount: bigint; termCount: number }) =>
  monthlyBurden(Array.from({ length: termCount }, () => (amount * 6n) / 5n / BigInt(termCount) + 1n));

describe("debt service with one more loan", () => {
  it("counts debts elsewhere once, by the larger of what was declared and reported, and this platform's on top", () => {
    expect(presentDebt({ ...month, bureau: 250_000n, platform: 30_000n })).toBe(280_000n);
    expect(presentDebt({ ...month, bureau: 50_000n, platform: 30_000n })).toBe(130_000n);
    expect(presentDebt(month)).toBe(100_000n);
  });

  it("idea 5: within the limit says nothing about other amounts", () => {
    const judged = debtService(month, { amount: 2_000_000n, termCount: 12 }, lends, 550_000, burden);
    expect(judged).toMatchObject({ isAboveLimit: false, largestAmount: null, fittingTerm: null });
  });

  it("idea 5: above the limit names what would fit; priced anew, it does, and a step more does not", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 50n, max: 199n }),
        fc.constantFrom(...lends.termOptions),
        fc.bigInt({ min: 0n, max: 500_000n }),
        (thousands, termCount, platform) => {
          const wanted = { amount: thousands * 100_000n, termCount };
          const person = { ...month, platform };
          const judged = debtService(person, wanted, lends, 550_000, burden);
          const shareOf = (wish: typeof wanted) => debtServiceShare(presentDebt(person) + burden(wish), person.income);
          expect(judged.share).toBe(shareOf(wanted));
          expect(judged.isAboveLimit).toBe(judged.share > 550_000);
          if (judged.largestAmount !== null) {
            expect(shareOf({ amount: judged.largestAmount, termCount })).toBeLessThanOrEqual(550_000);
            expect(shareOf({ amount: judged.largestAmount + 10_000n, termCount })).toBeGreaterThan(550_000);
          } else if (judged.isAboveLimit)
            expect(shareOf({ amount: lends.amountMin, termCount })).toBeGreaterThan(550_000);
          if (judged.fittingTerm !== null) {
            expect(shareOf({ amount: wanted.amount, termCount: judged.fittingTerm })).toBeLessThanOrEqual(550_000);
            const shorter = lends.termOptions.filter((term) => term > termCount && term < (judged.fittingTerm ?? 0));
            for (const term of shorter)
              expect(shareOf({ amount: wanted.amount, termCount: term })).toBeGreaterThan(550_000);
          }
        },
      ),
    );
  });
});
