import type { ScoreReason, ScoreResult, TraceEntry } from "../model/decision.ts";
import type { Characteristic, ScoreBand, ScoreCard } from "../model/model.ts";
import { count, type Facts, factOf, writeLiteral } from "../values/value.ts";
import { type Known, knownOf } from "./known.ts";
import { covers, limitOf } from "./spans.ts";
import { entry, sound } from "./verdict.ts";

/** At most this many characteristics are named to an applicant. */
const reasonLimit = 4;

/** The most points a characteristic can give to a known value. */
export function bestPoints(characteristic: Characteristic): number {
  return characteristic.bins.reduce((best, bin) => Math.max(best, bin.points), Number.NEGATIVE_INFINITY);
}

/** The points of one characteristic, with its trace entry; an unknown value, or one outside every bin, gets `missing`. */
export function pointsOf(characteristic: Characteristic, known: Known): TraceEntry {
  const { id, field, kind, missing } = characteristic;
  const value = factOf(kind, known.get(field));
  const actual = writeLiteral(kind, value);
  const bin = value === undefined ? undefined : characteristic.bins.find(({ span }) => covers(span, value));
  if (bin === undefined)
    return entry({ stage: "CARD", rule: id, field, operator: "missing", actual, result: "UNKNOWN", points: missing });
  return entry({
    stage: "CARD",
    rule: id,
    field,
    operator: bin.span.type,
    actual,
    limit: limitOf(bin.span),
    result: "TRUE",
    points: bin.points,
  });
}

/** The band a score falls into: the last one that starts at or below it. */
export function bandOf(card: ScoreCard, points: number): ScoreBand | undefined {
  return card.bands.findLast(({ from }) => from === null || points >= from);
}

/** The whole card: points, band, and what cost the applicant most. A card without a fitting band refers. */
export function applyCard(
  card: ScoreCard,
  known: Known,
): { readonly trace: readonly TraceEntry[]; readonly score: ScoreResult } {
  const trace = card.characteristics.map((characteristic) => pointsOf(characteristic, known));
  const points = trace.reduce((sum, step) => sum + (step.points ?? 0), card.base);
  const band = bandOf(card, points);
  const bandOutcome = band === undefined ? "REFER" : sound(band.outcome);
  const closing = entry({
    stage: "CARD",
    rule: `${card.id}/${band?.id ?? "none"}`,
    field: card.writes,
    operator: "band",
    actual: count(points),
    limit: [band?.from == null ? null : count(band.from)],
    result: band === undefined ? "UNKNOWN" : "TRUE",
    points,
    verdict: bandOutcome,
  });
  const score: ScoreResult = { points, band: band?.id ?? "none", bandOutcome, reasons: lossesOf(card, trace) };
  return { trace: [...trace, closing], score };
}

// The sort is stable, so equal losses keep the card's order and a replay names the same four.
function lossesOf(card: ScoreCard, trace: readonly TraceEntry[]): readonly ScoreReason[] {
  const losses = card.characteristics.flatMap((characteristic, index): ScoreReason[] => {
    const lostPoints = bestPoints(characteristic) - (trace[index]?.points ?? 0);
    return characteristic.reason === null || !(lostPoints > 0)
      ? []
      : [{ characteristic: characteristic.id, reason: characteristic.reason, lostPoints }];
  });
  return losses.sort((a, b) => b.lostPoints - a.lostPoints).slice(0, reasonLimit);
}

/** A card alone over facts: for training, monitoring and the platform score; `decide` is for underwriting. */
export function scoreFacts(card: ScoreCard, facts: Facts): ScoreResult {
  return applyCard(card, knownOf(facts)).score;
}
