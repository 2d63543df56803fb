import { bestPoints } from "../engine/card.ts";
import { compareOutcomes } from "../engine/verdict.ts";
import type { Characteristic, ScoreCard, Span } from "../model/model.ts";
import { compareValues, type FieldKind, isOrdered, readLiteral } from "../values/value.ts";
import { isReasonCode } from "../words/reasons.ts";
import {
  expectKind,
  type Inspection,
  inspectLiteral,
  inspectUnique,
  inspectWrite,
  readable,
  report,
} from "./problem.ts";
import { includes, segmentsOf, segmentText } from "./segments.ts";

/** Whole points, bins that cover every value exactly once, and bands that never get worse as the score rises. */
export function inspectCard(to: Inspection, card: ScoreCard, at: string): void {
  inspectPoints(to, card.base, `${at}.base`);
  inspectUnique(
    to,
    card.characteristics.map(({ id }) => id),
    `${at}.characteristics`,
  );
  for (const [index, characteristic] of card.characteristics.entries())
    inspectCharacteristic(to, characteristic, `${at}.characteristics[${index}]`);
  if (card.characteristics.length === 0)
    report(to, "ERROR", "EMPTY", `${at}.characteristics`, "评分卡没有变量", "the card has no characteristics");
  inspectBands(to, card, `${at}.bands`);
  inspectWrite(to, card.writes, "number", `${at}.writes`);
}

function inspectPoints(to: Inspection, points: number, at: string): void {
  if (!Number.isSafeInteger(points))
    report(to, "ERROR", "BAD_POINTS", at, "分值必须是整数", "points must be whole numbers");
}

/** Checks one reason code that came from JSON. */
export function inspectReason(to: Inspection, reason: string | null | undefined, at: string): void {
  if (reason == null || isReasonCode(reason)) return;
  report(to, "ERROR", "UNKNOWN_REASON", at, `原因代码“${reason}”不存在`, `reason code ${reason} does not exist`);
}

/** Checks the literals of a span; true when it can hold any value at all. */
export function inspectSpan(to: Inspection, span: Span, kind: FieldKind | null, field: string, at: string): boolean {
  const literals = span.type === "in" ? span.values : [span.from, span.to].filter((end) => end !== null);
  for (const literal of literals) inspectLiteral(to, literal, kind, at, field);
  if (span.type === "in") {
    if (span.values.length > 0 && kind !== "date") return true;
    report(to, "ERROR", "EMPTY", at, "取值列表为空或不适用于日期", "the list is empty, or lists dates");
    return false;
  }
  if (kind !== null && !isOrdered(kind)) {
    report(to, "ERROR", "WRONG_KIND", at, `${kind} 类型没有区间`, `${kind} values have no intervals`);
    return false;
  }
  const [from, end] = [span.from && readLiteral(span.from), span.to && readLiteral(span.to)];
  if (from == null || end == null || compareValues(from, end) < 0) return true;
  report(to, "ERROR", "UNREACHABLE", at, "区间为空", "the interval is empty");
  return false;
}

function inspectCharacteristic(to: Inspection, characteristic: Characteristic, at: string): void {
  const { field, kind, bins, missing, reason } = characteristic;
  const actual = readable(to, field, `${at}.field`);
  expectKind(to, kind, actual, `${at}.kind`);
  inspectReason(to, reason, `${at}.reason`);
  inspectPoints(to, missing, `${at}.missing`);
  for (const [index, { points }] of bins.entries()) inspectPoints(to, points, `${at}.bins[${index}].points`);
  const sound = bins.filter(({ span }, index) => inspectSpan(to, span, actual, field, `${at}.bins[${index}]`));
  if (bins.length === 0) report(to, "ERROR", "EMPTY", `${at}.bins`, "变量没有分箱", "the characteristic has no bins");
  else if (missing >= bestPoints(characteristic)) {
    report(
      to,
      "WARNING",
      "MISSING_REWARDED",
      `${at}.missing`,
      "缺失值的得分不低于最高分箱",
      "a missing value earns as much as the best bin",
    );
  }
  const declared = Object.hasOwn(to.fields, field) ? to.fields[field] : undefined;
  if (declared?.protected === true) {
    report(
      to,
      "WARNING",
      "PROTECTED_FIELD",
      `${at}.field`,
      `“${field}”是受保护特征`,
      `${field} is a protected attribute`,
    );
  }
  if (declared === undefined || sound.length < bins.length || actual !== kind) return;
  const reached = new Set<number>();
  for (const segment of segmentsOf(
    declared,
    bins.map(({ span }) => span),
  )) {
    const hits = bins.flatMap(({ span }, index) => (includes(span, segment) ? [index] : []));
    for (const hit of hits) reached.add(hit);
    const text = segmentText(segment);
    if (hits.length === 0) report(to, "ERROR", "GAP", `${at}.bins`, `没有分箱覆盖 ${text}`, `no bin covers ${text}`);
    if (hits.length > 1)
      report(to, "ERROR", "OVERLAP", `${at}.bins`, `多个分箱覆盖 ${text}`, `several bins cover ${text}`);
  }
  for (const index of bins.keys()) {
    if (!reached.has(index))
      report(to, "ERROR", "UNREACHABLE", `${at}.bins[${index}]`, "该分箱不会命中", "no value can reach this bin");
  }
}

function inspectBands(to: Inspection, { bands }: ScoreCard, at: string): void {
  inspectUnique(
    to,
    bands.map(({ id }) => id),
    at,
  );
  if (bands[0] === undefined) report(to, "ERROR", "EMPTY", at, "没有分数段", "there are no score bands");
  else if (bands[0].from !== null)
    report(to, "ERROR", "GAP", `${at}[0]`, "最低分数段必须没有下限", "the lowest band must have no lower end");
  for (const [index, band] of bands.entries()) {
    if (band.from !== null) inspectPoints(to, band.from, `${at}[${index}].from`);
    const before = bands[index - 1];
    if (before === undefined) continue;
    if (band.from === null || (before.from !== null && band.from <= before.from)) {
      report(to, "ERROR", "BAND_ORDER", `${at}[${index}]`, "分数段必须从低到高排列", "bands must run from low to high");
    }
    if (compareOutcomes(band.outcome, before.outcome) > 0) {
      report(
        to,
        "ERROR",
        "BAND_ORDER",
        `${at}[${index}]`,
        "更高的分数不能得到更差的结果",
        "a higher score must not get a worse outcome",
      );
    }
  }
}
