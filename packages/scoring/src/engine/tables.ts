import type { Truth } from "../model/condition.ts";
import type { Check, TraceEntry } from "../model/decision.ts";
import type { DecisionTable, Outcome, RowEffect, TableRow } from "../model/model.ts";
import { type FactValue, type FieldKind, factOf, type Literal, readLiteral } from "../values/value.ts";
import type { Known } from "./known.ts";
import { checkCell } from "./spans.ts";
import { conjunction } from "./truth.ts";
import { type Argument, compareOutcomes, entry, sound } from "./verdict.ts";

export interface TableResult {
  readonly trace: readonly TraceEntry[];
  readonly arguments: readonly Argument[];
  readonly outputs: ReadonlyMap<string, FactValue>;
}

interface Answer {
  readonly id: string;
  readonly effect: RowEffect;
  readonly result: Truth;
  readonly checks: readonly Check[];
}

const verdictOf = ({ verdict }: RowEffect): Outcome | undefined => (verdict === undefined ? undefined : sound(verdict));
const badness = (effect: RowEffect): number => compareOutcomes(verdictOf(effect) ?? "PASS", "PASS");

function answer(table: DecisionTable, row: TableRow, known: Known, handled: readonly boolean[]): Answer {
  const checks = table.inputs.flatMap(
    (input, column) => checkCell(row.when[column] ?? null, input, known, handled[column] ?? false) ?? [],
  );
  return { id: row.id, effect: row.effect, result: conjunction(checks.map(({ result }) => result)), checks };
}

/** Rows whose effect holds, and whether a missing fact leaves open that another row should have held instead. */
function chosen(
  table: DecisionTable,
  answers: readonly Answer[],
): { readonly rows: readonly Answer[]; readonly isOpen: boolean } {
  const matching = answers.filter(({ result }) => result === "TRUE");
  const open = answers.filter(({ result }) => result === "UNKNOWN");
  if (table.hitPolicy === "COLLECT") return { rows: matching, isOpen: open.length > 0 };
  if (table.hitPolicy === "FIRST") {
    const first = answers.find(({ result }) => result !== "FALSE");
    return first?.result === "UNKNOWN" ? { rows: [], isOpen: true } : { rows: matching.slice(0, 1), isOpen: false };
  }
  const worstRow = matching.reduce<Answer | undefined>(
    (worst, row) => (worst === undefined || badness(row.effect) > badness(worst.effect) ? row : worst),
    undefined,
  );
  // Of equally bad rows the first one holds, so an open row before it may be the one whose reason and outputs count.
  const isOpen = open.some((row) => {
    if (worstRow === undefined) return true;
    const more = badness(row.effect) - badness(worstRow.effect);
    return more > 0 || (more === 0 && answers.indexOf(row) < answers.indexOf(worstRow));
  });
  return { rows: worstRow === undefined ? [] : [worstRow], isOpen };
}

/** Whether a column has a `missing` cell, so that unknown is one of its values. */
export function isMissingHandled(table: DecisionTable, column: number): boolean {
  return table.rows.some(({ when }) => when[column]?.type === "missing");
}

/** One table: its rows in the trace (for FIRST up to the row that settles it), its verdicts, and the fields it writes. */
export function applyTable(table: DecisionTable, known: Known): TableResult {
  const answers: Answer[] = [];
  const handled = table.inputs.map((_, column) => isMissingHandled(table, column));
  for (const row of table.rows) {
    answers.push(answer(table, row, known, handled));
    if (table.hitPolicy === "FIRST" && answers.at(-1)?.result !== "FALSE") break;
  }
  const { rows, isOpen } = chosen(table, answers);
  const fallsThrough = rows.length === 0 && !isOpen;
  const effects = fallsThrough && table.otherwise !== undefined ? [table.otherwise] : rows.map(({ effect }) => effect);
  const isUnanswered = fallsThrough && table.otherwise === undefined && table.hitPolicy !== "COLLECT";

  const trace = answers.map((step) =>
    entry({
      stage: "TABLE",
      rule: `${table.id}/${step.id}`,
      operator: "row",
      result: step.result,
      verdict: rows.includes(step) ? (verdictOf(step.effect) ?? null) : null,
      checks: step.checks,
    }),
  );
  const told: Argument[] = effects.flatMap((effect) => {
    const verdict = verdictOf(effect);
    return verdict === undefined ? [] : [{ verdict, reason: effect.reason ?? null }];
  });
  if (isOpen)
    told.push({
      verdict: table.whenUnknown === "REJECT" ? "REJECT" : "REFER",
      reason: isSilent(table) ? null : "INFORMATION_MISSING",
    });
  if (isUnanswered) told.push({ verdict: "REFER", reason: null });
  if (isOpen || fallsThrough) {
    const verdict =
      isOpen || isUnanswered ? (told.at(-1)?.verdict ?? null) : (verdictOf(table.otherwise ?? {}) ?? null);
    trace.push(
      entry({
        stage: "TABLE",
        rule: table.id,
        operator: "otherwise",
        result: isOpen || isUnanswered ? "UNKNOWN" : "TRUE",
        verdict,
      }),
    );
  }
  return { trace, arguments: told, outputs: isOpen || isUnanswered ? new Map() : outputsOf(table, effects) };
}

// A table none of whose adverse rows may be told (a fraud table) must not reveal by its questions what it looks at.
function isSilent(table: DecisionTable): boolean {
  const effects = [...table.rows.map(({ effect }) => effect), table.otherwise ?? {}].filter(
    (effect) => badness(effect) > 0,
  );
  return effects.length > 0 && effects.every(({ reason }) => (reason ?? null) === null);
}

function outputsOf(table: DecisionTable, effects: readonly RowEffect[]): ReadonlyMap<string, FactValue> {
  const outputs = new Map<string, FactValue>();
  for (const { field, kind } of table.outputs) {
    const literals = effects.flatMap(({ set }) =>
      set !== undefined && Object.hasOwn(set, field) ? (set[field] ?? []) : [],
    );
    const value = table.hitPolicy === "COLLECT" ? totalOf(kind, literals) : literals[0] && readLiteral(literals[0]);
    if (value !== undefined) outputs.set(field, value);
  }
  return outputs;
}

function totalOf(kind: FieldKind, literals: readonly Literal[]): FactValue | undefined {
  const values = literals.map(readLiteral);
  if (kind === "enum" || kind === "boolean" || kind === "date") return values[0];
  let total = 0n;
  for (const value of values) {
    if (typeof value !== "bigint" && typeof value !== "number") return undefined;
    total += BigInt(value);
  }
  return factOf(kind, kind === "money" ? total : Number(total));
}
