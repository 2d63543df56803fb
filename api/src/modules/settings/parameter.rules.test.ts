import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "./approval-diff.rules.js";
import { acceptValue, inForceAt, type ParameterDefinition, parseRateCap } from "./parameter.rules.js";
import { parameterDefinitions, parameterNames } from "./parameter-definition.rules.js";

describe("parameter values (A-10)", () => {
  it.each(parameterNames)("%s begins with a value it would accept itself", (name) => {
    const definition: ParameterDefinition = parameterDefinitions[name];
    expect(acceptValue(definition, definition.initial)).toBe(definition.initial);
    const sandbox = definition.sandbox ?? definition.initial;
    expect(acceptValue(definition, sandbox)).toBe(sandbox);
  });

  it.each([
    ["240000", "SETTINGS_VALUE_MALFORMED"],
    ["IRR:240000", "SETTINGS_VALUE_MALFORMED"],
    ["XIRR:24%", "SETTINGS_VALUE_MALFORMED"],
    ["XIRR:240000:1", "SETTINGS_VALUE_MALFORMED"],
    ["XIRR:-1", "SETTINGS_VALUE_MALFORMED"],
    ["XIRR:360001", "SETTINGS_VALUE_OUT_OF_RANGE"],
    ["XIRR:24", "SETTINGS_VALUE_OUT_OF_RANGE"],
  ])("a rate cap of %j is refused (R-04)", (value, code) => {
    expect(() => acceptValue(parameterDefinitions["rateCap.BANK"], value)).toThrow(code);
  });

  it.each([
    ["penalty.overdueMultiplier", "1299999"],
    ["penalty.overdueMultiplier", "1500001"],
    ["penalty.misuseMultiplier", "2000001"],
  ] as const)("%s of %s is outside what the rule allows (R-13)", (name, value) => {
    expect(() => acceptValue(parameterDefinitions[name], value)).toThrow("SETTINGS_VALUE_OUT_OF_RANGE");
  });

  it.each(["", "1.5", "0x10", "-3", "1e2", "007"])("the number %j is malformed", (value) => {
    expect(() => acceptValue(parameterDefinitions["offer.validHours"], value)).toThrow("SETTINGS_VALUE_MALFORMED");
  });

  it("names the way a cap is measured", () => {
    expect(parseRateCap("IRR_COMPOUND:120000")).toEqual({ method: "IRR_COMPOUND", value: 120_000 });
  });
});

describe("the version in force", () => {
  it("is the latest that had begun, at every moment", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), fc.integer({ min: 0, max: 1000 }), (moments, at) => {
        const versions = moments.sort((a, b) => a - b).map((ms) => ({ effectiveFrom: new Date(ms) }));
        const found = inForceAt(versions, new Date(at));
        const begun = moments.filter((ms) => ms <= at);
        expect(found?.effectiveFrom.getTime()).toBe(begun.length > 0 ? Math.max(...begun) : undefined);
      }),
    );
  });
});

describe("a recorded difference", () => {
  it("is read as lines of text, whatever was recorded", () => {
    const diff = { state: ["FROZEN", "ACTIVE"], count: [null, 3], terms: [{ a: 1 }, undefined], odd: "text" };
    expect(diffLines(diff)).toEqual([
      { field: "state", before: "FROZEN", after: "ACTIVE" },
      { field: "count", before: null, after: "3" },
      { field: "terms", before: '{"a":1}', after: null },
    ]);
    expect(diffLines(null)).toEqual([]);
  });
});
