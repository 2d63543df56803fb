import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createTestI18n } from "../testing.tsx";
import { translatorOf } from "./use-t.ts";

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../messages/${locale}.json`, "utf8"));
const chinese = read("zh-CN");
const english = read("en-US");

it("every text exists in both languages", () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

it("both languages take the same values", () => {
  const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
  const uneven = Object.keys(chinese).filter(
    (key) => String(values(chinese[key] ?? "")) !== String(values(english[key] ?? "")),
  );
  expect(uneven.filter((key) => !/\bone|other\b/.test(String(values(english[key] ?? ""))))).toEqual([]);
});

it("no English text is left in Chinese", () => {
  expect(Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

it("English counts one item and many items", () => {
  const t = translatorOf(createTestI18n("en-US").i18n);
  expect(t.find("count.items", { count: 1 })).toBe("1 item");
  expect(t.find("count.items", { count: 12 })).toBe("12 items");
});
