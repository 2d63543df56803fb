import { describe, expect, it } from "vitest";
import { regionIn, regionNamed, regions } from "./index.js";

describe("regions", () => {
  it("has all 34 province-level regions, each with one name in each language", () => {
    const names = Object.values(regions);
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(34);
    expect(new Set(names.map(({ en }) => en)).size).toBe(34);
    expect(Object.keys(regions).every((code) => /^[1-8]\d$/.test(code))).toBe(true);
  });

  it("knows every region by its full name, without its kind and in English, and nothing else", () => {
    for (const { zh, en } of Object.values(regions)) {
      expect(regionNamed(zh)).toBe(zh);
      expect(regionNamed(en)).toBe(zh);
    }
    expect([regionNamed("广西"), regionNamed("内蒙古"), regionNamed("新疆"), regionNamed("北京")]).toEqual([
      "广西壮族自治区",
      "内蒙古自治区",
      "新疆维吾尔自治区",
      "北京市",
    ]);
    expect([regionNamed("火星"), regionNamed(""), regionNamed("constructor")]).toEqual([null, null, null]);
  });

  it("says a region's name in the reader's language, and leaves alone what is none", () => {
    expect(regionIn("陕西省", "en-US")).toBe("Shaanxi");
    expect(regionIn("山西省", "en-US")).toBe("Shanxi");
    expect(regionIn("山西省", "zh-CN")).toBe("山西省");
    expect(regionIn("海外", "en-US")).toBe("海外");
    expect(regionIn("constructor", "en-US")).toBe("constructor");
  });
});
