import { describe, expect, it } from "vitest";
import { checkMobile } from "./mobile.ts";

describe("mobile number", () => {
  it("has eleven digits and begins with 13 to 19", () => {
    for (const number of ["13800138000", "19912345678"]) expect(checkMobile(number)).toEqual({ valid: true, number });
  });

  it.each([
    ["12800138000", "PREFIX"],
    ["1380013800", "LENGTH"],
    ["+8613800138000", "CHARACTER"],
    ["", "LENGTH"],
  ])("%j is refused for %s", (text, fault) => {
    expect(checkMobile(text)).toEqual({ valid: false, fault });
  });
});
