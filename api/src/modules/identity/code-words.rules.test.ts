import { expect, it } from "vitest";
import { ChallengePurpose, CodeNotice } from "./code-challenge.states.js";
import { codeWords } from "./code-words.rules.js";

it("B-01: a code is told with its purpose and its time in either language; who has none to use is told no code", () => {
  for (const locale of ["zh-CN", "en-US"] as const) {
    const filling = { code: "024680", minutes: 5, locale };
    const said = Object.values(ChallengePurpose).map((purpose) =>
      codeWords({ notice: CodeNotice.CODE, purpose }, filling),
    );
    for (const text of said) expect(text).toMatch(/024680.*5/);
    // Both ways of signing in are called the same.
    expect(new Set(said).size).toBe(said.length - 1);
    for (const notice of [CodeNotice.ALREADY_REGISTERED, CodeNotice.NOT_REGISTERED, CodeNotice.PHONE_IN_USE])
      expect(codeWords({ notice, purpose: "REGISTER" }, filling)).not.toMatch(/\d/);
    const isHan = /\p{Script=Han}/u.test(said.join());
    expect(isHan).toBe(locale === "zh-CN");
  }
});
