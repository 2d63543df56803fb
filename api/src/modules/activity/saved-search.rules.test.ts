import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertKindOf, changesSince, filterOf, keptOf, type ProductFilter } from "./saved-search.rules.js";

describe("2-35: a search as it is kept", () => {
  it("narrows by the same things when it is opened again", () => {
    const filter = fc.record({
      text: fc.constantFrom("", "装修 5万", " 车 "),
      amount: fc.option(fc.bigInt({ min: 1n, max: 10_000_000_00n })),
      termCount: fc.option(fc.integer({ min: 1, max: 360 })),
      maxAnnualCost: fc.option(fc.integer({ min: 1, max: 360_000 })),
      maxMonthlyPayment: fc.option(fc.bigInt({ min: 1n, max: 1_000_000n })),
      maxTotalCost: fc.option(fc.bigInt({ min: 1n, max: 1_000_000n })),
      institutionIds: fc.constantFrom([], ["a", "b"]),
      categories: fc.constantFrom(null, [], ["CAR" as const]),
    });
    fc.assert(
      fc.property(filter, (asked: ProductFilter) => {
        const again = filterOf(JSON.parse(JSON.stringify(keptOf(asked))));
        const said = Object.entries(asked).filter(
          ([, value]) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0),
        );
        expect(again).toEqual(
          Object.fromEntries(said.map(([name, value]) => [name, name === "text" ? String(value).trim() : value])),
        );
      }),
    );
  });

  it("leaves out products that were only picked", () => {
    expect(keptOf({ ids: ["a"], termCount: 12 })).toEqual({ termCount: 12 });
  });
});

describe("2-35: what has changed since", () => {
  it("counts what is new, what has other terms and what is gone", () => {
    const seen = [
      { productId: "stays", versionId: "1" },
      { productId: "changes", versionId: "1" },
      { productId: "goes", versionId: "1" },
    ];
    const now = [
      { id: "stays", versionId: "1" },
      { id: "changes", versionId: "2" },
      { id: "comes", versionId: "1" },
    ];
    expect(changesSince(seen, now)).toEqual({ newCount: 1, changedCount: 1, goneCount: 1 });
  });
});

describe("2-35: what is worth a word", () => {
  it.each([
    [150_000, undefined, false, "NEW_MATCH"],
    [150_000, 160_000, true, "COST_FELL"],
    [150_000, 150_000, true, null],
    [160_000, 150_000, true, null],
    // It lends more than before, or at other terms, and so answers now what it did not.
    [160_000, 150_000, false, "NEW_MATCH"],
    [150_000, 150_000, false, "NEW_MATCH"],
  ] as const)("at %i after %s, having answered before: %s, it is %s", (now, before, hasAnswered, kind) => {
    const published = {
      now: { annualCostMax: now },
      before: before === undefined ? undefined : { annualCostMax: before },
    };
    expect(alertKindOf(published, hasAnswered)).toBe(kind);
  });
});
