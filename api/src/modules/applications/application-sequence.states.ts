/** One lender after another: how such a walk stands. */
export const SequenceState = {
  RUNNING: "RUNNING",
  PAUSED: "PAUSED",
  ACCEPTED: "ACCEPTED",
  EXHAUSTED: "EXHAUSTED",
  CANCELLED: "CANCELLED",
} as const;
export type SequenceState = (typeof SequenceState)[keyof typeof SequenceState];

export const sequenceTransitions: Readonly<Record<SequenceState, readonly SequenceState[]>> = {
  RUNNING: ["PAUSED", "ACCEPTED", "EXHAUSTED", "CANCELLED"],
  PAUSED: ["RUNNING", "ACCEPTED", "EXHAUSTED", "CANCELLED"],
  ACCEPTED: [],
  EXHAUSTED: [],
  CANCELLED: [],
};

export const canMoveSequence = (from: SequenceState, to: SequenceState): boolean =>
  sequenceTransitions[from].includes(to);

export const OPEN_SEQUENCES: readonly SequenceState[] = ["RUNNING", "PAUSED"];

/** How one lender of the walk stands. */
export const SequenceStepState = {
  WAITING: "WAITING",
  SENT: "SENT",
  ENDED: "ENDED",
  ACCEPTED: "ACCEPTED",
  SKIPPED: "SKIPPED",
} as const;
export type SequenceStepState = (typeof SequenceStepState)[keyof typeof SequenceStepState];

/** What the order is made for. */
export const SequenceGoal = { LOWEST_COST: "LOWEST_COST", FASTEST: "FASTEST", SUREST: "SUREST" } as const;
export type SequenceGoal = (typeof SequenceGoal)[keyof typeof SequenceGoal];
