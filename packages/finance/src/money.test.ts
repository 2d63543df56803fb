import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatYuan, MAX_FEN, parseYuan, splitEvenly, splitFen, sumFen } from "./money.ts";

const fen = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN });

describe("money", () => {
  it("is read from yuan and written back with two decimals", () => {
    expect(parseYuan("12000.00")).toBe(1_200_000n);
    expect(parseYuan("0.5")).toBe(50n);
    expect(parseYuan("-3.07")).toBe(-307n);
    expect(parseYuan("10000000000000.00")).toBe(MAX_FEN);
    expect(formatYuan(5n)).toBe("0.05");
    expect(formatYuan(-307n)).toBe("-3.07");
  });

  it.each(["", "NaN", "1e3", "1.005", "1,000.00", "+1", "01", ".5", "1.", " 1", "１", "Infinity", "0x10"])(
    "refuses %j as an amount",
    (text) => {
      expect(() => parseYuan(text)).toThrow(expect.objectContaining({ code: "MONEY_INVALID" }));
    },
  );

  it("refuses more than the largest amount", () => {
    expect(() => parseYuan("10000000000000.01")).toThrow(expect.objectContaining({ code: "MONEY_OUT_OF_RANGE" }));
  });

  it("survives writing and reading for every amount", () => {
    fc.assert(fc.property(fen, (amount) => parseYuan(formatYuan(amount)) === amount));
  });

  it("splits without losing or inventing a fen, in proportion to the weights", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fen, weights, (total, shares) => {
        const whole = sumFen(shares);
        fc.pre(whole > 0n);
        const parts = splitFen(total, shares);
        expect(sumFen(parts)).toBe(total);
        parts.forEach((part, index) => {
          const distance = part * whole - total * (shares[index] ?? 0n);
          expect(distance < whole && distance > -whole).toBe(true);
        });
      }),
    );
  });

  it("gives the fen left over by an even split to the first parts", () => {
    expect(splitEvenly(1000n, 3)).toEqual([334n, 333n, 333n]);
  });

  it.each([
    ["yuan in a double", () => formatYuan(1.5 as never)],
    ["nothing", () => parseYuan(null as never)],
    ["no parts", () => splitEvenly(100n, 0)],
    ["fewer than no parts", () => splitEvenly(100n, -1)],
    ["part of a part", () => splitEvenly(100n, 1.5)],
  ])("refuses %s", (_, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: "MONEY_INVALID" }));
  });
});
