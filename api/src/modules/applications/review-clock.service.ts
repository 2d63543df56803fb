import { isWorkingDay } from "../../kernel/calendar/index.js";
import { dayOf, instantOf } from "../../kernel/clock/index.js";
import type { ApplicationPatch } from "./application.repository.js";
import { ApplicationState } from "./application.states.js";
import type { ApplicationRow } from "./application.tables.js";
import {
  addWorkingMinutes,
  MINUTES_PER_WORKING_DAY,
  type WallMoment,
  workingMinutesBetween,
} from "./working-time.rules.js";

const MINUTE_MS = 60_000;
const RUNNING: readonly ApplicationState[] = ["SUBMITTED", "SCREENING", "UNDER_REVIEW"];

function wallOf(instant: Date): WallMoment {
  const day = dayOf(instant);
  return { day, minute: Math.floor((instant.getTime() - instantOf(day).getTime()) / MINUTE_MS) };
}

const instantAt = ({ day, minute }: WallMoment): Date => new Date(instantOf(day).getTime() + minute * MINUTE_MS);

/** Working minutes between two instants; zero when the second is not later. */
export const workingMinutes = (from: Date, to: Date): number =>
  workingMinutesBetween(wallOf(from), wallOf(to), isWorkingDay);

/** The instant at which so many working minutes have passed. */
export const afterWorkingMinutes = (from: Date, minutes: number): Date =>
  instantAt(addWorkingMinutes(wallOf(from), minutes, isWorkingDay));

/** The time an institution has to decide: working minutes that stop while the borrower is asked for something. */
export class ReviewClock {
  /** When a decision is due for an application that arrives now. */
  dueAt(now: Date, workingDays: number): Date {
    return afterWorkingMinutes(now, workingDays * MINUTES_PER_WORKING_DAY);
  }

  /**
   * What a move does to the clock: into NEED_MORE_INFO it stops and keeps the minutes left, out of it it runs on with
   * them, and with a decision or an end it is over.
   */
  after(
    seen: Pick<ApplicationRow, "state" | "dueAt" | "clockLeftMinutes">,
    to: ApplicationState,
    now: Date,
  ): Pick<ApplicationPatch, "dueAt" | "clockLeftMinutes"> {
    if (to === ApplicationState.NEED_MORE_INFO)
      return {
        dueAt: null,
        clockLeftMinutes: seen.dueAt ? workingMinutes(now, seen.dueAt) : 0,
      };
    if (seen.state === ApplicationState.NEED_MORE_INFO && RUNNING.includes(to))
      return {
        dueAt: afterWorkingMinutes(now, seen.clockLeftMinutes ?? 0),
        clockLeftMinutes: null,
      };
    return RUNNING.includes(to) ? { clockLeftMinutes: null } : { dueAt: null, clockLeftMinutes: null };
  }
}
