import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import type { ActivityActor } from "./activity.repository.js";
import type { ActivityChoiceEnd } from "./activity.states.js";
import { type ActivityChoiceRow, activityChoices } from "./activity.tables.js";

const ofBorrower = statement<{ who: string }, ActivityChoiceRow>(
  "activity_choice_of_borrower",
  build
    .select()
    .from(activityChoices)
    .where(and(eq(activityChoices.borrowerId, sql.placeholder("who")), isNull(activityChoices.endedAt))),
);

const ofVisitor = statement<{ who: string }, ActivityChoiceRow>(
  "activity_choice_of_visitor",
  build
    .select()
    .from(activityChoices)
    .where(and(eq(activityChoices.visitorId, sql.placeholder("who")), isNull(activityChoices.endedAt))),
);

/** The choice that stands, if any was made. */
export const standing = (reader: Reader | Tx, actor: ActivityActor): Promise<ActivityChoiceRow | undefined> =>
  "borrowerId" in actor
    ? ofBorrower.first(reader, { who: actor.borrowerId })
    : ofVisitor.first(reader, { who: actor.visitorId });

/** The choice that stands, held until the transaction ends: a withdrawal waits for it and then erases what it let in. */
export async function held(tx: Tx, actor: ActivityActor): Promise<ActivityChoiceRow | undefined> {
  const who =
    "borrowerId" in actor
      ? eq(activityChoices.borrowerId, actor.borrowerId)
      : eq(activityChoices.visitorId, actor.visitorId);
  const [row] = await tx
    .select()
    .from(activityChoices)
    .where(and(who, isNull(activityChoices.endedAt)))
    .for("share");
  return row;
}

/** Undefined when another choice was made at the same moment. */
export async function insert(tx: Tx, row: typeof activityChoices.$inferInsert): Promise<ActivityChoiceRow | undefined> {
  return (await tx.insert(activityChoices).values(row).onConflictDoNothing().returning())[0];
}

export async function end(tx: Tx, id: string, reason: ActivityChoiceEnd): Promise<void> {
  await tx
    .update(activityChoices)
    .set({ endedAt: sql`clock_timestamp()`, endedReason: reason })
    .where(and(eq(activityChoices.id, id), isNull(activityChoices.endedAt)));
}

/** Visitors of whom nothing is left but an old choice. */
export async function forgetVisitors(tx: Tx, before: string): Promise<number> {
  const rows = await tx
    .delete(activityChoices)
    .where(
      and(
        isNull(activityChoices.borrowerId),
        lt(activityChoices.decidedOn, before),
        sql`not exists (select from activity_records e where e.visitor_id = ${activityChoices.visitorId})`,
      ),
    )
    .returning({ id: activityChoices.id });
  return rows.length;
}
