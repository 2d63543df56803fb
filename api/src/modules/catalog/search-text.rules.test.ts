import { describe, expect, test } from "vitest";
import { documentOf, type SearchableText, syllablesOf } from "./search-document.rules.js";
import { numberIn } from "./search-figure.rules.js";
import { matcherOf, scorerOf } from "./search-match.rules.js";
import { slipsBetween } from "./search-slip.rules.js";
import { readText } from "./search-text.rules.js";
import { CATEGORY_LABELS, METHOD_LABELS } from "./search-words.rules.js";

describe("B-05 reading a search text", () => {
  test.each<[string, Omit<ReturnType<typeof readText>, "leftovers" | "methods">]>([
    ["装修 5万 一年", { purposes: ["RENOVATION"], phrases: [], latin: [], amount: 5_000_000n, termCount: 12 }],
    [
      "我想借五万元装修分期36期",
      { purposes: ["RENOVATION"], phrases: [], latin: [], amount: 5_000_000n, termCount: 36 },
    ],
    ["翻新 十五万 两年半", { purposes: ["RENOVATION"], phrases: [], latin: [], amount: 15_000_000n, termCount: 30 }],
    ["二手车 80000", { purposes: ["CAR"], phrases: [], latin: [], amount: 8_000_000n, termCount: undefined }],
    ["3w 半年", { purposes: [], phrases: [], latin: [], amount: 3_000_000n, termCount: 6 }],
    ["借呗", { purposes: ["CONSUMPTION"], phrases: [], latin: [], amount: undefined, termCount: undefined }],
    ["江南银行车贷", { purposes: ["CAR"], phrases: ["江南银行"], latin: [], amount: undefined, termCount: undefined }],
    ["zxd 12期", { purposes: [], phrases: [], latin: ["zxd"], amount: undefined, termCount: 12 }],
    ["ZHUANGXIU", { purposes: [], phrases: [], latin: ["zhuangxiu"], amount: undefined, termCount: undefined }],
    [
      "renovation loan 1.5万",
      { purposes: ["RENOVATION"], phrases: [], latin: [], amount: 1_500_000n, termCount: undefined },
    ],
    ["贷款", { purposes: [], phrases: [], latin: [], amount: undefined, termCount: undefined }],
    ["2026年", { purposes: [], phrases: [], latin: ["2026"], amount: undefined, termCount: undefined }],
  ])("%s", (text, expected) => {
    const wish = readText(text);
    if (text === "2026年") expect(wish.termCount).toBeUndefined();
    else expect(wish).toEqual({ leftovers: [], methods: [], ...expected });
  });

  test.each<[string, number | undefined, number | undefined]>([
    ["装修 50,000 24期", 50_000, 24],
    ["伍万元 两年", 50_000, 24],
    ["三萬 半年", 30_000, 6],
    ["3万5 十二期", 35_000, 12],
    ["一万二", 12_000, undefined],
    ["2w5", 25_000, undefined],
    ["5万12期", 50_000, 12],
    ["借5到8万", 80_000, undefined],
    ["3-5万 1年", 50_000, 12],
    ["3k 3个月", 3_000, 3],
    ["8千块", 8_000, undefined],
    ["zhuangxiu 5wan 1nian", 50_000, 12],
    ["20000元 12qi", 20_000, 12],
    ["car loan 80k over two years", 80_000, 24],
    ["fifty thousand for half a year", 50_000, 6],
    ["a year, 30 thousand yuan", 30_000, 12],
    ["￥12000 18个月", 12_000, 18],
    ["5万左右", 50_000, undefined],
    ["装修 1年6个月", undefined, 18],
    ["一年零六个月", undefined, 18],
    ["买车 10万 三年期", 100_000, 36],
    ["1 year and 6 months", undefined, 18],
  ])("the amount and the term of %s", (text, yuan, months) => {
    const wish = readText(text);
    expect([wish.amount, wish.termCount]).toEqual([yuan === undefined ? undefined : BigInt(yuan) * 100n, months]);
  });

  test.each([
    ["买车", "CAR"],
    ["買車", "CAR"],
    ["学费", "EDUCATION"],
    ["借呗类", "CONSUMPTION"],
    ["装修贷", "RENOVATION"],
    ["想给房子翻修", "RENOVATION"],
    ["看牙科", "MEDICAL"],
    ["开店周转", "BUSINESS"],
    ["还网贷", "DEBT_CONSOLIDATION"],
    ["自驾游", "TRAVEL"],
    ["tuition", "EDUCATION"],
    ["renovatoin", "RENOVATION"],
    ["used car", "CAR"],
    ["refinance my debt", "DEBT_CONSOLIDATION"],
    ["还花呗", "DEBT_CONSOLIDATION"],
    ["看牙", "MEDICAL"],
    ["车辆贷款", "CAR"],
    ["student loan", "EDUCATION"],
  ])("%s means %s", (text, purpose) => expect(readText(text).purposes).toContain(purpose));

  test.each([
    "装修贷款",
    "装修款",
    "装修资金",
    "装修房子",
    "装修 还",
    "我想借五万元装修一年还清",
    "想装修房子，大概要8万，分两年还",
    "装修 低息 快速放款",
  ])("%s asks for a purpose and nothing beside it", (text) => {
    const { purposes, phrases, latin } = readText(text);
    expect({ purposes, phrases, latin }).toEqual({ purposes: ["RENOVATION"], phrases: [], latin: [] });
  });

  test.each([
    ["栖梧消费金融", ["栖梧消费金融"]],
    ["栖梧消费金融 装修", ["栖梧消费金融"]],
    ["消费金融", ["消费金融"]],
    ["川渡小额贷款", ["川渡小额贷款"]],
    ["小贷", ["小额贷款"]],
    ["bank", ["银行"]],
  ])("%s names a lender, whatever purposes are written in it", (text, names) => {
    const { phrases, purposes } = readText(text, ["栖梧消费金融", "川渡小额贷款"]);
    expect(phrases).toEqual(names);
    expect(purposes).toEqual(text.includes("装修") ? ["RENOVATION"] : []);
  });

  test.each([
    ["等额本息", ["EQUAL_INSTALMENT"]],
    ["等額本金", ["EQUAL_PRINCIPAL"]],
    ["先息后本 10万", ["INTEREST_ONLY_BULLET"]],
    ["到期一次还本付息", ["BULLET"]],
    ["equal principal, 2 years", ["EQUAL_PRINCIPAL"]],
  ])("%s names a repayment method", (text, methods) => {
    expect(readText(text)).toMatchObject({ methods, purposes: [], phrases: [], leftovers: [], latin: [] });
  });

  test("what each purpose is called is understood as that purpose, in both languages", () => {
    for (const [category, { zh, en }] of Object.entries(CATEGORY_LABELS))
      for (const label of [zh, en])
        expect([label, readText(label)]).toEqual([
          label,
          expect.objectContaining({ purposes: [category], phrases: [], latin: [] }),
        ]);
  });

  test("what each repayment method is called is understood as that method, in both languages", () => {
    for (const [method, { zh, en }] of Object.entries(METHOD_LABELS))
      for (const label of [zh, en])
        expect([label, readText(label)]).toEqual([
          label,
          expect.objectContaining({ methods: [method], purposes: [], phrases: [], leftovers: [], latin: [] }),
        ]);
  });

  test.each([
    ["三十六", 36],
    ["十二", 12],
    ["二十", 20],
    ["一百二", 102],
    ["12.5", 12.5],
    ["半", 0.5],
    ["贷", undefined],
  ])("the number %s is %s", (text, value) => expect(numberIn(text)).toBe(value));

  test("control characters and texts over 200 characters are refused", () => {
    expect(() => readText("装修\u0000")).toThrow(
      expect.objectContaining({ code: "CATALOG_TEXT_UNUSABLE", field: "filter.text" }),
    );
    expect(() => readText("装".repeat(201))).toThrow(expect.objectContaining({ code: "CATALOG_TEXT_UNUSABLE" }));
    expect(() => readText("装".repeat(200))).not.toThrow();
  });

  test("nothing a person can type breaks the reading", () => {
    for (const text of ["((((", "%_\\", "😀💸", "١٢٣", "零", "万", "年年年", "   "])
      expect(readText(text).amount).toBeUndefined();
  });
});

