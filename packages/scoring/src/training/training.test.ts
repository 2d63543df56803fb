import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateModel } from "../check/validate-model.ts";
import { bestPoints, scoreFacts } from "../engine/card.ts";
import { defineFields } from "../values/field.ts";
import type { TrainingColumn } from "./binning.ts";
import { seeded, stratifiedFolds } from "./folds.ts";
import { fitLogistic } from "./logistic.ts";
import { auc, brier, calibration, ks, psi } from "./measures.ts";
import { factor, offset, probabilityOfBad, trainCard } from "./train-card.ts";

describe("measures", () => {
  const sample = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 60 })
    .filter((cases) => new Set(cases.map(([, bad]) => bad)).size === 2);
  const split = (cases: readonly (readonly [number, number])[]) => ({
    predictions: cases.map(([p]) => p / 20),
    outcomes: cases.map(([, bad]) => bad),
  });

  test("AUC is the share of good-bad pairs in the right order, ties half", () => {
    fc.assert(
      fc.property(sample, (cases) => {
        const bads = cases.filter(([, bad]) => bad === 1);
        const goods = cases.filter(([, bad]) => bad === 0);
        const won = bads
          .flatMap(([b]) => goods.map(([g]): number => (b > g ? 1 : b === g ? 0.5 : 0)))
          .reduce((sum, point) => sum + point, 0);
        expect(auc(split(cases))).toBeCloseTo(won / (bads.length * goods.length), 12);
      }),
    );
  });

  test("KS is the widest gap between the two distributions at any cut-off", () => {
    fc.assert(
      fc.property(sample, (cases) => {
        const share = (bad: number, cut: number) =>
          cases.filter(([p, b]) => b === bad && p <= cut).length / cases.filter(([, b]) => b === bad).length;
        const widest = Math.max(...Array.from({ length: 21 }, (_, cut) => Math.abs(share(0, cut) - share(1, cut))));
        expect(ks(split(cases))).toBeCloseTo(widest, 12);
      }),
    );
  });

  test("a perfect forecast has an AUC and KS of 1 and a Brier score of 0", () => {
    const perfect = { predictions: [0, 0, 1, 1], outcomes: [0, 0, 1, 1] };
    expect([auc(perfect), ks(perfect), brier(perfect)]).toEqual([1, 1, 0]);
    expect(brier({ predictions: [0.5, 0.5], outcomes: [0, 1] })).toBe(0.25);
  });

  test("calibration holds when promises are kept, and is broken when risk is understated", () => {
    const random = seeded(7);
    const predictions = Array.from({ length: 5_000 }, () => random() * 0.4);
    const kept = predictions.map((p) => (random() < p ? 1 : 0));
    expect(calibration({ predictions, outcomes: kept }).filter(({ holds }) => !holds).length).toBeLessThanOrEqual(1);
    const understated = calibration({ predictions: predictions.map((p) => p / 2), outcomes: kept });
    expect(understated.filter(({ holds }) => !holds).length).toBeGreaterThanOrEqual(6);
    expect(understated.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  });

  test("stability alarms on a real shift, not on the same shares and not on a handful of cases", () => {
    const before = [100, 200, 400, 200, 100];
    expect(psi(before, before)).toMatchObject({ psi: 0, isAlarm: false });
    expect(psi(before, [400, 300, 200, 60, 40]).isAlarm).toBe(true);
    expect(psi(before, [4, 3, 2, 1, 0]).isAlarm).toBe(false);
    expect(psi(before, [160, 120, 80, 24, 16]).psi).toBeCloseTo(psi([160, 120, 80, 24, 16], before).psi, 12);
    expect(psi(before, [100, 200, 0, 0, 0]).limit).toBeCloseTo(0.1, 12);
  });
});

