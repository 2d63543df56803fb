/** Where a loan stands. It ends SETTLED, EARLY_SETTLED or WRITTEN_OFF. */
export const LoanState = {
  ACTIVE: "ACTIVE",
  IN_GRACE: "IN_GRACE",
  OVERDUE: "OVERDUE",
  RESTRUCTURED: "RESTRUCTURED",
  SETTLED: "SETTLED",
  EARLY_SETTLED: "EARLY_SETTLED",
  WRITTEN_OFF: "WRITTEN_OFF",
} as const;
export type LoanState = (typeof LoanState)[keyof typeof LoanState];

export const loanTransitions: Readonly<Record<LoanState, readonly LoanState[]>> = {
  ACTIVE: ["IN_GRACE", "OVERDUE", "RESTRUCTURED", "SETTLED", "EARLY_SETTLED"],
  IN_GRACE: ["ACTIVE", "OVERDUE", "RESTRUCTURED", "SETTLED", "EARLY_SETTLED"],
  OVERDUE: ["ACTIVE", "RESTRUCTURED", "SETTLED", "EARLY_SETTLED", "WRITTEN_OFF"],
  RESTRUCTURED: ["ACTIVE", "OVERDUE", "SETTLED", "EARLY_SETTLED", "WRITTEN_OFF"],
  SETTLED: [],
  EARLY_SETTLED: [],
  WRITTEN_OFF: [],
};

/** States in which something is still owed and days past due are counted. */
export const RUNNING_STATES = ["ACTIVE", "IN_GRACE", "OVERDUE", "RESTRUCTURED"] as const satisfies readonly LoanState[];

export const isRunning = (state: LoanState): boolean => RUNNING_STATES.some((running) => running === state);

/** DUE on its due day, OVERDUE from the day after; PARTLY_PAID until then once something has been paid. */
export const InstalmentState = {
  UPCOMING: "UPCOMING",
  DUE: "DUE",
  PARTLY_PAID: "PARTLY_PAID",
  PAID: "PAID",
  OVERDUE: "OVERDUE",
} as const;
export type InstalmentState = (typeof InstalmentState)[keyof typeof InstalmentState];
