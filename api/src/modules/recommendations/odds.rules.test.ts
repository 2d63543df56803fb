import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OddsBand } from "./match.states.js";
import { bandOf, type KeptPromise, toldOdds } from "./odds.rules.js";

const rules = { maxCalibrationError: 0.1, fewestOutcomes: 100, preApprovedShare: 0.9 };
const kept: KeptPromise = {
  count: 400,
  calibrationError: 0.03,
  points: [
    { predicted: 0.5, low: 0.42 },
    { predicted: 0.92, low: 0.91 },
    { predicted: 0.98, low: 0.85 },
  ],
};

describe("idea 4: odds", () => {
  it("are told to nobody where too few outcomes or too large a miss stand on record", () => {
    expect(toldOdds(0.95, undefined, rules)).toBeNull();
    expect(toldOdds(0.95, { ...kept, count: 99 }, rules)).toBeNull();
    expect(toldOdds(0.95, { ...kept, calibrationError: 0.101 }, rules)).toBeNull();
    expect(toldOdds(0.95, { ...kept, count: 100, calibrationError: 0.1 }, rules)).not.toBeNull();
  });

  it("are called pre-approved only so high, and only where as much was promised before and kept", () => {
    const isPreApproved = (chance: number) => toldOdds(chance, kept, rules)?.isPreApproved;
    expect(isPreApproved(0.89)).toBe(false);
    // Nothing so high was promised before 0.92: the nearest record below is of another kind.
    expect(isPreApproved(0.91)).toBe(false);
    expect(isPreApproved(0.92)).toBe(true);
    expect(isPreApproved(0.97)).toBe(true);
    // The highest were not kept well enough.
    expect(isPreApproved(0.98)).toBe(false);
    expect(toldOdds(0.95, { ...kept, points: [] }, rules)?.isPreApproved).toBe(false);
  });

  it("never fall into a lower band as they rise, and are whole percents", () => {
    const order = [OddsBand.LOW, OddsBand.MEDIUM, OddsBand.HIGH];
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(order.indexOf(bandOf(low))).toBeLessThanOrEqual(order.indexOf(bandOf(high)));
        const { percent = -1 } = toldOdds(one, kept, rules) ?? {};
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
      }),
    );
  });
});
