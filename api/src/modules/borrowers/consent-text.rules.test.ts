import { describe, expect, it } from "vitest";
import { consentText } from "./consent-text.rules.js";

const bank = {
  name: "晴川银行股份有限公司",
  uscc: "91110108MA01GYGP55",
  servicePhone: "4008001234",
  contactEmail: "s@example.com",
};

describe("the consent text (R-07, 2-19)", () => {
  it.each(["CREDIT_REVIEW", "LOAN_SERVICING"] as const)(
    "for %s names receiver, contact, purpose, way and kinds of data",
    (purpose) => {
      const { paragraphs, dataKinds } = consentText(bank, purpose, "zh-CN");
      const text = paragraphs.join("\n");
      for (const part of [
        bank.name,
        bank.servicePhone,
        bank.contactEmail,
        "目的",
        "方式",
        "信息种类",
        "撤回",
        ...dataKinds,
      ])
        expect(text).toContain(part);
    },
  );

  it("is shown in English with the hash of the Chinese text", () => {
    const zh = consentText(bank, "CREDIT_REVIEW", "zh-CN");
    const en = consentText(bank, "CREDIT_REVIEW", "en-US");
    expect(en.paragraphs[0]).toContain("Receiver");
    expect(en.paragraphs).toHaveLength(zh.paragraphs.length);
    expect(en.hash).toBe(zh.hash);
  });

  it("has another hash for another receiver, contact or purpose", () => {
    const hashes = [
      consentText(bank, "CREDIT_REVIEW", "zh-CN"),
      consentText(bank, "LOAN_SERVICING", "zh-CN"),
      consentText({ ...bank, servicePhone: "4008009999" }, "CREDIT_REVIEW", "zh-CN"),
      consentText({ ...bank, name: "江畔银行" }, "CREDIT_REVIEW", "zh-CN"),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(4);
  });

  it("carries the Chinese paragraphs that bind in either language, under one hash", () => {
    const [zh, en] = [consentText(bank, "CREDIT_REVIEW", "zh-CN"), consentText(bank, "CREDIT_REVIEW", "en-US")];
    expect(zh.bindingParagraphs).toEqual(zh.paragraphs);
    expect(en.bindingParagraphs).toEqual(zh.paragraphs);
    expect(en.paragraphs.join(" ").replaceAll(bank.name, "")).not.toMatch(/\p{Script=Han}/u);
    expect(en.hash).toBe(zh.hash);
  });
});
