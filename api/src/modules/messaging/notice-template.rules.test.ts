import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentWord, momentText, offerFacts, rateText, yuanText } from "./notice-facts.rules.js";
import { type NoticeFacts, noticeTemplates, pathOf, smsOf, wordsOf } from "./notice-template.rules.js";
import { NoticeTemplate } from "./notification.states.js";

const facts: NoticeFacts = {
  applicationId: "a1",
  loanId: "l1",
  slug: "s1",
  product: "安居装修贷",
  institution: "晴川银行",
  number: "DA20261201-000001",
  receipt: "R1",
  search: "装修",
  costNow: "14.20%",
  costBefore: "15.60%",
  document: documentWord("INCOME_PROOF"),
  count: "3",
  reason: { zh: "月供超过收入的一半", en: "instalments above half of the income" },
  ...offerFacts("o1", "5000000", "2026-12-04T01:00:00.000Z"),
};

describe("2-36: every notice", () => {
  it.each(Object.values(NoticeTemplate))("%s is whole in both languages and leads into the app", (template) => {
    for (const locale of ["zh-CN", "en-US"] as const) {
      const { title, body } = wordsOf(template, facts, locale);
      for (const text of [title, body]) {
        expect(text).not.toMatch(/[{}]|undefined/);
        expect(text.length).toBeGreaterThan(3);
      }
    }
    expect(pathOf(template, facts)).toMatch(
      /^\/(applications(\/a1(#documents)?)?|loans\/l1|products\/s1|me\/privacy)$/,
    );
  });

  it.each(Object.values(NoticeTemplate))("%s names the same facts in Chinese and in English", (template) => {
    const named = (text: string) =>
      [...new Set(text.match(/\{\w+\}/g) ?? [])].filter((name) => name !== "{search}").sort();
    const { zh, en } = noticeTemplates[template];
    expect(named(zh.title + zh.body)).toEqual(named(en.title + en.body));
  });

  it("is signed by the platform and carries its link when it goes out as a message", () => {
    const sms = smsOf("DOCUMENT_REQUESTED", facts, { locale: "zh-CN", url: "https://house/applications/a1" });
    expect(sms.startsWith("【贷超】需要补充材料：")).toBe(true);
    expect(sms).toContain("收入证明");
    expect(sms.endsWith("https://house/applications/a1")).toBe(true);
  });
});

describe("R-09: a message somebody did not need for their own business", () => {
  const url = "https://house/products/s1";

  it.each(Object.values(NoticeTemplate))("%s says how to end it exactly where it is an alert", (template) => {
    const isAlert = noticeTemplates[template].kind === "PRODUCT_ALERT";
    for (const [locale, words] of [
      ["zh-CN", "退订：https://house/me/notifications"],
      ["en-US", "No more of these: https://house/me/notifications"],
    ] as const)
      expect(smsOf(template, facts, { locale, url }).endsWith(words)).toBe(isAlert);
  });
});

describe("2-36: facts in a sentence", () => {
  it("are moments in Beijing time, rates with two decimals, amounts with thousands apart", () => {
    expect(momentText(new Date("2026-12-04T01:00:00Z"))).toBe("2026-12-04 09:00");
    expect([156_000, 94_049, 94_050, 0].map(rateText)).toEqual(["15.60%", "9.40%", "9.41%", "0.00%"]);
    expect([5_800_000n, 99n, 123_456_789_00n].map(yuanText)).toEqual(["58,000.00", "0.99", "123,456,789.00"]);
  });

  it("lose nothing of an amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => BigInt(yuanText(fen).replace(/[,.]/g, "")) === fen),
    );
  });
});
