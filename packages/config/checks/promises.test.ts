import { expect, test } from "vitest";
import { testNames, unproved } from "./promises-rules.ts";

const source = `
  describe("B-05 words", () => {
    test("are read", () => {});
    it.each([1, 2])("2-26: %s is read", () => {});
    it.skip("B-09: is read some day", () => {});
    it.todo("B-10: later");
  });
  // it("B-11: in a comment", () => {});
  const said = "B-12: no test";
  it(\`B-13: of \${said}\`, () => {});
`;

test("a promise is proved by a test that runs, by its own name or its group's", () => {
  expect(testNames("a.test.ts", source)).toEqual([
    "B-05 words are read",
    "B-05 words 2-26: %s is read",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template as it stands in the source
    "`B-13: of ${said}`",
  ]);
});

test("a promise no test carries is named, and a longer id is another one", () => {
  const names = testNames("a.test.ts", source);
  expect(unproved(["B-05", "2-26", "B-09", "B-10", "B-11", "B-12", "B-13"], names)).toEqual([
    "B-09",
    "B-10",
    "B-11",
    "B-12",
  ]);
  expect(unproved(["B-1", "U-1"], ["B-13: a", "U-16 b"])).toEqual(["B-1", "U-1"]);
});
