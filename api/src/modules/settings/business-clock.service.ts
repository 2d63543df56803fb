/** Business time for everybody, and the one way to move it, which only a sandbox has. */

import { addDays } from "@daichao/finance";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { enqueue } from "../../kernel/jobs/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import { settingsErrors } from "./settings.errors.js";
import { settingsEvents } from "./settings.events.js";

export interface ClockReading {
  readonly now: Date;
  readonly today: string;
  readonly realNow: Date;
  readonly isMovable: boolean;
}

/** Daily jobs catch up day by day, so one move is bounded. */
const MAX_DAYS = 400;
const CLOCK_ID = "business";

export class BusinessClockService {
  constructor(private readonly kernel: Kernel) {}

  read(): ClockReading {
    const { clock, config } = this.kernel;
    return { now: clock.businessNow(), today: clock.today(), realNow: clock.now(), isMovable: config.isSandbox };
  }

  /**
   * Moves business time to an hour of a day in Asia/Shanghai and wakes the daily jobs.
   * @throws SETTINGS_CLOCK_BACKWARDS, SETTINGS_CLOCK_TOO_FAR; INVALID_INPUT on an hour outside 0 to 23
   */
  async advance(viewer: Viewer, toDay: string, hour: number): Promise<ClockReading> {
    const { clock, config, db, events } = this.kernel;
    if (viewer.kind !== "PLATFORM" || !config.isSandbox) throw kernelErrors.notFound();
    if (!Number.isInteger(hour) || hour < 0 || hour > 23)
      throw kernelErrors.invalidInput({ rule: "between", min: 0, max: 23 }, "hour");
    await clock.refresh();
    const fromDay = clock.today();
    if (toDay > addDays(fromDay, MAX_DAYS)) throw settingsErrors.clockTooFar({ days: MAX_DAYS });
    await db.write(viewer, async (tx) => {
      if (!(await clock.advanceTo(tx, toDay, hour, viewer.accountId)))
        throw settingsErrors.clockBackwards({ today: fromDay });
      await events.record(tx, viewer, settingsEvents.clockAdvanced, {
        subject: { type: "BusinessClock", id: CLOCK_ID },
        facts: { fromDay, toDay, hour },
        diff: { today: [fromDay, toDay] },
      });
      await enqueue(tx, "business-days", {}, { key: "business-days-after-advance" });
    });
    await clock.refresh();
    return this.read();
  }
}
