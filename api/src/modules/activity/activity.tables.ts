import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { choice, day, id, instant, money, oneOf, ownedBy, ref } from "../../kernel/columns/index.js";
import { products } from "../catalog/product.tables.js";
import { ActivityChoiceEnd, ActivityKind } from "./activity.states.js";

/**
 * What somebody said about recording, one row per decision; at most one stands. A guest is a random number that only
 * their browser knows: such rows belong to nobody, so no wall can name an owner for them.
 */
export const activityChoices = pgTable(
  "activity_choices",
  {
    id: id(),
    borrowerId: ref("borrower_id"),
    visitorId: ref("visitor_id"),
    isAllowed: boolean("is_allowed").notNull(),
    textHash: text("text_hash").notNull(),
    /** Real time. */
    decidedAt: instant("decided_at").notNull(),
    decidedOn: day("decided_on").notNull(),
    endedAt: instant("ended_at"),
    endedReason: choice("ended_reason", ActivityChoiceEnd),
  },
  (t) => [
    oneOf("activity_choices_ended_reason", t.endedReason, ActivityChoiceEnd),
    check("activity_choices_one_person", sql`(${t.borrowerId} is null) <> (${t.visitorId} is null)`),
    check("activity_choices_end_has_reason", sql`(${t.endedAt} is null) = (${t.endedReason} is null)`),
    uniqueIndex("activity_choices_of_borrower").on(t.borrowerId).where(sql`ended_at is null`),
    uniqueIndex("activity_choices_of_visitor").on(t.visitorId).where(sql`ended_at is null`),
    index("activity_choices_forgotten").on(t.decidedOn).where(sql`borrower_id is null`),
    ...ownedBy("activity_choices", { borrower: t.borrowerId, visibleWhen: sql`${t.borrowerId} is null` }),
  ],
);
export type ActivityChoiceRow = typeof activityChoices.$inferSelect;

/** One thing somebody did, recorded under their consent. The id is the page's, so that a repeat is the same row. */
export const activityRecords = pgTable(
  "activity_records",
  {
    id: uuid("id").primaryKey(),
    borrowerId: ref("borrower_id"),
    visitorId: ref("visitor_id"),
    kind: choice("kind", ActivityKind).notNull(),
    productId: ref("product_id").references(() => products.id),
    /** Seconds during which the page was visible. */
    seconds: integer("seconds"),
    amount: money("amount"),
    termCount: integer("term_count"),
    category: text("category"),
    /** Business time of arrival. */
    occurredAt: instant("occurred_at").notNull(),
    occurredOn: day("occurred_on").notNull(),
  },
  (t) => [
    oneOf("activity_records_kind", t.kind, ActivityKind),
    check("activity_records_one_person", sql`(${t.borrowerId} is null) <> (${t.visitorId} is null)`),
    index("activity_records_of_borrower").on(t.borrowerId, t.occurredOn).where(sql`borrower_id is not null`),
    index("activity_records_of_visitor").on(t.visitorId, t.occurredOn).where(sql`visitor_id is not null`),
    index("activity_records_day").on(t.occurredOn),
    ...ownedBy("activity_records", { borrower: t.borrowerId, visibleWhen: sql`${t.borrowerId} is null` }),
  ],
);
export type ActivityRecordRow = typeof activityRecords.$inferSelect;

/** How many events one person or visitor has sent in one hour of real time. */
export const activityQuotas = pgTable(
  "activity_quotas",
  {
    actorId: ref("actor_id").notNull(),
    hour: instant("hour").notNull(),
    eventCount: integer("event_count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.hour] }),
    index("activity_quotas_hour").on(t.hour),
    ...ownedBy("activity_quotas", { borrower: t.actorId }),
  ],
);
