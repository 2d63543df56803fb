import { sql } from "drizzle-orm";
import { bigint, index, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { apiRole, createdAt, day, instant, json, ownedBy, ref } from "../columns/index.js";

/** What happened: the event, the audit row and the topic of live updates are this one row. Append-only. */
export const events = pgTable(
  "events",
  {
    id: uuid("id").primaryKey(),
    /** Given by the relay in commit order; null until then. */
    seq: bigint("seq", { mode: "number" }),
    name: text("name").notNull(),
    occurredAt: instant("occurred_at").notNull().default(sql`clock_timestamp()`),
    businessDay: day("business_day").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    borrowerId: ref("borrower_id"),
    institutionId: ref("institution_id"),
    channelId: ref("channel_id"),
    facts: json<Record<string, unknown>>("facts").notNull(),
    diff: json<Record<string, unknown>>("diff"),
    requestId: text("request_id"),
  },
  (t) => [
    uniqueIndex("events_seq").on(t.seq),
    index("events_unnumbered").on(t.id).where(sql`seq is null`),
    index("events_subject").on(t.subjectType, t.subjectId, t.occurredAt),
    index("events_of_day").on(t.name, t.businessDay, t.institutionId),
    index("events_borrower").on(t.borrowerId, t.occurredAt),
    index("events_institution").on(t.institutionId, t.occurredAt),
    ...ownedBy("events", { borrower: t.borrowerId, institution: t.institutionId, channel: t.channelId }),
    // Anybody's act may be recorded; reading stays with its owners.
    pgPolicy("events_record", { for: "insert", to: apiRole, withCheck: sql`true` }),
  ],
);
export type EventRow = typeof events.$inferSelect;

/** Which reactions have had their effect, so that a job run twice has it once. */
export const reactionMarks = pgTable(
  "reaction_marks",
  { reaction: text("reaction").notNull(), eventId: uuid("event_id").notNull(), doneAt: createdAt() },
  (t) => [primaryKey({ columns: [t.reaction, t.eventId] })],
);
