import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../engine/decide.ts";
import { applyTable } from "../engine/tables.ts";
import { between, eq, fieldOf, gt, isIn, lt } from "../model/condition.ts";
import { calc } from "../model/expression.ts";
import type { Bin, DecisionModel, DecisionTable, HardRule, RowEffect, ScoreCard } from "../model/model.ts";
import { fields } from "../testing/consumer-loan.fields.ts";
import { consumerLoan } from "../testing/consumer-loan.model.ts";
import { defineFields } from "../values/field.ts";
import { choice, count, day, fen, ppm } from "../values/value.ts";
import { validateModel } from "./validate-model.ts";

const model = (changes: Partial<DecisionModel>): DecisionModel => ({
  format: 1,
  derived: [],
  rules: [],
  card: null,
  tables: [],
  terms: null,
  ...changes,
});
const found = (changes: Partial<DecisionModel>): readonly string[] =>
  validateModel(model(changes), fields).map(({ code, at }) => `${code} ${at}`);
const rule = (when: HardRule["when"]): HardRule => ({
  id: "r",
  severity: "REJECT",
  when,
  message: { zh: "说明", en: "words" },
  reason: null,
});

test("the example policy is sound", () => {
  expect(validateModel(consumerLoan, fields)).toEqual([]);
});

describe("rules", () => {
  test.each([
    ["a field nobody declared", gt("shoeSize", count(1)), "UNKNOWN_FIELD rules[0].when.field"],
    ["a name every object has", gt("constructor", count(1)), "UNKNOWN_FIELD rules[0].when.field"],
    ["money held against a rate", gt("monthlyIncome", ppm(1)), "WRONG_KIND rules[0].when.to"],
    [
      "money held against a field of days",
      gt("monthlyIncome", fieldOf("number", "daysPastDue12Months")),
      "WRONG_KIND rules[0].when.to",
    ],
    ["an order among codes", lt("employmentType", choice("STUDENT")), "WRONG_KIND rules[0].when"],
    ["a code that does not exist", eq("employmentType", choice("PIRATE")), "BAD_LITERAL rules[0].when.to"],
    ["a day that does not exist", gt("birthOn", day("2001-02-29")), "BAD_LITERAL rules[0].when.to"],
    ["an interval upside down", between("monthlyIncome", fen(2n), fen(1n)), "EMPTY rules[0].when"],
    ["an empty list", isIn("employmentType"), "EMPTY rules[0].when"],
    ["a score the card has not given yet", lt("creditScore", count(500)), "NOT_YET_COMPUTED rules[0].when.field"],
  ])("may not use %s", (_, when, problem) => {
    expect(found({ rules: [rule(when)] })).toEqual([problem]);
  });

  test("have ids of their own and known reasons", () => {
    const stranger = JSON.parse(JSON.stringify({ ...rule(gt("monthlyIncome", fen(1n))), reason: "RULE 7 FIRED" }));
    expect(found({ rules: [stranger, stranger] })).toContain("DUPLICATE rules");
    expect(found({ rules: [stranger] })).toEqual(["UNKNOWN_REASON rules[0].reason"]);
  });
});

describe("formulas", () => {
  const derived = (kind: "money" | "rate" | "number", formula: ReturnType<typeof calc.of>) =>
    found({ derived: [{ field: "debtShare", kind, formula }] });
  test("must yield the kind of their field", () => {
    expect(derived("rate", calc.ratio("monthlyDebt", "monthlyIncome"))).toEqual([]);
    expect(derived("rate", calc.sum("monthlyDebt", "monthlyIncome"))).toEqual(["WRONG_KIND derived[0].formula"]);
    expect(derived("rate", calc.ratio("monthlyDebt", "enquiries90Days"))).toEqual([
      "WRONG_KIND derived[0].formula.right",
    ]);
  });
  test("may use only what is computed before them, and write only derived fields", () => {
    expect(derived("rate", calc.of("debtShare"))).toEqual(["NOT_YET_COMPUTED derived[0].formula"]);
    expect(found({ derived: [{ field: "monthlyIncome", kind: "money", formula: calc.of("monthlyDebt") }] })).toEqual([
      "WRONG_KIND derived[0].field",
    ]);
  });
});

