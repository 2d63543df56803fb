import type { PeriodicJob } from "../../kernel/jobs/index.js";
import type { IdentityService } from "./identity.service.js";

/** Codes, counters and ended sessions are of no use to anybody after a while. */
export const identityJobs = (identity: IdentityService): PeriodicJob[] => [
  { name: "identity-forget-old", schedule: "17 3 * * *", run: () => identity.forgetOld() },
];
