/** Builds what stands below the domain from a checked configuration. */
import { createApprovals } from "../kernel/approvals/index.js";
import { createClock } from "../kernel/clock/index.js";
import type { Config } from "../kernel/config/index.js";
import { createVault } from "../kernel/crypto/index.js";
import { connect, openPool } from "../kernel/database/index.js";
import { createEvents } from "../kernel/events/index.js";
import type { Kernel } from "../kernel/index.js";
import { createLive } from "../kernel/live/index.js";
import { createLog } from "../kernel/log/index.js";

export interface BuiltKernel {
  readonly kernel: Kernel;
  close(): Promise<void>;
}

/** Connects to nothing yet: refresh the clock before the first use. @param role which database role the process speaks as: requests as the api's, jobs as the worker's. */
export function buildKernel(config: Config, role: "api" | "worker"): BuiltKernel {
  const log = createLog(config.logLevel);
  const url = role === "api" ? config.apiUrl : config.workerUrl;
  const db = connect(url, { max: config.poolSize, statementTimeoutMs: role === "api" ? 3_000 : 60_000 });
  const listener = openPool(url, { max: 1, statementTimeoutMs: 0 });
  const clock = createClock(db);
  const live = createLive({ db, listener, redisUrl: config.redisUrl, log });
  const events = createEvents(clock, live.wakeRelay);
  const kernel: Kernel = {
    config,
    db,
    clock,
    events,
    live,
    log,
    approvals: createApprovals(events),
    vault: createVault(config.masterKey),
  };
  return {
    kernel,
    async close() {
      clock.stop();
      await live.stop();
      await Promise.all([db.close(), listener.end({ timeout: 2 })]);
    },
  };
}
