import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkIdentityNumber, identityCheckDigit } from "./identity-number.ts";

describe("identity number (R-17)", () => {
  // V-25: the example of GB 11643 itself, and published sample numbers.
  it.each([
    "11010519491231002X",
    "440524188001010014",
    "532527195503267352",
    "120223198902021249",
    "130132199210293822",
  ])("%s is valid", (number) => {
    expect(checkIdentityNumber(number)).toMatchObject({ valid: true, number });
  });

  it.each([
    ["130402198207290622", "CHECK_DIGIT"],
    ["53252719550326735X", "CHECK_DIGIT"],
    ["34052419800101001?", "CHARACTER"],
    ["130503670401001", "FIFTEEN_DIGITS"],
    ["1101051949123100", "LENGTH"],
    ["00010519491231002X", "REGION"],
    ["110105194902300025", "BIRTH_DAY"],
    ["１１010519491231002X", "CHARACTER"],
  ])("%s is refused for %s", (number, fault) => {
    expect(checkIdentityNumber(number)).toEqual({ valid: false, fault });
  });

  it("has X for its check digit when the sum asks for ten", () => {
    expect(identityCheckDigit("34052419800101001")).toBe("X");
    expect(checkIdentityNumber("34052419800101001x")).toMatchObject({ valid: true, number: "34052419800101001X" });
  });

  it("tells region, birth day and sex", () => {
    expect(checkIdentityNumber("11010519491231002X")).toMatchObject({
      regionCode: "110105",
      birthOn: "1949-12-31",
      sex: "FEMALE",
    });
    expect(checkIdentityNumber("440524188001010014")).toMatchObject({ sex: "MALE" });
  });

  it("cannot be born after today", () => {
    expect(checkIdentityNumber("120223198902021249", "1989-02-01")).toEqual({ valid: false, fault: "BIRTH_DAY" });
  });

  it("never survives one wrong digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [..."120223198902021249"];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(checkIdentityNumber(digits.join("")).valid).toBe(false);
      }),
    );
  });

  it("asks for whole input: no check digit of anything but 17 digits, no birth held against a day that is none", () => {
    for (const digits of ["", "1101051949123100", "1101051949123100X"])
      expect(() => identityCheckDigit(digits)).toThrow(expect.objectContaining({ code: "DIGITS_INVALID" }));
    expect(() => checkIdentityNumber("11010519491231002X", "2026-02-30")).toThrow(
      expect.objectContaining({ code: "DAY_INVALID" }),
    );
  });
});
