/** How long applications really took, in working minutes, and what that lets one expect of the next. */
import { ApplicationState } from "./application.states.js";
import { ExpectedStep } from "./expected-time.states.js";

/** A state as it was reached, by business time; histories are told oldest first. */
export interface ReachedState {
  readonly state: ApplicationState;
  readonly at: Date;
}

/** Working minutes between two moments. */
export type CountWorkingMinutes = (from: Date, to: Date) => number;

export type Durations = Readonly<Partial<Record<ExpectedStep, { readonly minutes: number; readonly endedAt: Date }>>>;

/** With fewer cases than this nothing is said: one slow week would be taken for the rule. */
export const FEWEST_CASES = 20;

const DECIDED: readonly ApplicationState[] = ["APPROVED", "COUNTER_OFFERED", "REJECTED"];

const isDecided = ({ state }: ReachedState): boolean => DECIDED.includes(state);

/** Working minutes of a stretch of history up to a moment; while documents are awaited the clock stands still. */
export function workedMinutes(stretch: readonly ReachedState[], until: Date, count: CountWorkingMinutes): number {
  return stretch.reduce((total, { state, at }, index) => {
    const end = stretch[index + 1]?.at ?? until;
    return state === ApplicationState.NEED_MORE_INFO ? total : total + count(at, end);
  }, 0);
}

/** What an application's history adds to the figures: each stretch that came to its end, the first time it did. */
export function durationsOf(history: readonly ReachedState[], count: CountWorkingMinutes): Durations {
  const decidedIndex = history.findIndex(isDecided);
  const ended: { -readonly [Step in keyof Durations]: Durations[Step] } = {};
  const measure = (step: ExpectedStep, from: number, to: number): void => {
    const end = history[to];
    if (from < 0 || !end || to <= from) return;
    ended[step] = { minutes: workedMinutes(history.slice(from, to), end.at, count), endedAt: end.at };
  };
  const indexOf = (state: ApplicationState): number => history.findIndex((step) => step.state === state);
  if (decidedIndex >= 0) {
    measure(ExpectedStep.DECISION, indexOf(ApplicationState.SUBMITTED), decidedIndex);
    measure(ExpectedStep.REVIEW, indexOf(ApplicationState.UNDER_REVIEW), decidedIndex);
  }
  measure(ExpectedStep.PAYOUT, indexOf(ApplicationState.CONTRACTED), indexOf(ApplicationState.DISBURSED));
  return ended;
}

/** The smallest value that at least that share of the cases keeps within (nearest rank); undefined for none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export interface Expectation {
  readonly caseCount: number;
  readonly medianMinutes: number | null;
  readonly ninetiethMinutes: number | null;
}

/** Half of the cases and nine of ten: known from twenty cases on. */
export function expectationOf(minutes: readonly number[]): Expectation {
  const isKnown = minutes.length >= FEWEST_CASES;
  return {
    caseCount: minutes.length,
    medianMinutes: isKnown ? (percentile(minutes, 0.5) ?? null) : null,
    ninetiethMinutes: isKnown ? (percentile(minutes, 0.9) ?? null) : null,
  };
}

const STEP_OF_STATE: Readonly<Partial<Record<ApplicationState, ExpectedStep>>> = {
  SUBMITTED: ExpectedStep.DECISION,
  SCREENING: ExpectedStep.DECISION,
  UNDER_REVIEW: ExpectedStep.REVIEW,
  NEED_MORE_INFO: ExpectedStep.REVIEW,
  CONTRACTED: ExpectedStep.PAYOUT,
  DISBURSING: ExpectedStep.PAYOUT,
  DISBURSE_FAILED: ExpectedStep.PAYOUT,
};
const BEGINS: Readonly<Record<ExpectedStep, ApplicationState>> = {
  DECISION: "SUBMITTED",
  REVIEW: "UNDER_REVIEW",
  PAYOUT: "CONTRACTED",
};

/** The stretch an application is on, from where it began; a review asked for again begins anew. Undefined when it is on none. */
export function presentStretch(
  history: readonly ReachedState[],
): { readonly step: ExpectedStep; readonly stretch: readonly ReachedState[] } | undefined {
  const present = history.at(-1);
  const step = present && STEP_OF_STATE[present.state];
  if (!step) return undefined;
  const sinceDecision = step === ExpectedStep.REVIEW ? history.slice(history.findLastIndex(isDecided) + 1) : history;
  const begun = sinceDecision.findIndex(({ state }) => state === BEGINS[step]);
  return begun < 0 ? undefined : { step, stretch: sinceDecision.slice(begun) };
}
