import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBankCard, luhnCheckDigit } from "./bank-card.ts";

describe("bank card number", () => {
  it("may be written in groups", () => {
    expect(checkBankCard("4111 1111 1111 1111")).toEqual({ valid: true, number: "4111111111111111" });
    expect(luhnCheckDigit("7992739871")).toBe("3");
  });

  it.each([
    ["4111111111111112", "CHECK_DIGIT"],
    ["411111111111111", "LENGTH"],
    ["4111-1111-1111-1111", "CHARACTER"],
  ])("%s is refused for %s", (text, fault) => {
    expect(checkBankCard(text)).toEqual({ valid: false, fault });
  });

  it("is completed by exactly one digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^62\d{16}$/), (body) => {
        const fitting = [..."0123456789"].filter((digit) => checkBankCard(`${body}${digit}`).valid);
        expect(fitting).toEqual([luhnCheckDigit(body)]);
      }),
    );
  });
});
