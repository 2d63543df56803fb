/** The five steps a borrower sees of an application. */
export const applicationSteps = ["SUBMITTED", "UNDER_REVIEW", "APPROVED", "DISBURSING", "DISBURSED"] as const;
export type ApplicationStep = (typeof applicationSteps)[number];

export interface ApplicationProgress {
  /** Position of the present step; -1 while nothing has been submitted. */
  readonly current: number;
  /** "ended" stands where it stopped; "waiting" asks something of the borrower; "failed" needs the platform. */
  readonly state: "running" | "waiting" | "failed" | "ended" | "done";
}

const stepOf: Readonly<Record<string, ApplicationStep>> = {
  SUBMITTED: "SUBMITTED",
  SCREENING: "UNDER_REVIEW",
  UNDER_REVIEW: "UNDER_REVIEW",
  NEED_MORE_INFO: "UNDER_REVIEW",
  COUNTER_OFFERED: "UNDER_REVIEW",
  APPROVED: "APPROVED",
  CONTRACT_PENDING: "APPROVED",
  CONTRACTED: "APPROVED",
  DISBURSING: "DISBURSING",
  DISBURSE_FAILED: "DISBURSING",
  DISBURSED: "DISBURSED",
};

const asksBorrower: ReadonlySet<string> = new Set([
  "NEED_MORE_INFO",
  "COUNTER_OFFERED",
  "APPROVED",
  "CONTRACT_PENDING",
]);
const ends: ReadonlySet<string> = new Set(["REJECTED", "WITHDRAWN", "EXPIRED", "CANCELLED"]);

/** Where an application stands among the five steps. An ended one stands where it last was (`reached`). */
export function applicationProgress(status: string, reached?: string): ApplicationProgress {
  const at = (code: string | undefined) => {
    const step = code === undefined ? undefined : stepOf[code];
    return step === undefined ? -1 : applicationSteps.indexOf(step);
  };
  if (ends.has(status))
    return {
      current: Math.max(0, at(reached ?? (status === "REJECTED" ? "UNDER_REVIEW" : "SUBMITTED"))),
      state: "ended",
    };
  if (status === "DISBURSED") return { current: at(status), state: "done" };
  if (status === "DISBURSE_FAILED") return { current: at(status), state: "failed" };
  return { current: at(status), state: asksBorrower.has(status) ? "waiting" : "running" };
}
