/** The bag every module is built with: what stands below the domain. Built once by app/. */
import type { ApprovalHandler, Approvals } from "./approvals/index.js";
import type { Clock } from "./clock/index.js";
import type { Config } from "./config/index.js";
import type { Vault } from "./crypto/index.js";
import type { Database } from "./database/index.js";
import type { Events, Reaction } from "./events/index.js";
import type { DailyJob, PeriodicJob, QueuedJob } from "./jobs/index.js";
import type { Live } from "./live/index.js";
import type { Log } from "./log/index.js";

export interface Kernel {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly approvals: Approvals;
  readonly live: Live;
  readonly vault: Vault;
  readonly log: Log;
}

/** What a module gives the composition root. */
export interface ModuleParts {
  /** Instances of its resolver classes. */
  readonly resolvers: readonly object[];
  readonly reactions?: readonly Reaction[];
  readonly daily?: readonly DailyJob[];
  readonly queued?: readonly QueuedJob[];
  readonly periodic?: readonly PeriodicJob[];
  readonly approvals?: readonly ApprovalHandler[];
}
