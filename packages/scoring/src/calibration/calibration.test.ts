import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../training/folds.ts";
import { calibrated, fitIsotonic } from "./isotonic.ts";
import {
  explainOdds,
  type OddsCase,
  type OddsFeature,
  type OddsModel,
  oddsOf,
  oddsTraining,
  trainOdds,
} from "./odds.ts";
import { reliability, wilson } from "./reliability.ts";

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const cases = fc.array(fc.tuple(chance, fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 80 });

describe("isotonic calibration", () => {
  test("B-04: a higher raw chance never becomes a lower one, and nothing becomes certain", () => {
    fc.assert(
      fc.property(cases, chance, chance, (past, a, b) => {
        const curve = fitIsotonic(
          past.map(([p]) => p),
          past.map(([, outcome]) => outcome),
        );
        const [low, high] = [calibrated(curve, Math.min(a, b)), calibrated(curve, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0.01);
        expect(high).toBeLessThanOrEqual(0.99);
      }),
    );
  });

  test("B-04: its blocks hold the outcomes' own mean and rise strictly before they are held off the ends", () => {
    const curve = fitIsotonic([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0, 1, 0, 1, 1, 0]);
    expect(curve.kept[0]).toBe(0.01);
    expect(curve.kept.slice(1)).toEqual([0.5, 2 / 3]);
  });

  test("an empty past leaves the chance as it is", () => {
    expect(calibrated(fitIsotonic([], []), 0.4)).toBe(0.4);
  });

  test("overconfident predictions are brought back to what happened", () => {
    const random = seeded(3);
    const raw = Array.from({ length: 6_000 }, () => random());
    const outcomes = raw.map((p) => (random() < 0.3 + 0.4 * p ? 1 : 0));
    const curve = fitIsotonic(raw.slice(0, 3_000), outcomes.slice(0, 3_000));
    const before = reliability({ predictions: raw.slice(3_000), outcomes: outcomes.slice(3_000) });
    const kept = raw.slice(3_000).map((p) => calibrated(curve, p));
    const after = reliability({ predictions: kept, outcomes: outcomes.slice(3_000) });
    expect(before.calibrationError).toBeGreaterThan(0.1);
    expect(after.calibrationError).toBeLessThan(0.05);
  });
});

describe("reliability", () => {
  test("counts every case once and keeps the observed share inside its interval", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, fc.integer({ min: 0, max: 1 })), { maxLength: 400 }), (past) => {
        const found = reliability({ predictions: past.map(([p]) => p), outcomes: past.map(([, o]) => o) });
        expect(found.points.reduce((sum, { count }) => sum + count, 0)).toBe(past.length);
        for (const { low, high, observed } of found.points) {
          expect(observed).toBeGreaterThanOrEqual(low - 1e-12);
          expect(observed).toBeLessThanOrEqual(high + 1e-12);
        }
      }),
    );
  });

  test("a Wilson interval of nothing says nothing, and narrows with cases", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    const [few, many] = [wilson(8, 10), wilson(800, 1_000)];
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 5);
  });
});

const features: readonly OddsFeature[] = [
  { name: "income", direction: "UP" },
  { name: "debtShare", direction: "DOWN" },
  { name: "isFreelance", direction: "FREE" },
];

/** A market whose strict lender refuses more; `incomeSign` plants one that punishes income. */
function past(count: number, seed: number, incomeSign = 1): OddsCase[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const income = random() * 4 - 2;
    const debtShare = random();
    const isFreelance = random() < 0.2 ? 1 : 0;
    const lender = random() < 0.5 ? "strict" : "open";
    const logit = 0.4 + incomeSign * 1.1 * income - 3 * (debtShare - 0.5) + (lender === "strict" ? -1.2 : 1.2);
    return {
      values: [income, debtShare, isFreelance],
      groups: ["CONSUMPTION", lender, `${lender}-1`],
      isApproved: random() < 1 / (1 + Math.exp(-logit)),
    };
  });
}

function trained(): OddsModel {
  const found = trainOdds(features, past(1_200, 1), past(400, 2));
  if ("wrongSigns" in found) throw new Error(found.wrongSigns.join());
  return found;
}

