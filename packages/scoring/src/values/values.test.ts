import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applicants, goodApplicant } from "../testing/applicants.ts";
import { fields } from "../testing/consumer-loan.fields.ts";
import { canonicalJson } from "./canonical-json.ts";
import { daysBetween, isDay, monthsBetween, yearsBetween } from "./day.ts";
import { decodeFacts, defineFields, encodeFacts, misfits } from "./field.ts";
import { choice, count, fen, type Literal, readLiteral } from "./value.ts";

const label = { zh: "项", en: "item" };

describe("stored facts", () => {
  test("come back from JSON exactly as they were", () => {
    fc.assert(
      fc.property(applicants, (facts) => {
        expect(decodeFacts(JSON.parse(JSON.stringify(encodeFacts(facts, fields))))).toEqual(facts);
      }),
    );
  });

  test("carry money and rates as text, however large", () => {
    const encoded = encodeFacts({ monthlyIncome: 90_071_992_547_409_930n, cardUseRate: 350_000 }, fields);
    expect(JSON.stringify(encoded)).toBe(
      '{"cardUseRate":{"kind":"rate","value":"350000"},"monthlyIncome":{"kind":"money","value":"90071992547409930"}}',
    );
    expect(decodeFacts(encoded)).toEqual({ monthlyIncome: 90_071_992_547_409_930n, cardUseRate: 350_000 });
  });

  test("spell the unknown in one way only: not at all", () => {
    expect(encodeFacts({ monthlyIncome: undefined }, fields)).toEqual({});
  });

  test.each([
    ["a float for money", { monthlyIncome: 1200.5 }],
    ["a fraction of a count", { lenders30Days: 1.5 }],
    ["a code the catalogue does not list", { employmentType: "PIRATE" }],
    ["a day that does not exist", { birthOn: "2001-02-29" }],
    ["a field nobody declared", { shoeSize: 42 }],
    ["a name every object has", { toString: 1 }],
  ])("refuse %s", (_, facts) => {
    expect(misfits(facts, fields)).toEqual(Object.keys(facts));
    expect(() => encodeFacts(facts, fields)).toThrow("do not fit");
  });

  test("are refused when a snapshot was tampered with", () => {
    expect(() => decodeFacts({ monthlyIncome: { kind: "money", value: "12.5" } })).toThrow("monthlyIncome");
  });
});

describe("a catalogue", () => {
  test("refuses advice on a protected field", () => {
    const label = { zh: "年龄", en: "Age" };
    expect(() =>
      defineFields({
        age: {
          kind: "number",
          source: "PROFILE",
          label,
          protected: true,
          advice: { direction: "UP", step: count(1), limit: count(60) },
        },
      }),
    ).toThrow("protected");
  });
  test("refuses a bound of another kind", () => {
    expect(() =>
      defineFields({ age: { kind: "number", source: "PROFILE", label: { zh: "年龄", en: "Age" }, min: fen(1n) } }),
    ).toThrow("is no number");
  });
});

describe("canonical JSON", () => {
  test("is one text whatever order the keys were typed in", () => {
    fc.assert(
      fc.property(
        fc
          .dictionary(fc.string(), fc.jsonValue())
          .chain((value) =>
            fc.tuple(
              fc.constant(value),
              fc.shuffledSubarray(Object.entries(value), { minLength: Object.keys(value).length }),
            ),
          ),
        ([value, shuffled]) => {
          const other: Record<string, unknown> = Object.create(null);
          for (const [key, member] of shuffled) other[key] = member;
          expect(canonicalJson(other)).toBe(canonicalJson(value));
        },
      ),
    );
  });
  test("reads back as the same value", () => {
    expect(JSON.parse(canonicalJson({ b: [1, { d: null, c: "x" }], a: undefined }))).toEqual({
      b: [1, { d: null, c: "x" }],
    });
    expect(canonicalJson({ b: 1, a: goodApplicant.monthlyIncome })).toBe(
      '{"a":{"kind":"money","value":"1200000"},"b":1}',
    );
  });
  test("refuses what JSON would silently turn into null", () => {
    expect(() => canonicalJson({ rate: Number.NaN })).toThrow("NaN");
  });
});

describe("days", () => {
  test("exist or do not", () => {
    expect(
      ["2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-04-31", "2024-4-3", "2024-00-10"].map(isDay),
    ).toEqual([true, false, false, true, false, false, false]);
  });
  test("are counted as the calendar counts them", () => {
    const days = fc
      .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(days, days, (a, b) => daysBetween(a, b) === (Date.parse(b) - Date.parse(a)) / 86_400_000));
  });
  test("make a month and a year when the same day is reached again", () => {
    expect([
      monthsBetween("2026-01-31", "2026-02-28"),
      monthsBetween("2026-01-31", "2026-03-31"),
      monthsBetween("2026-03-31", "2026-01-31"),
    ]).toEqual([0, 2, -2]);
    expect([yearsBetween("2004-11-23", "2026-11-22"), yearsBetween("2004-11-22", "2026-11-22")]).toEqual([21, 22]);
  });
});

test.each([new Date(0), new Map(), new Set([1])])(
  "canonical text has no place for %o, whose content it cannot see",
  (value) => {
    expect(() => canonicalJson({ value })).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
  },
);

test("a gap in a list is nothing, and a number is no text of money", () => {
  // biome-ignore lint/suspicious/noSparseArray: what is asked is what becomes of the gap
  expect(canonicalJson([, 1])).toBe("[null,1]");
  expect(readLiteral({ kind: "money", value: 5 } as unknown as Literal)).toBeUndefined();
  expect(readLiteral({ kind: "rate", value: ["5"] } as unknown as Literal)).toBeUndefined();
});

test.each([
  ["no kind", { kind: "text" }],
  ["bounds the wrong way round", { kind: "number", min: count(2), max: count(1) }],
  ["steps of nothing", { kind: "number", advice: { direction: "UP", step: count(0), limit: count(5) } }],
  ["advice to a code that is none", { kind: "enum", values: { A: label }, advice: { choices: [choice("B")] } }],
])("a field with %s is refused", (_, field) => {
  expect(() => defineFields({ x: { label, source: "PROFILE", ...field } } as never)).toThrow(
    expect.objectContaining({ code: "FIELDS_INVALID" }),
  );
});
