import { addDays } from "@daichao/finance";
import { dayOf } from "../../kernel/clock/index.js";
import type { Reader } from "../../kernel/database/index.js";
import { type HistoryRow, historiesOf } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { system } from "../../kernel/viewer/index.js";
import { ApplicationState } from "./application.states.js";
import { timelineStep } from "./application-timeline.rules.js";
import * as expectedTimes from "./expected-time.repository.js";
import {
  durationsOf,
  type Expectation,
  expectationOf,
  presentStretch,
  type ReachedState,
  workedMinutes,
} from "./expected-time.rules.js";
import { ExpectedStep } from "./expected-time.states.js";
import { afterWorkingMinutes, workingMinutes } from "./review-clock.service.js";

/** What one may expect of a stretch. */
export interface ExpectedTimeView extends Expectation {
  readonly step: ExpectedStep;
}

/** The same for an application that is on its way: how much of it is spent and when it may end. */
export interface Forecast extends ExpectedTimeView {
  readonly elapsedMinutes: number;
  /** Null while the clock stands still, once that time has passed, and while nothing is known. */
  readonly medianAt: Date | null;
  readonly ninetiethAt: Date | null;
}

interface Told {
  readonly state: ApplicationState | null;
  readonly occurredAt: Date;
}

const DAYS_COUNTED = 90;
/** More cases of one institution tell nothing more. */
const MOST_CASES = 1_000;
const HISTORIES_AT_ONCE = 250;
const REFRESH_MS = 60_000;
const STEPS = Object.values(ExpectedStep);
const ENDS: readonly (readonly ApplicationState[])[] = [["APPROVED", "COUNTER_OFFERED", "REJECTED"], ["DISBURSED"]];

const reachedOf = (steps: readonly Told[]): ReachedState[] =>
  steps.flatMap(({ state, occurredAt }) => (state === null ? [] : [{ state, at: occurredAt }]));

/** How long institutions take, from what was recorded: recounted daily, answered from memory. */
export class ExpectedTimeService {
  #known: ReadonlyMap<string, readonly ExpectedTimeView[]> = new Map();
  #stamp = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly kernel: Kernel) {}

  /** Changes whenever what `ofInstitution` answers does. */
  get stamp(): string {
    return this.#stamp;
  }

  /** Every stretch of an institution; a count below twenty comes without figures. */
  ofInstitution(institutionId: string): readonly ExpectedTimeView[] {
    const known = this.#known.get(institutionId) ?? [];
    return STEPS.map((step) => known.find((one) => one.step === step) ?? { step, ...expectationOf([]) });
  }

  /** What to expect of an application, given its timeline; null where it waits for the borrower's own answer or has ended. */
  forecast(institutionId: string, timeline: readonly Told[]): Forecast | null {
    const history = reachedOf(timeline);
    const present = presentStretch(history);
    if (!present) return null;
    const now = this.kernel.clock.businessNow();
    const elapsedMinutes = workedMinutes(present.stretch, now, workingMinutes);
    const expected = this.ofInstitution(institutionId).find(({ step }) => step === present.step);
    const { caseCount = 0, medianMinutes = null, ninetiethMinutes = null } = expected ?? {};
    const isPaused = history.at(-1)?.state === ApplicationState.NEED_MORE_INFO;
    const at = (minutes: number | null): Date | null =>
      minutes === null || isPaused || minutes <= elapsedMinutes
        ? null
        : afterWorkingMinutes(now, minutes - elapsedMinutes);
    return {
      step: present.step,
      caseCount,
      medianMinutes,
      ninetiethMinutes,
      elapsedMinutes,
      medianAt: at(medianMinutes),
      ninetiethAt: at(ninetiethMinutes),
    };
  }

  /** Counts the cases of the ninety business days up to `day` anew; answers how many institutions had some. */
  async recount(day: string): Promise<number> {
    const days = { from: addDays(day, -DAYS_COUNTED), to: day };
    const counted = await this.kernel.db.read(system, async (reader) => {
      const rows = [];
      for (const institutionId of await expectedTimes.institutionsOf(reader, days))
        rows.push(...(await this.#count(reader, institutionId, days)));
      return rows;
    });
    await this.kernel.db.write(system, (tx) => expectedTimes.replaceAll(tx, counted, day));
    await this.load();
    return counted.length / STEPS.length;
  }

  /** Fills the memory from the table. */
  async load(): Promise<void> {
    const rows = await this.kernel.db.read(system, expectedTimes.all);
    this.#known = Map.groupBy(rows, (row) => row.institutionId);
    this.#stamp = rows
      .map(({ updatedAt }) => updatedAt.getTime())
      .reduce((a, b) => Math.max(a, b), 0)
      .toString(36);
  }

  /** Loads, and keeps the memory no older than a minute. */
  async start(): Promise<void> {
    await this.load();
    const refresh = () =>
      void this.load().catch((error) =>
        this.kernel.log.warn({ stack: stackOf(error) }, "expected times not refreshed"),
      );
    this.#timer = setInterval(refresh, REFRESH_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #count(reader: Reader, institutionId: string, days: expectedTimes.Days) {
    const ids = new Set<string>();
    for (const ends of ENDS) {
      const found = await expectedTimes.applicationsThatReached(reader, institutionId, ends, days, MOST_CASES);
      for (const id of found) ids.add(id);
    }
    const minutes: Record<ExpectedStep, number[]> = { DECISION: [], REVIEW: [], PAYOUT: [] };
    for (const history of await this.#histories(reader, [...ids]))
      for (const [step, ended] of Object.entries(durationsOf(history, workingMinutes)))
        if (ended && dayOf(ended.endedAt) >= days.from) minutes[step as ExpectedStep].push(ended.minutes);
    return STEPS.map((step) => ({ institutionId, step, countedTo: days.to, ...expectationOf(minutes[step]) }));
  }

  async #histories(reader: Reader, ids: readonly string[]): Promise<ReachedState[][]> {
    const rows: HistoryRow[] = [];
    for (let at = 0; at < ids.length; at += HISTORIES_AT_ONCE)
      rows.push(...(await historiesOf(reader, "Application", ids.slice(at, at + HISTORIES_AT_ONCE))));
    const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
    return [...bySubject.values()].map((events) => reachedOf(events.flatMap((event) => timelineStep(event) ?? [])));
  }
}
