import { and, asc, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import { openList } from "./application.tables.js";
import { DraftState } from "./application-draft.states.js";
import {
  type ApplicationDraftRow,
  applicationDraftItems,
  applicationDrafts,
  type DraftItemRow,
} from "./application-draft.tables.js";

type NewDraft = typeof applicationDrafts.$inferInsert;
type NewItem = typeof applicationDraftItems.$inferInsert;

const place = sql.placeholder;

const ownDraft = statement<{ id: string; borrowerId: string }, ApplicationDraftRow>(
  "own_draft",
  build
    .select()
    .from(applicationDrafts)
    .where(and(eq(applicationDrafts.id, place("id")), eq(applicationDrafts.borrowerId, place("borrowerId")))),
);

export const find = async (
  reader: Reader | Tx,
  borrowerId: string,
  id: string,
): Promise<ApplicationDraftRow | undefined> => (isId(id) ? ownDraft.first(reader, { id, borrowerId }) : undefined);

export async function lock(tx: Tx, borrowerId: string, id: string): Promise<ApplicationDraftRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx
    .select()
    .from(applicationDrafts)
    .where(and(eq(applicationDrafts.id, id), eq(applicationDrafts.borrowerId, borrowerId)))
    .for("no key update");
  return rows[0];
}

const openDrafts = statement<{ borrowerId: string; at: string }, ApplicationDraftRow>(
  "open_drafts",
  build
    .select()
    .from(applicationDrafts)
    .where(
      and(
        eq(applicationDrafts.borrowerId, place("borrowerId")),
        eq(applicationDrafts.state, DraftState.OPEN),
        sql`${applicationDrafts.expiresAt} > ${place("at")}::timestamptz`,
      ),
    )
    .orderBy(desc(applicationDrafts.updatedAt), desc(applicationDrafts.id)),
);

/** Drafts that can still be filled in, the last touched first. */
export const openOf = (reader: Reader | Tx, borrowerId: string, at: Date): Promise<ApplicationDraftRow[]> =>
  openDrafts.all(reader, { borrowerId, at: at.toISOString() });

export async function insert(tx: Tx, row: NewDraft, items: readonly NewItem[]): Promise<void> {
  await tx.insert(applicationDrafts).values(row);
  await tx.insert(applicationDraftItems).values([...items]);
}

/** Answers nothing when the version has moved on or the draft is no longer open. */
export async function compareAndSet(
  tx: Tx,
  seen: Pick<ApplicationDraftRow, "id" | "version">,
  patch: Partial<NewDraft>,
): Promise<ApplicationDraftRow | undefined> {
  const rows = await tx
    .update(applicationDrafts)
    .set({ ...patch, version: sql`${applicationDrafts.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(applicationDrafts.id, seen.id),
        eq(applicationDrafts.version, seen.version),
        eq(applicationDrafts.state, DraftState.OPEN),
      ),
    )
    .returning();
  return rows[0];
}

/** A product of a draft, and whether its borrower has applied for it and is waiting. */
export type StandingDraftItem = DraftItemRow & { readonly hasOpenApplication: boolean };

// By full names: among the fields of one table drizzle writes columns without theirs.
const hasOpenApplication = sql<boolean>`exists (select 1 from applications
  where applications.borrower_id = application_draft_items.borrower_id
    and applications.product_id = application_draft_items.product_id
    and applications.state in (${openList}))`;

const itemsOfDrafts = statement<{ ids: readonly string[] }, StandingDraftItem>(
  "items_of_drafts",
  build
    .select({ ...getTableColumns(applicationDraftItems), hasOpenApplication })
    .from(applicationDraftItems)
    .where(among(applicationDraftItems.draftId))
    .orderBy(asc(applicationDraftItems.position), asc(applicationDraftItems.id)),
);

export const itemsOf = (reader: Reader | Tx, draftIds: readonly string[]): Promise<StandingDraftItem[]> =>
  itemsOfDrafts.all(reader, { ids: draftIds });

export async function select(tx: Tx, draftId: string, productIds: readonly string[]): Promise<void> {
  await tx
    .update(applicationDraftItems)
    .set({
      isSelected:
        productIds.length === 0 ? sql`false` : sql`${inArray(applicationDraftItems.productId, [...productIds])}`,
    })
    .where(eq(applicationDraftItems.draftId, draftId));
}

export async function markSubmitted(tx: Tx, itemId: string, applicationId: string): Promise<void> {
  await tx
    .update(applicationDraftItems)
    .set({ applicationId, isSelected: false })
    .where(eq(applicationDraftItems.id, itemId));
}

/** Closes drafts nobody finished in time; answers how many. */
export async function expire(tx: Tx, at: Date): Promise<number> {
  const rows = await tx
    .update(applicationDrafts)
    .set({ state: DraftState.EXPIRED, version: sql`${applicationDrafts.version} + 1` })
    .where(
      and(
        eq(applicationDrafts.state, DraftState.OPEN),
        sql`${applicationDrafts.expiresAt} <= ${at.toISOString()}::timestamptz`,
      ),
    )
    .returning({ id: applicationDrafts.id });
  return rows.length;
}