describe("odds of approval", () => {
  const model = trained();
  const asked = fc.record({
    values: fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), chance, fc.constantFrom(0, 1, Number.NaN)),
    lender: fc.constantFrom("strict", "open", "never seen"),
  });

  test("B-04: raising income never lowers the chance, raising debts never raises it", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 3, noNaN: true }), ({ values, lender }, more) => {
        const [income, debtShare, isFreelance] = values;
        const groups = ["CONSUMPTION", lender, `${lender}-1`];
        const now = oddsOf(model, { values, groups });
        const richer = oddsOf(model, { values: [income + more, debtShare, isFreelance], groups });
        const deeper = oddsOf(model, { values: [income, debtShare + more, isFreelance], groups });
        expect(richer).toBeGreaterThanOrEqual(now);
        expect(deeper).toBeLessThanOrEqual(now);
      }),
    );
  });

  test("B-04: knows strict lenders from open ones, and takes an unknown one for the average", () => {
    const of = (lender: string) => oddsOf(model, { values: [0, 0.5, 0], groups: ["CONSUMPTION", lender, lender] });
    expect(of("strict")).toBeLessThan(of("never seen"));
    expect(of("never seen")).toBeLessThan(of("open"));
  });

  test("B-04: a group of one case hardly moves the odds", () => {
    const odd: OddsCase = { values: [0, 0.5, 0], groups: ["CONSUMPTION", "tiny", "tiny-1"], isApproved: false };
    const found = trainOdds(features, [...past(1_200, 1), odd], []);
    if ("wrongSigns" in found) throw new Error("wrong signs");
    expect(Math.abs(found.levels[1]?.tiny ?? 1)).toBeLessThan(0.25);
  });

  test("B-04: keeps its promises on cases it has not seen", () => {
    const unseen = past(2_000, 3);
    const found = reliability({
      predictions: unseen.map((each) => oddsOf(model, each)),
      outcomes: unseen.map(({ isApproved }) => (isApproved ? 1 : 0)),
    });
    expect(found.calibrationError).toBeLessThan(0.06);
    expect(found.brier).toBeLessThan(0.2);
  });

  test("B-04: a past in which income hurts trains no model and names the feature", () => {
    expect(trainOdds(features, past(1_200, 1, -1), past(400, 2, -1))).toEqual({ wrongSigns: ["income"] });
  });

  test("B-04: is learned in short pieces, with the same end as in one go", () => {
    const work = oddsTraining(features, past(1_200, 1), past(400, 2));
    let pauses = 0;
    for (;;) {
      const { done, value } = work.next();
      if (done) {
        expect(value).toEqual(trainOdds(features, past(1_200, 1), past(400, 2)));
        break;
      }
      pauses += 1;
    }
    // At least one for each feature alone and for each step of the whole.
    expect(pauses).toBeGreaterThan(3 * features.length);
  });

  test("B-04: bends no curve below 500 decisions", () => {
    const found = trainOdds(features, past(300, 1), past(100, 2));
    expect("wrongSigns" in found ? undefined : found.curve).toBeNull();
  });

  test("X-02: the base and every factor add up to the raw odds, so that nothing is left unexplained", () => {
    const logit = (p: number) => Math.log(p / (1 - p));
    fc.assert(
      fc.property(asked, ({ values, lender }) => {
        const wish = { values, groups: ["CONSUMPTION", lender, `${lender}-1`] };
        const told = explainOdds(model, wish, ["category", "institution", "product"]);
        const sum = told.factors.reduce((all, { effect }) => all + effect, logit(told.base));
        expect(sum).toBeCloseTo(logit(told.raw), 8);
        expect(told.chance).toBe(oddsOf(model, wish));
      }),
    );
  });

  test("says the same after being written down", () => {
    const again = JSON.parse(JSON.stringify(model)) as OddsModel;
    fc.assert(
      fc.property(asked, ({ values, lender }) => {
        const wish = { values, groups: ["CONSUMPTION", lender, lender] };
        expect(oddsOf(again, wish)).toBe(oddsOf(model, wish));
      }),
    );
  });
});

test("equal predictions have one value, whatever order their outcomes come in", () => {
  for (const outcomes of [
    [1, 0, 1],
    [1, 1, 0],
  ])
    expect(calibrated(fitIsotonic([0.3, 0.5, 0.5], outcomes), 0.5)).toBeCloseTo(2 / 3, 12);
});

test("a group named like what every object has adds nothing", () => {
  const model: OddsModel = { intercept: 0, features: [], levels: [{ a: 1 }], curve: null };
  for (const name of ["constructor", "__proto__", "b"]) {
    expect(oddsOf(model, { values: [], groups: [name] })).toBe(0.5);
    expect(explainOdds(model, { values: [], groups: [name] }, ["group"]).factors).toEqual([
      { name: "group", effect: 0 },
    ]);
  }
});

test("a training refuses features it cannot tell apart or has no direction for, and takes what is not finite for unknown", () => {
  const cases = Array.from(
    { length: 60 },
    (_, index): OddsCase => ({
      values: [index % 7 === 0 ? Number.POSITIVE_INFINITY : index],
      groups: ["g"],
      isApproved: index % 3 !== 0,
    }),
  );
  const income = { name: "income", direction: "FREE" } as const;
  expect(JSON.stringify(trainOdds([income], cases, []))).not.toContain("null,");
  for (const features of [[income, income], [{ name: "income", direction: "up" as never }]])
    expect(() => trainOdds(features, cases, [])).toThrow(expect.objectContaining({ code: "TRAINING_INVALID" }));
});