describe("bins", () => {
  const bin = (from: number | null, to: number | null): Bin => ({
    span: { type: "within", from: from === null ? null : count(from), to: to === null ? null : count(to) },
    points: 1,
  });
  const card = (bins: readonly Bin[], changes: Partial<ScoreCard> = {}): Partial<DecisionModel> => ({
    card: {
      id: "c",
      writes: "creditScore",
      base: 0,
      characteristics: [{ id: "x", field: "enquiries90Days", kind: "number", bins, missing: 0, reason: null }],
      bands: [{ id: "all", from: null, outcome: "REFER" }],
      ...changes,
    },
  });

  test("cover every value that can occur exactly once", () => {
    expect(found(card([bin(null, 3), bin(3, null)]))).toEqual([]);
    expect(found(card([bin(0, 3), bin(3, null)]))).toEqual([]);
    expect(found(card([bin(null, 3), bin(4, null)]))).toEqual(["GAP card.characteristics[0].bins"]);
    expect(found(card([bin(null, 4), bin(3, null)]))).toEqual(["OVERLAP card.characteristics[0].bins"]);
    expect(found(card([bin(null, 0), bin(0, null)]))).toEqual(["UNREACHABLE card.characteristics[0].bins[0]"]);
    expect(found(card([bin(3, 3), bin(null, null)]))).toEqual(["UNREACHABLE card.characteristics[0].bins[0]"]);
  });

  test("name every code of an enum", () => {
    const codes = (values: readonly string[]): Partial<DecisionModel> =>
      card([], {
        characteristics: [
          {
            id: "x",
            field: "employmentType",
            kind: "enum",
            missing: 0,
            reason: null,
            bins: [{ span: { type: "in", values: values.map(choice) }, points: 1 }],
          },
        ],
      });
    expect(found(codes(["EMPLOYEE", "PUBLIC_SECTOR", "SELF_EMPLOYED", "STUDENT"]))).toEqual([]);
    expect(found(codes(["EMPLOYEE", "PUBLIC_SECTOR", "SELF_EMPLOYED"]))).toEqual(["GAP card.characteristics[0].bins"]);
  });

  test("give whole points, and none better for hiding a fact", () => {
    expect(found(card([{ ...bin(null, null), points: 1.5 }]))).toEqual([
      "BAD_POINTS card.characteristics[0].bins[0].points",
    ]);
    expect(
      found(
        card([], {
          characteristics: [
            { id: "x", field: "enquiries90Days", kind: "number", bins: [bin(null, null)], missing: 1, reason: null },
          ],
        }),
      ),
    ).toEqual(["MISSING_REWARDED card.characteristics[0].missing"]);
  });

  test("warn where a protected attribute earns points", () => {
    expect(
      found(
        card([], {
          characteristics: [
            {
              id: "x",
              field: "birthOn",
              kind: "date",
              bins: [{ span: { type: "within", from: null, to: null }, points: 1 }],
              missing: 0,
              reason: null,
            },
          ],
        }),
      ),
    ).toEqual(["PROTECTED_FIELD card.characteristics[0].field"]);
  });

  test("bands run upwards and never punish a better score (A-35)", () => {
    const bands = (...list: ScoreCard["bands"]) => found(card([bin(null, null)], { bands: list }));
    expect(bands({ id: "a", from: 500, outcome: "PASS" })).toEqual(["GAP card.bands[0]"]);
    expect(bands({ id: "a", from: null, outcome: "PASS" }, { id: "b", from: 500, outcome: "REFER" })).toEqual([
      "BAND_ORDER card.bands[1]",
    ]);
    expect(
      bands(
        { id: "a", from: null, outcome: "REJECT" },
        { id: "b", from: 500, outcome: "REFER" },
        { id: "c", from: 400, outcome: "PASS" },
      ),
    ).toEqual(["BAND_ORDER card.bands[2]"]);
  });
});

