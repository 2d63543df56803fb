import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUscc, usccCheckDigit } from "./uscc.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

describe("unified social credit code (R-17)", () => {
  it.each(["91350100M000100Y43", "9144030071526726XG", "91330100799655058B", "914403001922038216"])(
    "%s is valid",
    (code) => {
      expect(checkUscc(code)).toEqual({ valid: true, code });
    },
  );

  it.each([
    ["91350100M000100Y44", "CHECK_DIGIT"],
    ["91350100M000100I43", "CHARACTER"],
    ["91350100M000100Y4", "LENGTH"],
  ])("%s is refused for %s", (code, fault) => {
    expect(checkUscc(code)).toEqual({ valid: false, fault });
  });

  it("ends in 0 when 31 divides the sum", () => {
    const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(body, (characters) => {
        const sum = characters.reduce(
          (total, character, index) => total + (WEIGHTS[index] ?? 0) * ALPHABET.indexOf(character),
          0,
        );
        // 28 is invertible modulo 31, so one last character always brings the sum to a multiple.
        const last = [...ALPHABET].find((_, value) => (sum + 28 * value) % 31 === 0) ?? "";
        const code = `${characters.join("")}${last}`;
        expect(usccCheckDigit(code)).toBe("0");
        expect(checkUscc(`${code}0`).valid).toBe(true);
      }),
    );
  });
});