describe("logistic regression", () => {
  test("finds the log odds of a single group exactly when not held back", () => {
    const outcomes = Uint8Array.from([1, 1, 1, 0, 1, 0, 0, 0]);
    const group = Float64Array.from([1, 1, 1, 1, 0, 0, 0, 0]);
    const { intercept, weights } = fitLogistic([group], outcomes, 0);
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 6);
    expect(intercept + (weights[0] ?? 0)).toBeCloseTo(Math.log(3), 6);
  });

  test("lowers its loss at every step, also on lopsided and badly scaled data", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(0.02, 0.1, 0.5),
        (seed, power, share) => {
          const random = seeded(seed);
          const size = 300;
          const columns = [0, 1, 2].map((column) =>
            Float64Array.from({ length: size }, () => (random() - 0.5) * 10 ** (column === 0 ? power : 1)),
          );
          const outcomes = Uint8Array.from({ length: size }, (_, row) => (row < 2 ? row : random() < share ? 1 : 0));
          const { losses } = fitLogistic(columns, outcomes);
          for (const [index, loss] of losses.slice(1).entries()) expect(loss).toBeLessThan(losses[index] ?? 0);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("refuses a past in which nothing ever went bad", () => {
    expect(() => fitLogistic([], new Uint8Array(10))).toThrow("both outcomes");
  });
});

describe("a trained card", () => {
  const size = 6_000;
  const random = seeded(42);
  const incomes = Array.from({ length: size }, () => BigInt(Math.floor(random() * 20_000)) * 100n);
  const enquiries = Array.from({ length: size }, () => (random() < 0.1 ? undefined : Math.floor(random() * 12)));
  const kinds = Array.from({ length: size }, () => ["EMPLOYEE", "SELF_EMPLOYED", "OTHER"][Math.floor(random() * 3)]);
  const noise = Array.from({ length: size }, () => Math.floor(random() * 50));
  const isBad = Uint8Array.from({ length: size }, (_, row) => {
    const z = -1 - Number(incomes[row]) / 800_000 + (enquiries[row] ?? 8) * 0.25 + (kinds[row] === "OTHER" ? 1 : 0);
    return random() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
  });
  const columns: readonly TrainingColumn[] = [
    { id: "income", field: "income", kind: "money", values: incomes, reason: "INCOME_TOO_LOW", better: "UP" },
    {
      id: "enquiries",
      field: "enquiries",
      kind: "number",
      values: enquiries,
      reason: "MANY_RECENT_ENQUIRIES",
      better: "DOWN",
    },
    { id: "work", field: "work", kind: "enum", values: kinds, reason: null },
    { id: "noise", field: "noise", kind: "number", values: noise, reason: null },
  ];
  const trained = trainCard(columns, isBad);
  const scores = isBad.reduce<number[]>((list, _, row) => {
    list.push(
      scoreFacts(trained.card, { income: incomes[row], enquiries: enquiries[row], work: kinds[row], noise: noise[row] })
        .points,
    );
    return list;
  }, []);

  test("is sound as part of a model", () => {
    const text = { zh: "字段", en: "field" };
    const fields = defineFields({
      income: { kind: "money", source: "PROFILE", label: text },
      enquiries: { kind: "number", source: "BUREAU", label: text },
      work: {
        kind: "enum",
        source: "PROFILE",
        label: text,
        values: { EMPLOYEE: text, SELF_EMPLOYED: text, OTHER: text },
      },
      creditScore: { kind: "number", source: "DERIVED", label: text },
    });
    expect(
      validateModel({ format: 1, derived: [], rules: [], card: trained.card, tables: [], terms: null }, fields),
    ).toEqual([]);
  });

  test("separates good from bad and promises probabilities that hold", () => {
    const sample = { predictions: scores.map(probabilityOfBad), outcomes: isBad };
    expect(auc(sample)).toBeGreaterThan(0.74);
    expect(calibration(sample).filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(8);
  });

  test("leaves out what tells nothing", () => {
    expect(trained.card.characteristics.map(({ id }) => id)).toEqual(["income", "enquiries", "work"]);
    expect(trained.warnings).toEqual([]);
  });

  test("never gives fewer points for more income or fewer enquiries (A-35)", () => {
    const points = (id: string) =>
      trained.card.characteristics.find((each) => each.id === id)?.bins.map((bin) => bin.points) ?? [];
    expect(points("income").length).toBeGreaterThan(2);
    expect(points("income")).toEqual(points("income").toSorted((a, b) => a - b));
    expect(points("enquiries")).toEqual(points("enquiries").toSorted((a, b) => b - a));
  });

  test("has whole points, none negative, and never rewards a missing value most", () => {
    for (const characteristic of trained.card.characteristics) {
      for (const { points } of characteristic.bins) expect(Number.isInteger(points) && points >= 0).toBe(true);
      expect(characteristic.missing).toBeLessThan(bestPoints(characteristic));
    }
  });

  test("is the same card when trained again, and its loss only falls", () => {
    expect(trainCard(columns, isBad)).toEqual(trained);
    expect(trained.losses.length).toBeGreaterThan(2);
    for (const [index, loss] of trained.losses.slice(1).entries())
      expect(loss).toBeLessThan(trained.losses[index] ?? 0);
  });

  test("joins income groups that run against the demanded direction", () => {
    const upside = trainCard(
      [{ id: "income", field: "income", kind: "money", values: incomes, reason: null, better: "DOWN" }],
      isBad,
      { minInformation: -1 },
    );
    expect(upside.card.characteristics.flatMap(({ bins }) => bins).length).toBeLessThanOrEqual(1);
  });

  test("warns when the past is too short", () => {
    const few = trainCard(
      columns.map((column) => ({ ...column, values: column.values.slice(0, 300) })),
      isBad.slice(0, 300),
    );
    expect(few.warnings).toContain("FEW_OUTCOMES");
  });

  test("is scaled so that 600 points are 20 to 1 and 50 points double the odds", () => {
    expect(probabilityOfBad(600)).toBeCloseTo(1 / 21, 12);
    expect(probabilityOfBad(650)).toBeCloseTo(1 / 41, 12);
    expect([factor.toFixed(2), offset.toFixed(1)]).toEqual(["72.13", "383.9"]);
  });
});

test("folds hold every case once, with equal shares of bads, and the same seed gives the same folds", () => {
  const isBad = Uint8Array.from({ length: 1_000 }, (_, row) => (row % 10 < 3 ? 1 : 0));
  const foldOf = stratifiedFolds(isBad, 10, 42);
  for (let fold = 0; fold < 10; fold += 1) {
    const members = [...isBad.keys()].filter((row) => foldOf[row] === fold);
    expect([members.length, members.filter((row) => isBad[row] === 1).length]).toEqual([100, 30]);
  }
  expect(stratifiedFolds(isBad, 10, 42)).toEqual(foldOf);
  expect(stratifiedFolds(isBad, 10, 43)).not.toEqual(foldOf);
});

test("a column with a hole is refused, not fitted", () => {
  const outcomes = Uint8Array.from([0, 1, 0, 1]);
  for (const column of [
    [1, 2, Number.NaN, 4],
    [1, 2, 3],
  ])
    expect(() => fitLogistic([Float64Array.from(column)], outcomes)).toThrow(
      expect.objectContaining({ code: "TRAINING_INVALID" }),
    );
});
