/** The one state machine of an application, and the words that hang on it. */
export const ApplicationState = {
  DRAFT: "DRAFT",
  SUBMITTED: "SUBMITTED",
  SCREENING: "SCREENING",
  UNDER_REVIEW: "UNDER_REVIEW",
  NEED_MORE_INFO: "NEED_MORE_INFO",
  COUNTER_OFFERED: "COUNTER_OFFERED",
  APPROVED: "APPROVED",
  CONTRACT_PENDING: "CONTRACT_PENDING",
  CONTRACTED: "CONTRACTED",
  DISBURSING: "DISBURSING",
  DISBURSE_FAILED: "DISBURSE_FAILED",
  DISBURSED: "DISBURSED",
  REJECTED: "REJECTED",
  WITHDRAWN: "WITHDRAWN",
  EXPIRED: "EXPIRED",
  CANCELLED: "CANCELLED",
} as const;
export type ApplicationState = (typeof ApplicationState)[keyof typeof ApplicationState];

/** Which state may follow which; an empty list is an end. */
export const applicationTransitions: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  DRAFT: ["SUBMITTED", "EXPIRED"],
  SUBMITTED: ["SCREENING", "WITHDRAWN"],
  SCREENING: ["UNDER_REVIEW", "APPROVED", "REJECTED", "WITHDRAWN"],
  UNDER_REVIEW: ["NEED_MORE_INFO", "COUNTER_OFFERED", "APPROVED", "REJECTED", "WITHDRAWN"],
  NEED_MORE_INFO: ["UNDER_REVIEW", "EXPIRED", "WITHDRAWN"],
  COUNTER_OFFERED: ["APPROVED", "WITHDRAWN", "EXPIRED"],
  APPROVED: ["CONTRACT_PENDING", "EXPIRED", "WITHDRAWN"],
  CONTRACT_PENDING: ["CONTRACTED", "EXPIRED", "WITHDRAWN"],
  CONTRACTED: ["DISBURSING", "CANCELLED"],
  DISBURSING: ["DISBURSED", "DISBURSE_FAILED"],
  DISBURSE_FAILED: ["DISBURSING", "CANCELLED"],
  DISBURSED: [],
  /** Only where a model refused and the borrower asks for a person. */
  REJECTED: ["UNDER_REVIEW"],
  WITHDRAWN: [],
  EXPIRED: [],
  CANCELLED: [],
};

export const canMove = (from: ApplicationState, to: ApplicationState): boolean =>
  applicationTransitions[from].includes(to);

/** The five steps a borrower is shown. */
export const ApplicationStep = {
  SUBMITTED: "SUBMITTED",
  UNDER_REVIEW: "UNDER_REVIEW",
  APPROVED: "APPROVED",
  DISBURSING: "DISBURSING",
  DISBURSED: "DISBURSED",
} as const;
export type ApplicationStep = (typeof ApplicationStep)[keyof typeof ApplicationStep];

/** The step of each state; an ended application stays on the step it had last reached. */
export const stepOfState: Readonly<Partial<Record<ApplicationState, ApplicationStep>>> = {
  DRAFT: "SUBMITTED",
  SUBMITTED: "SUBMITTED",
  SCREENING: "UNDER_REVIEW",
  UNDER_REVIEW: "UNDER_REVIEW",
  NEED_MORE_INFO: "UNDER_REVIEW",
  COUNTER_OFFERED: "UNDER_REVIEW",
  REJECTED: "UNDER_REVIEW",
  APPROVED: "APPROVED",
  CONTRACT_PENDING: "APPROVED",
  CONTRACTED: "APPROVED",
  DISBURSING: "DISBURSING",
  DISBURSE_FAILED: "DISBURSING",
  DISBURSED: "DISBURSED",
};

/** Still under way: a borrower may have one such application per product. */
export const OPEN_STATES = [
  "SUBMITTED",
  "SCREENING",
  "UNDER_REVIEW",
  "NEED_MORE_INFO",
  "COUNTER_OFFERED",
  "APPROVED",
  "CONTRACT_PENDING",
  "CONTRACTED",
  "DISBURSING",
  "DISBURSE_FAILED",
] as const satisfies readonly ApplicationState[];

export const isOpenState = (state: ApplicationState): boolean => OPEN_STATES.some((open) => open === state);

/** States a borrower may still withdraw from. */
export const WITHDRAWABLE_STATES: readonly ApplicationState[] = OPEN_STATES.filter((state) =>
  canMove(state, ApplicationState.WITHDRAWN),
);

/** From signing on the lender needs the data to service the loan, so its consent cannot be taken back here. */
export const SIGNED_STATES: readonly ApplicationState[] = ["CONTRACTED", "DISBURSING", "DISBURSE_FAILED", "DISBURSED"];

export const LoanPurpose = {
  RENOVATION: "RENOVATION",
  CAR: "CAR",
  EDUCATION: "EDUCATION",
  MEDICAL: "MEDICAL",
  TRAVEL: "TRAVEL",
  WEDDING: "WEDDING",
  DAILY_CONSUMPTION: "DAILY_CONSUMPTION",
  BUSINESS: "BUSINESS",
  DEBT_CONSOLIDATION: "DEBT_CONSOLIDATION",
  OTHER: "OTHER",
} as const;
export type LoanPurpose = (typeof LoanPurpose)[keyof typeof LoanPurpose];

export const ApplicationAction = {
  WITHDRAW: "WITHDRAW",
  SUPPLY_DOCUMENT: "SUPPLY_DOCUMENT",
  ACCEPT_OFFER: "ACCEPT_OFFER",
  DECLINE_OFFER: "DECLINE_OFFER",
  READ_DISCLOSURE: "READ_DISCLOSURE",
  SIGN: "SIGN",
  REQUEST_DOCUMENT: "REQUEST_DOCUMENT",
  DECIDE: "DECIDE",
  ASSIGN: "ASSIGN",
  RETRY_DISBURSEMENT: "RETRY_DISBURSEMENT",
} as const;
export type ApplicationAction = (typeof ApplicationAction)[keyof typeof ApplicationAction];

export const ApplicationSort = { NEWEST: "NEWEST", DUE_FIRST: "DUE_FIRST" } as const;
export type ApplicationSort = (typeof ApplicationSort)[keyof typeof ApplicationSort];

/** What the institution's model said: kept here so that a queue can be filtered by it. */
export const RuleOutcome = { PASS: "PASS", REFER: "REFER", REJECT: "REJECT" } as const;
export type RuleOutcome = (typeof RuleOutcome)[keyof typeof RuleOutcome];
