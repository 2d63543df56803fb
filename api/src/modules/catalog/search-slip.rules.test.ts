import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasNearRun, lettersMissing, lettersOf, slipsBetween } from "./search-slip.rules.js";

const syllables = fc.array(fc.constantFrom("zhuang", "xiu", "dai", "an", "ju", "che", "xue", "fei"), {
  minLength: 1,
  maxLength: 9,
});
const soundOf = (parts: readonly string[]) => {
  const starts = [0];
  for (const part of parts) starts.push((starts.at(-1) ?? 0) + part.length);
  return { whole: parts.join(""), starts };
};

describe("B-05 slips of the keyboard", () => {
  test("one table answers as every run of whole syllables compared by itself", () => {
    fc.assert(
      fc.property(
        syllables,
        syllables,
        fc.nat(20),
        fc.constantFrom("z", "q", ""),
        fc.integer({ min: 1, max: 2 }),
        (parts, near, at, slip, limit) => {
          const typed = near.slice(0, 3).join("");
          const word = typed.slice(0, at % typed.length) + slip + typed.slice((at % typed.length) + 1);
          fc.pre(word.length > limit);
          const { whole, starts } = soundOf(parts);
          const runs = starts.flatMap((from) => starts.filter((to) => to > from).map((to) => whole.slice(from, to)));
          expect(hasNearRun(word, { whole, starts }, limit)).toBe(
            runs.some((run) => slipsBetween(run, word, limit) <= limit),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("a first letter that was not typed is a slip like any other", () => {
    expect(hasNearRun("huang", soundOf(["zhuang"]), 1)).toBe(true);
    expect(hasNearRun("uangxiu", soundOf(["dai", "zhuang", "xiu"]), 2)).toBe(true);
    expect(hasNearRun("uangxiu", soundOf(["dai", "zhuang", "xiu"]), 1)).toBe(false);
  });

  test("letters that do not occur are counted, so a word with too many of them need not be compared", () => {
    expect(lettersMissing("zhaungxiu", lettersOf("zhuangxiu"))).toBe(0);
    expect(lettersMissing("zhuangqqiu", lettersOf("zhuangxiu"))).toBe(2);
  });
});
