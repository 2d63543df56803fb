import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planInOrder, planSequence, type SequenceCandidate } from "./application-sequence.rules.js";
import { canMoveSequence, SequenceState, sequenceTransitions } from "./application-sequence.states.js";

const lender = (productId: string, totalCost: bigint, disbursementHours: number, odds: number | null = null) =>
  ({ productId, totalCost, disbursementHours, odds }) satisfies SequenceCandidate;
const three = [
  lender("dear", 900_000n, 2, 900_000),
  lender("cheap", 300_000n, 72, 600_000),
  lender("middle", 500_000n, 24, 300_000),
];

describe("the order of a walk", () => {
  it("idea 5: follows the goal: the cheap one first, the quick one first, the likely one first", () => {
    expect(planSequence(three, "LOWEST_COST", 3).productIds[0]).toBe("cheap");
    expect(planSequence(three, "FASTEST", 3).productIds[0]).toBe("dear");
    expect(planSequence(three, "SUREST", 3).productIds).toEqual(["dear", "cheap", "middle"]);
  });

  it("idea 5: keeps to the limit of credit checks, and says what asking all at once would have meant", () => {
    const plan = planSequence(three, "SUREST", 2);
    expect(plan).toMatchObject({ productIds: ["dear", "cheap"], leftOutIds: ["middle"], parallelPulls: 3 });
    expect(plan.expectedPullsPerMille).toBe(1_100);
    expect(plan.chance).toBe(960_000);
  });

  it("goes by cost and speed alone where nobody knows the odds, and then claims no chance", () => {
    const unknown = three.map((one) => ({ ...one, odds: null }));
    expect(planSequence(unknown, "LOWEST_COST", 3)).toMatchObject({
      productIds: ["cheap", "middle", "dear"],
      chance: null,
    });
    expect(planSequence(unknown, "FASTEST", 3).productIds).toEqual(["dear", "middle", "cheap"]);
  });

  it("expects at least one check and never more than asking all at once, whatever order the borrower chooses", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({ id: fc.integer({ min: 1, max: 99 }), odds: fc.option(fc.integer({ min: 1, max: 1_000_000 })) }),
          {
            selector: ({ id }) => id,
            minLength: 1,
            maxLength: 8,
          },
        ),
        (people) => {
          const lenders = people.map(({ id, odds }) => lender(`p${id}`, BigInt(id) * 1_000n, id, odds));
          const own = planInOrder(lenders, "LOWEST_COST");
          expect(own.productIds).toEqual(lenders.map(({ productId }) => productId));
          expect(own.expectedPullsPerMille).toBeGreaterThanOrEqual(1_000);
          expect(own.expectedPullsPerMille).toBeLessThanOrEqual(own.parallelPulls * 1_000);
        },
      ),
    );
  });
});

it("a walk that has ended stays ended", () => {
  for (const end of ["ACCEPTED", "EXHAUSTED", "CANCELLED"] as const)
    for (const to of Object.values(SequenceState)) expect(canMoveSequence(end, to)).toBe(false);
  expect(sequenceTransitions.PAUSED).toContain("RUNNING");
});
