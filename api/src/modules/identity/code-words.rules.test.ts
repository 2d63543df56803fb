import { expect, it } from "vitest";
import { ChallengePurpose, CodeNotice } from "./code-challenge.states.js";
import { codeWordsEn, codeWordsZh } from "./code-words.rules.js";

it("B-01: a code is told with its purpose and its time in either language; who has none to use is told no code", () => {
  for (const words of [codeWordsZh, codeWordsEn]) {
    const said = Object.values(ChallengePurpose).map((purpose) =>
      words({ notice: CodeNotice.CODE, purpose }, "024680", 5),
    );
    for (const text of said) expect(text).toMatch(/024680.*5/);
    // Both ways of signing in are called the same.
    expect(new Set(said).size).toBe(said.length - 1);
    for (const notice of [CodeNotice.ALREADY_REGISTERED, CodeNotice.NOT_REGISTERED, CodeNotice.PHONE_IN_USE])
      expect(words({ notice, purpose: "REGISTER" }, "024680", 5)).not.toMatch(/\d/);
  }
  expect(codeWordsEn({ notice: CodeNotice.CODE, purpose: "SIGN_IN" }, "024680", 5)).not.toMatch(/\p{Script=Han}/u);
});