describe("tables", () => {
  const stretch = (from: number | null, to: number | null) =>
    ({ type: "within", from: from === null ? null : count(from), to: to === null ? null : count(to) }) as const;
  const table = (
    rows: DecisionTable["rows"][number]["when"][],
    changes: Partial<DecisionTable> = {},
  ): DecisionTable => ({
    id: "t",
    hitPolicy: "FIRST",
    inputs: [
      { field: "enquiries90Days", kind: "number" },
      { field: "lenders30Days", kind: "number" },
    ],
    outputs: [],
    rows: rows.map((when, index) => ({
      id: `r${index}`,
      when,
      effect: index === 0 ? { verdict: "REFER" } : { verdict: "PASS" },
    })),
    ...changes,
  });
  const inTable = (...list: Parameters<typeof table>) => found({ tables: [table(...list)] });

  test("are sound when the rows share out all combinations", () => {
    expect(
      inTable([
        [stretch(5, null), null],
        [stretch(null, 5), stretch(null, 3)],
        [stretch(null, 5), stretch(3, null)],
      ]),
    ).toEqual([]);
  });
  test("report a combination no row covers, unless something is said otherwise", () => {
    const rows = [
      [stretch(5, null), null],
      [stretch(null, 5), stretch(null, 3)],
    ];
    expect(inTable(rows)).toEqual(["GAP tables[0]"]);
    expect(validateModel(model({ tables: [table(rows)] }), fields)[0]?.message.en).toBe(
      "no row covers: enquiries90Days [0, 5), lenders30Days [3, ∞)",
    );
    expect(inTable(rows, { otherwise: { verdict: "PASS" } })).toEqual([]);
    expect(inTable(rows, { hitPolicy: "COLLECT" })).toEqual([]);
  });
  test("report a row that only all earlier rows together hide", () => {
    expect(
      inTable([
        [stretch(5, null), null],
        [stretch(null, 5), null],
        [null, stretch(3, null)],
      ]),
    ).toEqual(["UNREACHABLE tables[0].rows[2]"]);
  });
  test("accept a special row above a general one, and report rows that cut into each other", () => {
    expect(
      inTable([
        [stretch(5, null), stretch(3, null)],
        [null, null],
      ]),
    ).toEqual([]);
    expect(
      inTable(
        [
          [stretch(5, null), null],
          [null, stretch(3, null)],
        ],
        { otherwise: {} },
      ),
    ).toEqual(["OVERLAP tables[0].rows[1]"]);
  });
  test("count a missing value as a combination where a row asks for it", () => {
    expect(
      inTable(
        [
          [{ type: "missing" }, null],
          [stretch(null, 5), null],
        ],
        { otherwise: undefined },
      ),
    ).toEqual(["GAP tables[0]"]);
  });
  test("need as many cells as inputs, and set only their own outputs", () => {
    expect(inTable([[null]])).toEqual(["ROW_WIDTH tables[0].rows[0]"]);
    const effect: RowEffect = { set: { baseRate: ppm(1) } };
    expect(found({ tables: [{ ...table([]), rows: [{ id: "r", when: [null, null], effect }] }] })).toEqual([
      "UNKNOWN_FIELD tables[0].rows[0].effect.set",
    ]);
  });

  test("have a gap exactly when some known facts match no row", () => {
    const small = defineFields({
      a: { kind: "number", source: "BUREAU", label: { zh: "甲", en: "a" }, min: count(0), max: count(4) },
      b: { kind: "number", source: "BUREAU", label: { zh: "乙", en: "b" }, min: count(0), max: count(4) },
    });
    const end = fc.option(fc.integer({ min: 0, max: 5 }));
    const cell = fc.option(
      fc
        .tuple(end, end)
        .filter(([from, to]) => from === null || to === null || from < to)
        .map(([from, to]) => stretch(from, to)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const candidate = table(rows, {
          inputs: [
            { field: "a", kind: "number" },
            { field: "b", kind: "number" },
          ],
        });
        const codes = validateModel(model({ tables: [candidate] }), small).map(({ code, at }) => `${code} ${at}`);
        const held = new Set<string>();
        let isGap = false;
        for (let a = 0; a <= 4; a += 1) {
          for (let b = 0; b <= 4; b += 1) {
            const { trace } = applyTable(
              candidate,
              new Map([
                ["a", a],
                ["b", b],
              ]),
            );
            const row = trace.find(({ result, operator }) => operator === "row" && result === "TRUE");
            if (row === undefined) isGap = true;
            else held.add(row.rule);
          }
        }
        expect(codes.some((code) => code.startsWith("GAP"))).toBe(isGap);
        for (const [index, { id }] of candidate.rows.entries())
          expect(codes.includes(`UNREACHABLE tables[0].rows[${index}]`)).toBe(!held.has(`t/${id}`));
      }),
    );
  });
});

