/**
 * Whether a value has the shape of a DecisionModel at all: it may come from a file or an editor that no compiler has
 * looked at. What the shape promises need not be checked again.
 */
import { type Inspection, report } from "./problem.ts";

type Shape = (to: Inspection, value: unknown, at: string, depth: number) => void;

/** No policy anybody can read is nested deeper. */
const DEEPEST = 64;

const wrong = (to: Inspection, at: string, zh: string, en: string): void =>
  report(to, "ERROR", "BAD_SHAPE", at, zh, en);

const typed =
  (type: "string" | "number" | "boolean", zh: string, en: string): Shape =>
  (to, value, at) => {
    if (typeof value !== type) wrong(to, at, `应为${zh}`, `expected ${en}`);
  };
const text = typed("string", "文字", "text");
const number = typed("number", "数字", "a number");
const truth = typed("boolean", "是或否", "true or false");

const oneOf =
  (...codes: readonly (string | number)[]): Shape =>
  (to, value, at) => {
    const known = codes.join(", ");
    if (!codes.some((code) => code === value)) wrong(to, at, `应为 ${known} 之一`, `expected one of ${known}`);
  };

const nullable =
  (shape: Shape): Shape =>
  (to, value, at, depth) => {
    if (value !== null) shape(to, value, at, depth);
  };

const list =
  (shape: Shape): Shape =>
  (to, value, at, depth) => {
    if (!Array.isArray(value)) wrong(to, at, "应为列表", "expected a list");
    else for (const [index, item] of value.entries()) shape(to, item, `${at}[${index}]`, depth);
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const named =
  (shape: Shape): Shape =>
  (to, value, at, depth) => {
    if (!isObject(value)) wrong(to, at, "应为对象", "expected an object");
    else for (const [key, member] of Object.entries(value)) shape(to, member, `${at}.${key}`, depth);
  };

/** Members by name; those in `optional` may be left out, and no others may be there. */
const record =
  (members: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (to, value, at, depth) => {
    if (!isObject(value)) return wrong(to, at, "应为对象", "expected an object");
    const prefix = at === "" ? "" : `${at}.`;
    const known = { ...members, ...optional };
    for (const key of Object.keys(value))
      if (!Object.hasOwn(known, key)) wrong(to, `${prefix}${key}`, "没有这一项", "there is no such member");
    for (const [key, shape] of Object.entries(known)) {
      const member = Object.hasOwn(value, key) ? value[key] : undefined;
      const mayBeAbsent = Object.hasOwn(optional, key);
      if (member !== undefined || !mayBeAbsent) shape(to, member, `${prefix}${key}`, depth);
    }
  };

/** One of several records, told apart by one of their members. */
const tagged =
  (tag: string, kinds: Readonly<Record<string, Readonly<Record<string, Shape>>>>): Shape =>
  (to, value, at, depth) => {
    if (depth > DEEPEST) return wrong(to, at, "嵌套过深", "nested too deeply");
    const kind = isObject(value) && Object.hasOwn(value, tag) ? String(value[tag]) : "";
    const members = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!members) return oneOf(...Object.keys(kinds))(to, kind, `${at}.${tag}`, depth);
    record({ [tag]: oneOf(kind), ...members })(to, value, at, depth + 1);
  };

const kind = oneOf("money", "rate", "number", "enum", "boolean", "date");
const outcome = oneOf("PASS", "REFER", "REJECT");
const severity = oneOf("REFER", "REJECT");
const reason = nullable(text);
const words = record({ zh: text, en: text });

const literal = tagged("kind", {
  money: { value: text },
  rate: { value: text },
  number: { value: number },
  enum: { value: text },
  boolean: { value: truth },
  date: { value: text },
});
const operand: Shape = (to, value, at, depth) => {
  const isField = isObject(value) && Object.hasOwn(value, "field");
  (isField ? record({ kind, field: text }) : literal)(to, value, at, depth);
};

const condition: Shape = (to, value, at, depth) => conditions(to, value, at, depth);
const conditions = tagged("type", {
  all: { of: list(condition) },
  any: { of: list(condition) },
  not: { of: condition },
  compare: { field: text, operator: oneOf("lt", "le", "eq", "ne", "ge", "gt"), to: operand },
  between: { field: text, low: literal, high: literal },
  in: { field: text, values: list(literal) },
  isKnown: { field: text },
});

const expression: Shape = (to, value, at, depth) => expressions(to, value, at, depth);
const listed = { of: list(expression) };
const pair = { left: expression, right: expression };
const stretch = { from: expression, to: expression };
const expressions = tagged("type", {
  value: { value: literal },
  field: { field: text },
  sum: listed,
  least: listed,
  greatest: listed,
  firstKnown: listed,
  difference: pair,
  times: pair,
  dividedBy: pair,
  share: pair,
  ratio: pair,
  days: stretch,
  months: stretch,
  years: stretch,
  choose: { when: condition, take: expression, otherwise: expression },
});

const spans = { within: { from: nullable(literal), to: nullable(literal) }, in: { values: list(literal) } };
const span = tagged("type", spans);
const cell = nullable(tagged("type", { ...spans, missing: {} }));
const column = record({ field: text, kind });
const effect = record({}, { verdict: outcome, reason, set: named(literal) });

const card = record({
  id: text,
  writes: text,
  base: number,
  characteristics: list(
    record({ id: text, field: text, kind, bins: list(record({ span, points: number })), missing: number, reason }),
  ),
  bands: list(record({ id: text, from: nullable(number), outcome })),
});

const model = record({
  format: oneOf(1),
  derived: list(record({ field: text, kind, formula: expression })),
  rules: list(record({ id: text, severity, when: condition, message: words, reason }, { whenUnknown: severity })),
  card: nullable(card),
  tables: list(
    record(
      {
        id: text,
        hitPolicy: oneOf("FIRST", "COLLECT", "WORST_OF"),
        inputs: list(column),
        outputs: list(column),
        rows: list(record({ id: text, when: list(cell), effect })),
      },
      { otherwise: effect, whenUnknown: severity },
    ),
  ),
  terms: nullable(
    record({
      requestedAmount: text,
      maxAmount: expression,
      step: literal,
      minimum: literal,
      belowMinimum: severity,
      reason,
      annualRate: expression,
      termMonths: expression,
    }),
  ),
});

/** Reports everything that has not the shape of a model. */
export const inspectShape = (to: Inspection, value: unknown): void => model(to, value, "", 0);
