import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { bestOrder, orderValue, type SequenceOption } from "./order.ts";

const option = (id: string, odds: number, worth: number): SequenceOption => ({ id, odds, worth });
const some = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    odds: fc.integer({ min: 10_000, max: 990_000 }),
    worth: fc.integer({ min: 100, max: 1_000 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries())
    for (const rest of permutations(items.filter((_, other) => other !== at))) yield [item, ...rest];
}

function* choices<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (const [at, item] of items.entries())
      for (const rest of choices(items.slice(at + 1), size - 1)) yield [item, ...rest];
}

describe("the best order to ask lenders in", () => {
  it("puts a sure answer before an equally good doubtful one, and a much better one before a sure one", () => {
    expect(
      bestOrder([option("b", 300_000, 900), option("a", 900_000, 900)], { limit: 2, attemptCost: 50 }).ids,
    ).toEqual(["a", "b"]);
    expect(
      bestOrder([option("b", 700_000, 1_000), option("a", 900_000, 400)], { limit: 2, attemptCost: 50 }).ids,
    ).toEqual(["b", "a"]);
  });

  it("is never worth less than any other order of any other choice", () => {
    fc.assert(
      fc.property(
        some,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 90 }),
        (options, limit, attemptCost) => {
          const best = bestOrder(options, { limit, attemptCost });
          for (const choice of choices(options, Math.min(limit, options.length)))
            for (const order of permutations(choice))
              expect(orderValue(order, attemptCost).expectedWorth).toBeLessThanOrEqual(best.expectedWorth + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("expects no more attempts than it has options, at least one, and fewer the surer the first is", () => {
    fc.assert(
      fc.property(some, (options) => {
        const { expectedAttempts, ids } = bestOrder(options, { limit: 5, attemptCost: 50 });
        expect(expectedAttempts).toBeGreaterThanOrEqual(1);
        expect(expectedAttempts).toBeLessThanOrEqual(ids.length);
      }),
    );
    const after = (odds: number) => orderValue([option("a", odds, 1), option("b", 500_000, 1)], 0).expectedAttempts;
    expect(after(900_000)).toBeLessThan(after(200_000));
  });

  it("does not depend on the order in which the options are given", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (options, limit) => {
        const wish = { limit, attemptCost: 50 };
        expect(bestOrder([...options].reverse(), wish).ids).toEqual(bestOrder(options, wish).ids);
      }),
    );
  });
});

test("idea 5: is the best of every choice that the limit allows, however many there are", () => {
  const dull = Array.from({ length: 12 }, (_, index) => ({ id: `d${index}`, odds: 20_000, worth: 1_000 }));
  const options = [...dull, { id: "sure", odds: 900_000, worth: 900 }];
  expect(bestOrder(options, { limit: 1, attemptCost: 1 }).ids).toEqual(["sure"]);
  const option = fc.record({ odds: fc.integer({ min: 1, max: 1_000_000 }), worth: fc.integer({ min: 0, max: 1_000 }) });
  fc.assert(
    fc.property(fc.array(option, { maxLength: 7 }), fc.integer({ min: 0, max: 4 }), (few, limit) => {
      const named = few.map((one, index) => ({ ...one, id: `o${index}` }));
      const found = bestOrder(named, { limit, attemptCost: 30 });
      const every = fc.sample(fc.shuffledSubarray(named, { minLength: Math.min(limit, named.length) }), 40);
      for (const other of every.filter(({ length }) => length === Math.min(limit, named.length)))
        expect(orderValue(other, 30).expectedWorth).toBeLessThanOrEqual(found.expectedWorth + 1e-9);
      expect(found.ids).toHaveLength(Math.min(limit, named.length));
    }),
  );
});

test.each([1.5, Number.NaN, -1])("refuses a limit of %s", (limit) => {
  expect(() => bestOrder([], { limit, attemptCost: 1 })).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
});
