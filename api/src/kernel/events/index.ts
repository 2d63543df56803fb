/**
 * Events: written in the business transaction, heard by reactions through the job queue and by open pages through
 * kernel/live. An event says what happened, never what to do.
 */
import { and, eq, sql } from "drizzle-orm";
import type { Clock } from "../clock/index.js";
import { currentRequest } from "../context/request.js";
import { build, type Reader, statement, type Tx } from "../database/index.js";
import { newId } from "../ids/index.js";
import { enqueue } from "../jobs/enqueue.js";
import { accountOf, type Viewer } from "../viewer/index.js";
import { type EventRow, events, reactionMarks } from "./event.tables.js";

export type { EventRow } from "./event.tables.js";

declare const factsOf: unique symbol;

/** An event's name with the type of its facts: ids and plain values, money as text. */
export interface EventDefinition<Facts extends Record<string, unknown>> {
  readonly name: string;
  readonly [factsOf]?: Facts;
}

export const defineEvent = <Facts extends Record<string, unknown>>(
  name: `${string}.${string}`,
): EventDefinition<Facts> => ({ name });

export interface Happening<Facts> {
  readonly subject: { readonly type: string; readonly id: string };
  /** Whose event it is: decides who may read it and which open pages hear it. The platform hears all. */
  readonly borrowerId?: string | null;
  readonly institutionId?: string | null;
  readonly channelId?: string | null;
  readonly facts: Facts;
  /** What changed, field -> [before, after]; masked where personal. */
  readonly diff?: Record<string, readonly [unknown, unknown]>;
}

/** One occurrence as a reaction sees it. */
export interface Occurrence<Facts> extends Omit<EventRow, "facts"> {
  readonly facts: Facts;
}

export interface Reaction {
  readonly name: string;
  readonly event: string;
  run(occurrence: Occurrence<Record<string, unknown>>): Promise<void>;
}

/** "When X happened, do Y", run by the worker with the event's row; must be safe to run twice. */
export function when<Facts extends Record<string, unknown>>(
  event: EventDefinition<Facts>,
  name: string,
  run: (occurrence: Occurrence<Facts>) => Promise<void>,
): Reaction {
  return { name, event: event.name, run: (occurrence) => run(occurrence as Occurrence<Facts>) };
}

export interface Events {
  /** Writes the event and queues its reactions in the caller's transaction; answers the event's id. */
  record<Facts extends Record<string, unknown>>(
    tx: Tx,
    viewer: Viewer,
    event: EventDefinition<Facts>,
    happening: Happening<Facts>,
  ): Promise<string>;
  /** Called once by the composition root. */
  register(reactions: readonly Reaction[]): void;
  reactionNamed(name: string): Reaction | undefined;
}

export function createEvents(clock: Clock, wakeRelay: () => void): Events {
  const byEvent = new Map<string, Reaction[]>();
  const byName = new Map<string, Reaction>();
  return {
    async record(tx, viewer, event, happening) {
      const eventId = newId();
      await tx.insert(events).values({
        id: eventId,
        name: event.name,
        businessDay: clock.today(),
        actorKind: viewer.kind,
        actorId: viewer.kind === "CHANNEL" ? viewer.keyId : accountOf(viewer),
        subjectType: happening.subject.type,
        subjectId: happening.subject.id,
        borrowerId: happening.borrowerId ?? null,
        institutionId: happening.institutionId ?? null,
        channelId: happening.channelId ?? null,
        facts: happening.facts,
        diff: happening.diff ?? null,
        requestId: currentRequest()?.requestId ?? null,
      });
      for (const reaction of byEvent.get(event.name) ?? [])
        await enqueue(tx, "reaction", { reaction: reaction.name, eventId }, { key: `${reaction.name}:${eventId}` });
      tx.afterCommit(wakeRelay);
      return eventId;
    },
    register(reactions) {
      for (const reaction of reactions) {
        if (byName.has(reaction.name)) throw new Error(`two reactions are called ${reaction.name}`);
        byName.set(reaction.name, reaction);
        byEvent.set(reaction.event, [...(byEvent.get(reaction.event) ?? []), reaction]);
      }
    },
    reactionNamed: (name) => byName.get(name),
  };
}

/**
 * Notes in the effect's own transaction that a reaction has answered an event.
 * @returns false when it had already: the caller then changes nothing.
 */
export async function markReaction(tx: Tx, reaction: string, eventId: string): Promise<boolean> {
  const rows = await tx
    .insert(reactionMarks)
    .values({ reaction, eventId })
    .onConflictDoNothing()
    .returning({ eventId: reactionMarks.eventId });
  return rows.length === 1;
}

/** The history of one thing, oldest first, as far as the reader's walls let it be seen. */
export function historyOf(reader: Reader | Tx, subjectType: string, subjectId: string): Promise<EventRow[]> {
  return reader
    .select()
    .from(events)
    .where(and(eq(events.subjectType, subjectType), eq(events.subjectId, subjectId)))
    .orderBy(events.occurredAt, events.id);
}

/** What a history tells of an event. */
export type HistoryRow = Pick<EventRow, "id" | "name" | "occurredAt" | "actorKind" | "actorId" | "subjectId" | "facts">;

const histories = statement<{ type: string; ids: string[] }, HistoryRow>(
  "histories",
  build
    .select({
      id: events.id,
      name: events.name,
      occurredAt: events.occurredAt,
      actorKind: events.actorKind,
      actorId: events.actorId,
      subjectId: events.subjectId,
      facts: events.facts,
    })
    .from(events)
    .where(
      and(
        eq(events.subjectType, sql.placeholder("type")),
        sql`${events.subjectId} = any(${sql.placeholder("ids")}::text[])`,
      ),
    )
    .orderBy(events.occurredAt, events.id),
);

/** The histories of several things of one type in one read, each oldest first. */
export const historiesOf = (
  reader: Reader | Tx,
  subjectType: string,
  subjectIds: readonly string[],
): Promise<HistoryRow[]> => histories.all(reader, { type: subjectType, ids: [...subjectIds] });