test("terms must be money, rate and months", () => {
  const terms = consumerLoan.terms;
  expect(
    terms &&
      found({
        terms: { ...terms, maxAmount: calc.of("cardUseRate"), annualRate: calc.of(ppm(100_000)), step: fen(0n) },
      }),
  ).toEqual(["WRONG_KIND terms.maxAmount", "BAD_LITERAL terms.step"]);
});

describe("what no compiler has looked at", () => {
  const sound = JSON.parse(JSON.stringify(consumerLoan)) as Record<string, never>;
  const inJson = (changes: Record<string, unknown>) => JSON.parse(JSON.stringify({ ...sound, ...changes })) as never;
  const problems = (changes: Record<string, unknown>) =>
    validateModel(inJson(changes), fields).map(({ code, at }) => `${code} ${at}`);
  const plain = rule(gt("monthlyIncome", fen(1n)));

  test.each([
    ["another format", { format: 2 }, "BAD_SHAPE format"],
    ["no rules", { rules: undefined }, "BAD_SHAPE rules"],
    ["a member nobody knows", { rulez: [] }, "BAD_SHAPE rulez"],
    ["a rule without a condition", { rules: [{ ...plain, when: null }] }, "BAD_SHAPE rules[0].when.type"],
    ["a severity that is none", { rules: [{ ...plain, severity: "PASS" }] }, "BAD_SHAPE rules[0].severity"],
    ["no severity", { rules: [{ ...plain, severity: undefined }] }, "BAD_SHAPE rules[0].severity"],
    ["an unknown that passes", { rules: [{ ...plain, whenUnknown: "PASS" }] }, "BAD_SHAPE rules[0].whenUnknown"],
    ["no message", { rules: [{ ...plain, message: undefined }] }, "BAD_SHAPE rules[0].message"],
    [
      "an operator that is none",
      { rules: [{ ...plain, when: { ...plain.when, operator: "LT" } }] },
      "BAD_SHAPE rules[0].when.operator",
    ],
    [
      "a condition of no kind",
      { rules: [{ ...plain, when: { type: "constructor" } }] },
      "BAD_SHAPE rules[0].when.type",
    ],
    [
      "money that is no text",
      { rules: [{ ...plain, when: { ...plain.when, to: { kind: "money", value: 5 } } }] },
      "BAD_SHAPE rules[0].when.to.value",
    ],
    [
      "terms that pass what is too little",
      { terms: { ...consumerLoan.terms, belowMinimum: "PASS" } },
      "BAD_SHAPE terms.belowMinimum",
    ],
    [
      "another hit policy",
      { tables: consumerLoan.tables.map((table) => ({ ...table, hitPolicy: "ANY" })) },
      "BAD_SHAPE tables[0].hitPolicy",
    ],
  ])("is refused with %s", (_, changes, problem) => {
    expect(problems(changes)).toContain(problem);
  });

  test.each([null, undefined, 5, "model", []])("is refused where it is %j", (value) => {
    expect(validateModel(value as never, fields).map(({ code }) => code)).toEqual(["BAD_SHAPE"]);
  });

  test("is refused where it is nested deeper than anybody reads", () => {
    let when: HardRule["when"] = plain.when;
    for (let depth = 0; depth < 9_000; depth += 1) when = { type: "not", of: when };
    expect(validateModel(model({ rules: [{ ...plain, when }] }), fields).map(({ code }) => code)).toEqual([
      "BAD_SHAPE",
    ]);
  });

  test("is refused where a derived code is none of its field's", () => {
    const own = defineFields({
      pay: { kind: "enum", label: { zh: "档", en: "tier" }, source: "DERIVED", values: { A: { zh: "甲", en: "A" } } },
    });
    const derived = (code: string) =>
      model({ derived: [{ field: "pay", kind: "enum", formula: calc.of(choice(code)) }] });
    expect(validateModel(derived("A"), own)).toEqual([]);
    expect(validateModel(derived("PIRATE"), own).map(({ code }) => code)).toEqual(["BAD_LITERAL"]);
  });

  test("decides nothing for anybody's good: what is no outcome refers, what is no comparison is unknown", () => {
    const odd = inJson({ ...model({}), rules: [{ ...plain, severity: "BLOCK" }] });
    expect(decide(odd, { monthlyIncome: 5n }).outcome).toBe("REFER");
    const foreign = inJson({ ...model({}), rules: [{ ...plain, when: { ...plain.when, operator: "LT" } }] });
    expect(decide(foreign, { monthlyIncome: 0n }).outcome).toBe("REFER");
  });
});
