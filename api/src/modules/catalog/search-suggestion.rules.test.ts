import { describe, expect, test } from "vitest";
import { sampleProduct } from "../../../tests/kit/sample-product.js";
import type { SearchEntry } from "./product-search.rules.js";
import type { ProductView } from "./product-view.rules.js";
import { documentOf } from "./search-document.rules.js";
import { completionsFor, lastWord } from "./search-suggestion.rules.js";

const entry = (name: string, shortName: string, category: ProductView["category"]): SearchEntry => {
  const institution = { id: shortName, name: `${shortName}股份有限公司`, shortName };
  const product = { ...sampleProduct({ name, category }), slug: name, institution } as unknown as ProductView;
  return { product, document: documentOf(product), costKey: name };
};
const entries = [
  entry("安居装修贷", "江南银行", "RENOVATION"),
  entry("畅行车贷", "海河消金", "CAR"),
  entry("随心用", "海河消金", "CONSUMPTION"),
];
const labels = (word: string) => completionsFor(word, entries, 10).map(({ kind, word: { zh } }) => `${kind} ${zh}`);

describe("B-05 suggestions", () => {
  test.each([
    ["装", ["PURPOSE 装修", "PRODUCT 安居装修贷"]],
    ["zhuangx", ["PURPOSE 装修"]],
    ["ajzx", ["PRODUCT 安居装修贷"]],
    ["hai", ["LENDER 海河消金"]],
    ["海河", ["LENDER 海河消金"]],
    ["reno", ["PURPOSE 装修"]],
    ["12", ["NEED 12万", "NEED 12期"]],
    ["5", ["NEED 5万"]],
    ["龘", []],
    ["", []],
  ])("%s", (word, expected) => {
    for (const label of expected) expect(labels(word)).toContain(label);
    if (word === "" || expected.length === 0) expect(labels(word)).toEqual([]);
  });

  test("a lender with several products is suggested once", () =>
    expect(labels("海河").filter((label) => label.startsWith("LENDER"))).toHaveLength(1));

  test("only the word that is still being typed is finished", () => {
    expect(lastWord("装修 5")).toEqual({ head: "装修 ", word: "5" });
    expect(lastWord("装修5")).toEqual({ head: "装修", word: "5" });
    expect(lastWord("海河 zhu")).toEqual({ head: "海河 ", word: "zhu" });
    expect(lastWord("装修 ")).toEqual({ head: "装修 ", word: "" });
  });
});
