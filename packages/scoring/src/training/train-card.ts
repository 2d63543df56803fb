import type { Characteristic, ScoreBand, ScoreCard } from "../model/model.ts";
import { ScoringError } from "../scoring-error.ts";
import { type Binned, type BinningLimits, binColumn, type TrainingColumn } from "./binning.ts";
import { fitLogistic } from "./logistic.ts";

/** 50 points double the odds of good to bad, and 600 points stand for 20 to 1. */
const pointsPerDoubling = 50;
export const factor = pointsPerDoubling / Math.LN2;
export const offset = 600 - factor * Math.log(20);

export interface TrainingOptions extends BinningLimits {
  readonly id: string;
  readonly writes: string;
  readonly bands: readonly ScoreBand[];
  /** Characteristics that tell less than this (information value) are left out. */
  readonly minInformation: number;
  readonly ridge: number;
}

export const trainingDefaults: TrainingOptions = {
  id: "trained",
  writes: "creditScore",
  bands: [{ id: "all", from: null, outcome: "REFER" }],
  maxBins: 6,
  minShare: 0.03,
  minChiSquare: 2.7,
  minInformation: 0.01,
  ridge: 5,
};

/** A card in whole points, with the losses of its last fit and the information value of every kept characteristic. */
export interface TrainedCard {
  readonly card: ScoreCard;
  readonly losses: readonly number[];
  readonly information: Readonly<Record<string, number>>;
  readonly warnings: readonly ("FEW_OUTCOMES" | "FEW_BADS")[];
}

interface Candidate {
  readonly column: TrainingColumn;
  readonly binned: Binned;
  readonly woe: readonly number[];
  readonly values: Float64Array;
  readonly information: number;
}

/**
 * A weight-of-evidence logistic score card from past cases (1 = went bad). Deterministic. Characteristics whose weight
 * would turn against their own evidence are dropped, so every bin's points follow its odds. Below 1,000 outcomes or 100
 * bads it still trains but warns: an expert card is the better choice there.
 */
export function trainCard(
  columns: readonly TrainingColumn[],
  isBad: Uint8Array,
  options: Partial<TrainingOptions> = {},
): TrainedCard {
  const settings = { ...trainingDefaults, ...options };
  for (const { id, values } of columns)
    if (values.length !== isBad.length)
      throw new ScoringError("TRAINING_INVALID", `column ${id}: one value per outcome`);
  const isGood = isBad.map((bad) => 1 - bad);
  let kept = columns
    .map((column) => candidate(column, isBad, settings))
    .filter(({ information }) => information >= settings.minInformation);
  let fit = fitLogistic(
    kept.map(({ values }) => values),
    isGood,
    settings.ridge,
  );
  while (fit.weights.some((weight) => weight <= 0)) {
    const { weights } = fit;
    kept = kept.filter((_, index) => (weights[index] ?? 0) > 0);
    fit = fitLogistic(
      kept.map(({ values }) => values),
      isGood,
      settings.ridge,
    );
  }
  const bads = isBad.reduce((sum, bad) => sum + bad, 0);
  const scaled = kept.map((each, index) => characteristicOf(each, fit.weights[index] ?? 0));
  const lowest = scaled.reduce((sum, { shift }) => sum + shift, 0);
  const { id, writes, bands } = settings;
  return {
    card: {
      id,
      writes,
      bands,
      base: Math.round(offset + factor * fit.intercept) + lowest,
      characteristics: scaled.map(({ characteristic }) => characteristic),
    },
    losses: fit.losses,
    information: Object.fromEntries(kept.map(({ column, information }) => [column.id, information])),
    warnings: [
      ...(isBad.length < 1_000 ? (["FEW_OUTCOMES"] as const) : []),
      ...(bads < 100 ? (["FEW_BADS"] as const) : []),
    ],
  };
}

/** The probability of going bad that a score of such a card stands for. */
export function probabilityOfBad(score: number): number {
  return 1 / (1 + Math.exp((score - offset) / factor));
}

function candidate(column: TrainingColumn, isBad: Uint8Array, settings: TrainingOptions): Candidate {
  const binned = binColumn(column, isBad, settings);
  const groups = [...binned.tallies, binned.missing];
  const goods = groups.reduce((sum, { good }) => sum + good, 0);
  const bads = groups.reduce((sum, { bad }) => sum + bad, 0);
  // Half a case on either side keeps an all-good group finite.
  const evidence = groups.map(
    ({ good, bad }) =>
      Math.log((good + 0.5) / (goods + 0.5 * groups.length)) - Math.log((bad + 0.5) / (bads + 0.5 * groups.length)),
  );
  const least = Math.min(...evidence.slice(0, -1));
  // Too few missing values to learn from: they count as the worst group, so that hiding a fact never pays.
  const isMissingKnown = binned.missing.good + binned.missing.bad >= settings.minShare * isBad.length;
  const woe = evidence.map((value, index) => (index < binned.tallies.length || isMissingKnown ? value : least));
  const information = groups.reduce(
    (sum, { good, bad }, index) => sum + (good / goods - bad / bads) * (woe[index] ?? 0),
    0,
  );
  const values = new Float64Array(isBad.length);
  for (let row = 0; row < isBad.length; row += 1) values[row] = woe[binned.indexOf[row] ?? 0] ?? 0;
  return { column, binned, woe, values, information };
}

// Points start at zero in the worst group; what that takes away is put into the card's base.
function characteristicOf(
  { column, binned, woe }: Candidate,
  weight: number,
): { readonly characteristic: Characteristic; readonly shift: number } {
  const points = woe.map((value) => Math.round(factor * weight * value));
  const shift = Math.min(...points);
  const { id, field, kind, reason } = column;
  const bins = binned.spans.map((span, index) => ({ span, points: (points[index] ?? 0) - shift }));
  return { shift, characteristic: { id, field, kind, reason, bins, missing: (points.at(-1) ?? 0) - shift } };
}
