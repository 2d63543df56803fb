import { expect, test } from "vitest";
import { readDocuments } from "./documents.ts";
import { compileCatalogue } from "./messages.ts";
import { hashesOf } from "./security.ts";

test("a compiled document is found by the name of its first definition", () => {
  const json =
    '{"kind":"Document","definitions":[{"kind":"OperationDefinition","name":{"kind":"Name","value":"HomePage"}}]}';
  const generated = `export const HomePageDocument = ${json} as unknown as DocumentNode<HomePageQuery, HomePageQueryVariables>;`;
  expect([...readDocuments(generated)]).toEqual([["HomePage", json]]);
});

test("a message that is not valid ICU names its file and key", () => {
  expect(() => compileCatalogue('{"loan.count": "{n, plural, one {#"}', "zh-CN.json")).toThrow(
    /zh-CN\.json: loan\.count/,
  );
});

test("a message keeps its plural forms when compiled", () => {
  const { count } = compileCatalogue('{"count": "{n, plural, one {# loan} other {# loans}}"}', "en-US.json");
  expect(count).toEqual([["n", "plural", { one: ["#", " loan"], other: ["#", " loans"] }]]);
});

test("the policy names inline scripts only", () => {
  const html = '<script type="module" src="/a.js"></script><script>var a</script>';
  expect(hashesOf(html)).toEqual(["sha256-jWQ1+iQ9Wxok9DsvUqwcis7Ewkms07+pNFXRYkRddFs="]);
});