const product = (changed: Partial<SearchableText>): SearchableText => ({
  name: "安居贷",
  tagline: "按月还款",
  category: "CONSUMPTION",
  repaymentMethods: ["EQUAL_INSTALMENT"],
  institution: { name: "江南农村商业银行股份有限公司", shortName: "江南农商银行" },
  ...changed,
});
const renovation = documentOf(product({ name: "安居装修贷", category: "RENOVATION" }));
const car = documentOf(
  product({ name: "畅行车贷", category: "CAR", institution: { name: "海河消费金融有限公司", shortName: "海河消金" } }),
);
const plain = documentOf(product({ name: "随心用", tagline: "装修、旅游都适用" }));
const documents = [renovation, car, plain];
const scores = (text: string) => {
  const score = scorerOf(readText(text), documents);
  return documents.map(score);
};

describe("B-05 matching", () => {
  test("a purpose finds its category first and copy that names it second", () => {
    const [own, other, named] = scores("装修");
    expect(own).toBeGreaterThan(named ?? 0);
    expect(named).toBeGreaterThan(0);
    expect(other).toBe(0);
  });

  test("a synonym finds what the word itself finds", () => expect(scores("翻新")).toEqual(scores("装修")));

  test.each([
    ["whole pinyin", "zhuangxiu", 0],
    ["initials", "ajzxd", 0],
    ["characters of the same sound", "妆修", 0],
    ["pinyin with a slip", "zhaungxiu", 0],
    ["the pinyin of a lender", "haihe", 1],
    ["part of a lender's name", "海河", 1],
    ["a lender's name with a wrong character", "江南农伤银行", 0],
    ["part of a product's name", "随心", 2],
  ])("%s is understood: %s", (_, text, index) => {
    const points = scores(text);
    expect(points[index]).toBeGreaterThan(0);
  });

  test("what is left beside a purpose counts where it is part of a name, and hides nothing where it is not", () => {
    expect(scores("装修阳台")).toEqual(scores("装修"));
    expect(matcherOf(readText("装修阳台"), documents).ignored).toEqual(["阳台"]);
    expect(scores("海河车贷")[1]).toBeGreaterThan(0);
    expect(scores("安举装修").filter((points) => points > 0)).toHaveLength(1);
    expect(scores("随心装修").filter((points) => points > 0)).toHaveLength(1);
  });

  test("a repayment method finds what offers it", () => {
    const interestOnly = documentOf(product({ repaymentMethods: ["INTEREST_ONLY_BULLET"] }));
    const { score } = matcherOf(readText("先息后本"), [plain, interestOnly]);
    expect([score(plain), score(interestOnly) > 0]).toEqual([0, true]);
  });

  test("a phrase with a slip in it is looked for only where no product holds it whole", () => {
    const other = documentOf(product({ institution: { name: "山川消费金融有限公司", shortName: "山川消费金融" } }));
    const own = documentOf(product({ institution: { name: "河海消费金融有限公司", shortName: "河海消费金融" } }));
    const found = (text: string) =>
      [own, other].map(scorerOf(readText(text), [own, other])).map((points) => points > 0);
    expect(found("河海消费金融")).toEqual([true, false]);
    expect(found("河湖消费金融")).toEqual([true, true]);
  });

  test("every word must be answered", () => {
    expect(scores("海河 装修")).toEqual([0, 0, 0]);
    expect(scores("海河 车贷")[1]).toBeGreaterThan(0);
  });

  test("a word that no product answers does not hide what the others find, and is named", () => {
    const { score, ignored } = matcherOf(readText("装修 qqqqqqqq 龘龘"), documents);
    expect(documents.map(score)).toEqual(scores("装修"));
    expect(ignored).toEqual(["龘龘", "qqqqqqqq"]);
  });

  test.each([
    ["maopi", 0],
    ["maiche", 1],
    ["gouche", 1],
  ])("a purpose is understood by the pinyin of each of its words: %s", (text, index) =>
    expect(scores(text)[index]).toBeGreaterThan(0),
  );

  test("nonsense finds nothing", () => expect(scores("qqqqqqqq")).toEqual([0, 0, 0]));

  test("a slip is a letter added, dropped, changed or swapped", () => {
    expect(["abc", "abxc", "ac", "axc", "bac"].map((word) => slipsBetween("abc", word, 2))).toEqual([0, 1, 1, 1, 1]);
    expect(slipsBetween("abcdef", "uvwxyz", 2)).toBe(3);
  });

  test("pinyin has no tones and keeps Latin letters", () =>
    expect(syllablesOf("装修e贷")).toEqual(["zhuang", "xiu", "e", "dai"]));
});
