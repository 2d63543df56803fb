import type { DecisionTable } from "../model/model.ts";
import { canonicalJson } from "../values/canonical-json.ts";
import { inspectReason, inspectSpan } from "./card.ts";
import {
  expectKind,
  type Inspection,
  inspectLiteral,
  inspectUnique,
  inspectWrite,
  readable,
  report,
} from "./problem.ts";
import { includes, type Segment, segmentsOf, segmentText } from "./segments.ts";

/** Above this many combinations a table is not searched for gaps; the author is told so. */
const combinationLimit = 20_000;

/** Kinds and codes of every cell and output, then gaps, overlaps and unreachable rows over all combinations of inputs. */
export function inspectTable(to: Inspection, table: DecisionTable, at: string): void {
  const before = to.problems.length;
  inspectUnique(
    to,
    table.rows.map(({ id }) => id),
    `${at}.rows`,
  );
  if (table.rows.length === 0) report(to, "ERROR", "EMPTY", `${at}.rows`, "决策表没有行", "the table has no rows");
  for (const [index, { field, kind }] of table.inputs.entries()) {
    expectKind(to, kind, readable(to, field, `${at}.inputs[${index}]`), `${at}.inputs[${index}]`);
  }
  for (const [index, row] of table.rows.entries()) {
    if (row.when.length !== table.inputs.length) {
      report(
        to,
        "ERROR",
        "ROW_WIDTH",
        `${at}.rows[${index}]`,
        "单元格数与输入列数不符",
        "the row has another number of cells than the table has inputs",
      );
    }
    for (const [column, cell] of row.when.entries()) {
      const input = table.inputs[column];
      if (input !== undefined && cell !== null && cell.type !== "missing")
        inspectSpan(to, cell, input.kind, input.field, `${at}.rows[${index}].when[${column}]`);
    }
    inspectEffect(to, table, row.effect, `${at}.rows[${index}].effect`);
  }
  if (table.otherwise !== undefined) inspectEffect(to, table, table.otherwise, `${at}.otherwise`);
  if (!to.problems.slice(before).some(({ severity }) => severity === "ERROR")) inspectCoverage(to, table, at);
  for (const [index, { field, kind }] of table.outputs.entries())
    inspectWrite(to, field, kind, `${at}.outputs[${index}]`);
}

function inspectEffect(
  to: Inspection,
  table: DecisionTable,
  effect: DecisionTable["rows"][number]["effect"],
  at: string,
): void {
  inspectReason(to, effect.reason, `${at}.reason`);
  for (const [field, literal] of Object.entries(effect.set ?? {})) {
    const output = table.outputs.find((column) => column.field === field);
    if (output === undefined)
      report(
        to,
        "ERROR",
        "UNKNOWN_FIELD",
        `${at}.set`,
        `“${field}”不是该表的输出`,
        `${field} is not an output of this table`,
      );
    else inspectLiteral(to, literal, output.kind, `${at}.set.${field}`, field);
  }
}

function inspectCoverage(to: Inspection, table: DecisionTable, at: string): void {
  const columns = table.inputs.map(({ field }, column) => {
    const declared = to.fields[field];
    return declared === undefined
      ? []
      : segmentsOf(
          declared,
          table.rows.map(({ when }) => when[column] ?? null),
        );
  });
  const size = columns.reduce((product, segments) => product * segments.length, 1);
  if (size > combinationLimit) {
    report(to, "WARNING", "NOT_CHECKED", at, "组合过多，未检查覆盖情况", "too many combinations to check coverage");
    return;
  }
  const matching = combinations(columns).map((point) => ({
    point,
    rows: table.rows.flatMap(({ when }, index) =>
      point.every((segment, column) => includes(when[column] ?? null, segment)) ? [index] : [],
    ),
  }));
  inspectGaps(to, table, matching, at);
  for (const index of table.rows.keys()) {
    const isReached = matching.some(({ rows }) =>
      table.hitPolicy === "FIRST" ? rows[0] === index : rows.includes(index),
    );
    if (!isReached)
      report(
        to,
        "ERROR",
        "UNREACHABLE",
        `${at}.rows[${index}]`,
        "该行不会命中",
        "this row can never be the one that holds",
      );
  }
  if (table.hitPolicy === "FIRST")
    inspectOverlaps(
      to,
      table,
      matching.map(({ rows }) => rows),
      at,
    );
}

function inspectGaps(
  to: Inspection,
  table: DecisionTable,
  matching: readonly { point: readonly Segment[]; rows: readonly number[] }[],
  at: string,
): void {
  if (table.hitPolicy === "COLLECT" || table.otherwise !== undefined) return;
  const gap = matching.find(({ rows }) => rows.length === 0);
  if (gap === undefined) return;
  const text = gap.point.map((segment, column) => `${table.inputs[column]?.field} ${segmentText(segment)}`).join(", ");
  report(to, "WARNING", "GAP", at, `没有行覆盖：${text}`, `no row covers: ${text}`);
}

// A special row above a general one is how FIRST is meant; only rows that cut into each other deserve a look.
function inspectOverlaps(to: Inspection, table: DecisionTable, hits: readonly (readonly number[])[], at: string): void {
  const effects = table.rows.map(({ effect }) => canonicalJson(effect));
  for (const later of table.rows.keys()) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const isReached = hits.some((rows) => rows[0] === later);
      const shared = isReached && hits.some((rows) => rows.includes(earlier) && rows.includes(later));
      const isSpecial = !hits.some((rows) => rows.includes(earlier) && !rows.includes(later));
      if (shared && !isSpecial && effects[earlier] !== effects[later]) {
        report(
          to,
          "WARNING",
          "OVERLAP",
          `${at}.rows[${later}]`,
          `与第 ${earlier + 1} 行部分重叠`,
          `partly overlaps row ${earlier + 1}`,
        );
      }
    }
  }
}

function combinations(columns: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  return columns.reduce<readonly (readonly Segment[])[]>(
    (points, segments) => points.flatMap((point) => segments.map((segment) => [...point, segment])),
    [[]],
  );
}
