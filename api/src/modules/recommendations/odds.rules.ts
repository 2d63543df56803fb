/** When odds may be told, and in which words. */
import { OddsBand } from "./match.states.js";

/** What is known of how an institution's odds were kept. */
export interface KeptPromise {
  readonly count: number;
  readonly calibrationError: number;
  readonly points: readonly { readonly predicted: number; readonly low: number }[];
}

export interface TellingRules {
  /** As a share, not parts per million. */
  readonly maxCalibrationError: number;
  readonly fewestOutcomes: number;
  readonly preApprovedShare: number;
}

export interface ToldOdds {
  /** Whole percent. */
  readonly percent: number;
  readonly band: OddsBand;
  /** Whether the word pre-approved is earned: so likely, and kept where so much was promised before. */
  readonly isPreApproved: boolean;
}

const BANDS: readonly (readonly [number, OddsBand])[] = [
  [0.7, OddsBand.HIGH],
  [0.4, OddsBand.MEDIUM],
];

export const bandOf = (chance: number): OddsBand => BANDS.find(([from]) => chance >= from)?.[1] ?? OddsBand.LOW;

/** Odds are told only where enough outcomes show that they were kept. */
export const mayTell = (promise: KeptPromise | undefined, rules: TellingRules): boolean =>
  promise !== undefined &&
  promise.count >= rules.fewestOutcomes &&
  promise.calibrationError <= rules.maxCalibrationError;

/** The odds as somebody may be told them, or null where the institution's record does not bear them out. */
export function toldOdds(chance: number, promise: KeptPromise | undefined, rules: TellingRules): ToldOdds | null {
  if (!promise || !mayTell(promise, rules)) return null;
  const alike = promise.points.filter(({ predicted }) => predicted <= chance + 1e-9).at(-1);
  const isPreApproved = chance >= rules.preApprovedShare && (alike?.low ?? 0) >= rules.preApprovedShare;
  return { percent: Math.round(chance * 100), band: bandOf(chance), isPreApproved };
}
