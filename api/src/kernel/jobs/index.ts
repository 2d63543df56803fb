/**
 * Work for later: queued jobs (reactions among them) and daily jobs driven by business days, in order and resumable.
 * graphile-worker keeps the queue in the same database, so a job and its cause commit together.
 */
import { addDays } from "@daichao/finance";
import { desc, eq, sql } from "drizzle-orm";
import { Logger as GraphileLogger, parseCronItems, type Runner, run, runOnce, type TaskList } from "graphile-worker";
import type { Clock } from "../clock/index.js";
import type { Database } from "../database/index.js";
import { events } from "../events/event.tables.js";
import type { Events, Occurrence } from "../events/index.js";
import { type Log, stackOf } from "../log/index.js";
import { system } from "../viewer/index.js";
import { businessDays } from "./job.tables.js";

export { type EnqueueOptions, enqueue } from "./enqueue.js";

/** Runs once per business day, oldest unfinished day first; must be safe to run again for the same day. Answers how many things it handled. */
export interface DailyJob {
  readonly name: string;
  run(day: string): Promise<number>;
}

/** A queued job: the payload is what `enqueue` was given. */
export interface QueuedJob {
  readonly name: string;
  run(payload: Record<string, unknown>): Promise<void>;
}

/** A repeating job, by real time. */
export interface PeriodicJob {
  readonly name: string;
  /** crontab, such as every minute: "* * * * *". */
  readonly schedule: string;
  run(): Promise<void>;
}

export interface JobSet {
  readonly daily: readonly DailyJob[];
  readonly queued: readonly QueuedJob[];
  readonly periodic: readonly PeriodicJob[];
}

export interface JobsDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  readonly ownerUrl: string;
}

const MAX_CATCH_UP_DAYS = 800;

/** Runs each daily job for each business day it has not finished, up to today. */
export async function runBusinessDays({ db, clock, log }: JobsDependencies, jobs: readonly DailyJob[]): Promise<void> {
  await clock.refresh();
  const today = clock.today();
  for (const job of jobs) {
    const [last] = await db.read(system, (reader) =>
      reader
        .select({ day: businessDays.day })
        .from(businessDays)
        .where(eq(businessDays.job, job.name))
        .orderBy(desc(businessDays.day))
        .limit(1),
    );
    let day = last ? addDays(last.day, 1) : today;
    for (let step = 0; day <= today && step < MAX_CATCH_UP_DAYS; step += 1, day = addDays(day, 1)) {
      const handled = await job.run(day);
      const finished = day;
      await db.write(
        system,
        async (tx) =>
          void (await tx.insert(businessDays).values({ job: job.name, day: finished, handled }).onConflictDoNothing()),
      );
      log.info({ job: job.name, count: handled }, "business day finished");
    }
  }
}

/**
 * One run at a time in a process: what is asked for while one is under way is done by it, before it ends. A day that
 * takes longer than a minute would otherwise be worked on by as many as can work at all.
 */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  let isAskedAgain = false;
  return async () => {
    isAskedAgain = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await run();
      }
    } finally {
      isRunning = false;
    }
  };
}

function taskList(dependencies: JobsDependencies, jobs: JobSet): TaskList {
  const { db, events: eventBook, log } = dependencies;
  const tasks: TaskList = {
    async reaction(payload) {
      const { reaction: name, eventId } = payload as { reaction: string; eventId: string };
      const reaction = eventBook.reactionNamed(name);
      if (!reaction) throw new Error(`no reaction is called ${name}`);
      const [row] = await db.read(system, (reader) => reader.select().from(events).where(eq(events.id, eventId)));
      if (!row) throw new Error(`event ${eventId} is missing`);
      await reaction.run(row as Occurrence<Record<string, unknown>>);
    },
    "business-days": oneAtATime(() => runBusinessDays(dependencies, jobs.daily)),
  };
  for (const job of jobs.queued) tasks[job.name] = (payload) => job.run(payload as Record<string, unknown>);
  for (const job of jobs.periodic) tasks[job.name] = () => job.run();
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers: Parameters<NonNullable<typeof task>>[1]) => {
        try {
          await task?.(payload, helpers);
        } catch (error) {
          log.warn({ job: name, attempt: helpers.job.attempts, stack: stackOf(error) }, "job failed");
          throw error;
        }
      },
    ]),
  );
}

export interface Worker {
  stop(): Promise<void>;
}

/** Starts taking jobs. Eight tries with back-off each, then a job is dead with its reason and others go on. */
export async function startWorker(dependencies: JobsDependencies, jobs: JobSet): Promise<Worker> {
  // Items, not a crontab text: its grammar has no dots, our names do.
  const schedules = [{ name: "business-days", schedule: "* * * * *" }, ...jobs.periodic];
  const runner: Runner = await run({
    connectionString: dependencies.ownerUrl,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 500,
    taskList: taskList(dependencies, jobs),
    parsedCronItems: parseCronItems(
      schedules.map(({ name, schedule }) => ({ task: name, match: schedule, identifier: name })),
    ),
    logger: quiet(),
  });
  return { stop: () => runner.stop() };
}

/** Runs everything that is due now and returns; for tests and for the demo data. */
export async function drainJobs(dependencies: JobsDependencies, jobs: JobSet): Promise<void> {
  const taskNames = taskList(dependencies, jobs);
  for (let round = 0; round < 20; round += 1) {
    await runOnce({
      connectionString: dependencies.ownerUrl,
      taskList: taskNames,
      noHandleSignals: true,
      logger: quiet(),
    });
    const rows = await countDue(dependencies.db);
    if (rows === 0) return;
  }
}

async function countDue(db: Database): Promise<number> {
  const rows = await db.read(system, (reader) =>
    reader.execute<{ count: string }>(sql`select daichao_due_jobs()::text as count`),
  );
  return Number(rows[0]?.count ?? 0);
}

function quiet() {
  return new GraphileLogger(() => () => {});
}
