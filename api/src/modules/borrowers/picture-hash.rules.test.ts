import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOf, distance, isSamePicture, pictureHash } from "./picture-hash.rules.js";

const hash = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join(""));
const flipped = (text: string, bits: readonly number[]) => {
  const digits = [...text].map((digit) => Number.parseInt(digit, 16));
  for (const bit of bits) digits[bit >> 2] = (digits[bit >> 2] ?? 0) ^ (8 >> (bit & 3));
  return digits.map((digit) => digit.toString(16)).join("");
};

describe("two hashes of pictures", () => {
  it("B-09: that differ in a few bits are one picture and share a piece; in many bits they are two", () => {
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: 60 }), (one, bits) => {
        const other = flipped(one, bits);
        expect(distance(one, other)).toBe(bits.length);
        expect(isSamePicture(one, other)).toBe(bits.length <= 14);
        const shared = bandsOf(one).some((band) => bandsOf(other).includes(band));
        if (bits.length <= 14 && bandsOf(one).length === 16) expect(shared).toBe(true);
      }),
    );
  });

  it("of hardly anything are none: white paper is not the same as other white paper", () => {
    expect(pictureHash(new Uint8Array(16 * 17).fill(240))).toBeNull();
    const rising = Uint8Array.from({ length: 16 * 17 }, (_, at) => (at % 17) * 12);
    expect(pictureHash(rising)).toBe("f".repeat(64));
  });
});
