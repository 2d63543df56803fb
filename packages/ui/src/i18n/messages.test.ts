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

// The names in braces that are values: what stands inside a plural's branches is text.
function valuesOf(text: string): string {
  const outside = text.replace(/\{(\w+), plural,(?:[^{}]|\{[^{}]*\})*\}/g, "{$1}");
  return [...new Set([...outside.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(" ");
}

it("both languages take the same values", () => {
  const uneven = Object.keys(chinese).filter((key) => valuesOf(chinese[key] ?? "") !== valuesOf(english[key] ?? ""));
  expect(uneven).toEqual([]);
});

it("no English text is left in Chinese", () => {
  expect(Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

it("English counts one item and many items", () => {
  const t = translatorOf(createTestI18n("en-US").i18n);
  expect(t.find("count.items", { count: 1 })).toBe("1 item");
  expect(t.find("count.items", { count: 12 })).toBe("12 items");
});
