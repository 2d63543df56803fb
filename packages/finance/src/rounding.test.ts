import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundHalfUp, roundQuotient } from "./rounding.ts";

describe("rounding", () => {
  it("sends a tie away from zero when half up and to the even neighbour when half even", () => {
    expect([5n, 15n, 25n, -5n, -15n].map((tie) => roundHalfUp(tie, 10n))).toEqual([1n, 2n, 3n, -1n, -2n]);
    expect([5n, 15n, 25n, -5n, -15n].map((tie) => roundQuotient(tie, 10n, "HALF_EVEN"))).toEqual([0n, 2n, 2n, 0n, -2n]);
  });

  it("moves away from zero when up and towards it when down", () => {
    expect([roundQuotient(11n, 10n, "UP"), roundQuotient(-11n, 10n, "UP")]).toEqual([2n, -2n]);
    expect([roundQuotient(19n, 10n, "DOWN"), roundQuotient(-19n, 10n, "DOWN")]).toEqual([1n, -1n]);
  });

  it("never lands further than half a unit from the quotient", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
        for (const rounded of [
          roundHalfUp(numerator, denominator),
          roundQuotient(numerator, denominator, "HALF_EVEN"),
        ]) {
          const twice = 2n * (rounded * denominator - numerator);
          expect(twice <= denominator && twice >= -denominator).toBe(true);
        }
      }),
    );
  });

  it("knows no other mode", () => {
    expect(() => roundQuotient(1n, 2n, "NEAREST" as never)).toThrow(expect.objectContaining({ code: "TERMS_INVALID" }));
  });
});
