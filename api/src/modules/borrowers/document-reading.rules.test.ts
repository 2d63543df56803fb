import { describe, expect, it } from "vitest";
import { agreesWith, isLapsed, isSound, tidied } from "./document-reading.rules.js";

const today = "2026-11-23";

describe("a value that was read", () => {
  it.each([
    ["NAME", "林晓雨", true],
    ["NAME", "L1N", false],
    ["IDENTITY_NUMBER", "110105199103070022", true],
    ["IDENTITY_NUMBER", "110105199103070023", false],
    ["VALID_UNTIL", "2036-06-30", true],
    ["VALID_UNTIL", "长期", true],
    ["VALID_UNTIL", "2036-13-01", false],
  ] as const)("2-26: %s %s can be true: %s", (field, value, expected) => {
    expect(isSound(field, value, today)).toBe(expected);
  });

  it("is freed of blanks and of other dots before it is compared", () => {
    const verified = { name: "阿依·古丽", identityNumber: "11010519491231002X" };
    expect(agreesWith("NAME", tidied("NAME", "阿依 • 古丽"), verified)).toBe(true);
    expect(agreesWith("IDENTITY_NUMBER", tidied("IDENTITY_NUMBER", "1101051949 1231002x"), verified)).toBe(true);
    expect(agreesWith("IDENTITY_NUMBER", "110105194912310021", verified)).toBe(false);
    expect(agreesWith("AUTHORITY", "样张市公安局", verified)).toBeNull();
  });

  it("names a card that has run out", () => {
    expect(isLapsed("2026-11-22", today)).toBe(true);
    expect(isLapsed("2026-11-23", today)).toBe(false);
    expect(isLapsed("长期", today)).toBe(false);
  });
});
