import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import {
  choice,
  createdAt,
  id,
  instant,
  json,
  oneOf,
  ownedBy,
  ref,
  updatedAt,
  version,
} from "../../kernel/columns/index.js";
import { applicationDrafts } from "./application-draft.tables.js";
import { SequenceGoal, SequenceState, SequenceStepState } from "./application-sequence.states.js";

/** A refusal as it was told, in both languages. */
export interface SequenceReason {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** A borrower asks lenders one after another until one lends. No lender knows of it, nor of the others in it. */
export const applicationSequences = pgTable(
  "application_sequences",
  {
    id: id(),
    borrowerId: ref("borrower_id").notNull(),
    draftId: ref("draft_id")
      .notNull()
      .references(() => applicationDrafts.id),
    version: version(),
    goal: choice("goal", SequenceGoal).notNull(),
    state: choice("state", SequenceState).notNull().default("RUNNING"),
    /** Why it stands still, where something other than the borrower's word stopped it. */
    reason: json<SequenceReason>("reason"),
    /** Institution to the hash of the text agreed to; an application and its consent are made when its turn comes. */
    consents: json<readonly { institutionId: string; textHash: string }[]>("consents").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    oneOf("application_sequences_goal", t.goal, SequenceGoal),
    oneOf("application_sequences_state", t.state, SequenceState),
    check("application_sequences_end", sql`(${t.endedAt} is null) = (${t.state} in ('RUNNING', 'PAUSED'))`),
    uniqueIndex("application_sequences_draft").on(t.draftId),
    // Two walks at once would ask two lenders at once.
    uniqueIndex("application_sequences_one_open").on(t.borrowerId).where(sql`state in ('RUNNING', 'PAUSED')`),
    index("application_sequences_borrower").on(t.borrowerId, t.startedAt),
    ...ownedBy("application_sequences", { borrower: t.borrowerId }),
  ],
);
export type ApplicationSequenceRow = typeof applicationSequences.$inferSelect;

export const applicationSequenceSteps = pgTable(
  "application_sequence_steps",
  {
    id: id(),
    sequenceId: ref("sequence_id")
      .notNull()
      .references(() => applicationSequences.id),
    borrowerId: ref("borrower_id").notNull(),
    productId: ref("product_id").notNull(),
    productVersionId: ref("product_version_id").notNull(),
    position: integer("position").notNull(),
    state: choice("state", SequenceStepState).notNull().default("WAITING"),
    applicationId: ref("application_id"),
    /** Why it was never sent. */
    reason: json<SequenceReason>("reason"),
    sentAt: instant("sent_at"),
  },
  (t) => [
    oneOf("application_sequence_steps_state", t.state, SequenceStepState),
    check(
      "application_sequence_steps_sent",
      sql`(${t.applicationId} is not null) = (${t.state} in ('SENT', 'ENDED', 'ACCEPTED'))`,
    ),
    uniqueIndex("application_sequence_steps_product").on(t.sequenceId, t.productId),
    uniqueIndex("application_sequence_steps_application").on(t.applicationId).where(sql`application_id is not null`),
    // One lender at a time.
    uniqueIndex("application_sequence_steps_one_sent").on(t.sequenceId).where(sql`state = 'SENT'`),
    ...ownedBy("application_sequence_steps", { borrower: t.borrowerId }),
  ],
);
export type SequenceStepRow = typeof applicationSequenceSteps.$inferSelect;
