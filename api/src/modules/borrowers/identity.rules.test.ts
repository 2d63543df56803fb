import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn, mustBeAdult, readIdentityNumber, readName } from "./identity.rules.js";

const TODAY = "2026-11-22";

describe("a name", () => {
  it.each([
    ["张三", "张三"],
    [" 李 四 ", "李四"],
    ["阿卜杜拉•买买提", "阿卜杜拉·买买提"],
    ["欧阳娜娜", "欧阳娜娜"],
  ])("%s is read as %s", (text, name) => expect(readName(text)).toBe(name));

  it.each(["张", "", "Zhang San", "张3", "张三\u0000", "·张三", "张三·", "张".repeat(31), "<b>张三</b>"])(
    "refuses %j",
    (text) =>
      expect(() => readName(text)).toThrow(expect.objectContaining({ code: "BORROWER_NAME_INVALID", field: "name" })),
  );
});

describe("an identity number", () => {
  it("tells birth day, sex and province of first registration", () => {
    expect(readIdentityNumber("110105199103070022", TODAY)).toEqual({
      number: "110105199103070022",
      birthOn: "1991-03-07",
      sex: "FEMALE",
      province: "北京市",
    });
  });

  it.each([
    ["110105199103070023", "CHECK_DIGIT"],
    ["11010519910307002", "LENGTH"],
    ["110105199113070022", "BIRTH_DAY"],
    ["990105199103070022", "REGION"],
    ["11010519910307002a", "CHARACTER"],
  ])("%s is refused on its own field with the fault %s (R-17)", (text, fault) => {
    expect(() => readIdentityNumber(text, TODAY)).toThrow(
      expect.objectContaining({ code: "BORROWER_IDENTITY_NUMBER_INVALID", field: "identityNumber", params: { fault } }),
    );
  });

  it("of somebody below eighteen is refused until the birthday itself", () => {
    const facts = { number: "", birthOn: "2008-11-22", sex: "MALE" as const, province: null };
    expect(() => mustBeAdult(facts, "2026-11-21")).toThrow(expect.objectContaining({ code: "BORROWER_TOO_YOUNG" }));
    expect(() => mustBeAdult(facts, "2026-11-22")).not.toThrow();
  });

  it("gives an age that grows by one on each birthday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1940, max: 2005 }), fc.integer({ min: 1, max: 28 }), (year, day) => {
        const dd = String(day).padStart(2, "0");
        const birth = `${year}-06-${dd}`;
        expect(ageOn(birth, `2026-06-${dd}`)).toBe(2026 - year);
        expect(ageOn(birth, "2026-05-31")).toBe(2025 - year);
      }),
    );
  });
});
