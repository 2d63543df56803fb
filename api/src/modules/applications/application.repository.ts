import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { among, build, owner, type Reader, scopedStatement, statement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { ApplicationState, OPEN_STATES } from "./application.states.js";
import {
  type ApplicationDocumentRow,
  type ApplicationRow,
  applicationDocuments,
  applications,
  type NewApplicationRow,
} from "./application.tables.js";

/** An institution sees an application only while the borrower's consent stands. */
export function inScope(scope: Scope): SQL | undefined {
  if (scope === "all") return undefined;
  if (scope === "none") return sql`false`;
  if ("borrowerId" in scope) return eq(applications.borrowerId, scope.borrowerId);
  if ("institutionId" in scope)
    return and(eq(applications.institutionId, scope.institutionId), isNull(applications.consentEndedAt));
  return sql`false`;
}

const ofScope = scopedStatement<{ ids: readonly string[] }, ApplicationRow>(
  "applications_by_ids",
  {
    borrower: eq(applications.borrowerId, owner),
    institution: and(eq(applications.institutionId, owner), isNull(applications.consentEndedAt)),
  },
  (isOwned) =>
    build
      .select()
      .from(applications)
      .where(and(among(applications.id), isOwned)),
);

export const find = async (reader: Reader | Tx, scope: Scope, id: string): Promise<ApplicationRow | undefined> =>
  isId(id) ? ofScope.first(reader, scope, { ids: [id] }) : undefined;

/** Holds the row for this transaction without stopping foreign-key checks on it. */
export async function lock(tx: Tx, scope: Scope, id: string): Promise<ApplicationRow | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), inScope(scope)))
    .for("no key update");
  return rows[0];
}

export const byIds = (reader: Reader | Tx, scope: Scope, ids: readonly string[]): Promise<ApplicationRow[]> =>
  ofScope.all(reader, scope, { ids });

export async function nextSerial(tx: Tx): Promise<number> {
  const rows = await tx.execute<{ serial: string }>(sql`select nextval('application_serial')::text as serial`);
  return Number(rows[0]?.serial);
}

/** Answers nothing when the borrower has an open application for the product already. */
export async function insert(tx: Tx, row: NewApplicationRow): Promise<ApplicationRow | undefined> {
  const rows = await tx.insert(applications).values(row).onConflictDoNothing().returning();
  return rows[0];
}

export async function setConsent(tx: Tx, id: string, consentId: string): Promise<ApplicationRow | undefined> {
  const rows = await tx.update(applications).set({ consentId }).where(eq(applications.id, id)).returning();
  return rows[0];
}

export type ApplicationPatch = Partial<
  Pick<
    ApplicationRow,
    | "state"
    | "lastOpenState"
    | "stateSince"
    | "decidedAt"
    | "offerAcceptedAt"
    | "humanReviewAskedAt"
    | "dueAt"
    | "clockLeftMinutes"
    | "assigneeId"
    | "assigneeName"
    | "outcome"
    | "consentEndedAt"
    | "withdrawalNote"
  >
>;

/** Compare-and-set on the state and version that were read; answers nothing when somebody was faster. */
export async function compareAndSet(
  tx: Tx,
  seen: Pick<ApplicationRow, "id" | "state" | "version">,
  patch: ApplicationPatch,
): Promise<ApplicationRow | undefined> {
  const rows = await tx
    .update(applications)
    .set({ ...patch, version: sql`${applications.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(
      and(eq(applications.id, seen.id), eq(applications.state, seen.state), eq(applications.version, seen.version)),
    )
    .returning();
  return rows[0];
}

export const openOf = (reader: Reader | Tx, borrowerId: string): Promise<ApplicationRow[]> =>
  reader
    .select()
    .from(applications)
    .where(and(eq(applications.borrowerId, borrowerId), inArray(applications.state, [...OPEN_STATES])));

/** Applications submitted since a business moment: each of them is a look into the person's credit file. */
export async function countSince(reader: Reader | Tx, borrowerId: string, since: Date): Promise<number> {
  const rows = await reader
    .select({ count: sql<number>`count(*)::int` })
    .from(applications)
    .where(
      and(
        eq(applications.borrowerId, borrowerId),
        sql`${applications.submittedAt} > ${since.toISOString()}::timestamptz`,
      ),
    );
  return rows[0]?.count ?? 0;
}

/** Applications a consent was given for; none for text that is no id. */
export async function byConsent(reader: Reader | Tx, borrowerId: string, consentId: string): Promise<ApplicationRow[]> {
  if (!isId(consentId)) return [];
  return reader
    .select()
    .from(applications)
    .where(and(eq(applications.borrowerId, borrowerId), eq(applications.consentId, consentId)));
}

/** Ids of applications in a state since before a moment, oldest first. */
export async function idleSince(
  reader: Reader | Tx,
  state: ApplicationState,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await reader
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.state, state), sql`${applications.stateSince} < ${before.toISOString()}::timestamptz`))
    .orderBy(asc(applications.stateSince), asc(applications.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

const openCountsStatement = statement<{ ids: readonly string[] }, { productId: string; count: number }>(
  "open_application_counts",
  build
    .select({ productId: applications.productId, count: sql<number>`count(*)::int` })
    .from(applications)
    .where(and(among(applications.productId), inArray(applications.state, [...OPEN_STATES])))
    .groupBy(applications.productId),
);

const refusalsStatement = statement<{ borrowerId: string; since: string }, Refusal>(
  "refusals_of_borrower",
  build
    .select({ productId: applications.productId, amount: applications.amount, refusedAt: applications.stateSince })
    .from(applications)
    .where(
      and(
        eq(applications.borrowerId, sql.placeholder("borrowerId")),
        eq(applications.state, ApplicationState.REJECTED),
        sql`${applications.stateSince} >= ${sql.placeholder("since")}::timestamptz`,
      ),
    ),
);

/** What a product's lender has refused somebody. */
export interface Refusal {
  readonly productId: string;
  readonly amount: bigint;
  /** Business time. */
  readonly refusedAt: Date;
}

/** Applications of a borrower that stand refused, and have done so since no earlier than a business moment. */
export const refusals = (reader: Reader | Tx, borrowerId: string, since: Date): Promise<Refusal[]> =>
  refusalsStatement.all(reader, { borrowerId, since: since.toISOString() });

/** Open applications of each product, for the pages that list products to their keepers. */
export const openCounts = (
  reader: Reader,
  productIds: readonly string[],
): Promise<{ productId: string; count: number }[]> => openCountsStatement.all(reader, { ids: productIds });

export async function attach(tx: Tx, rows: readonly Omit<ApplicationDocumentRow, "attachedAt">[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(applicationDocuments)
      .values([...rows])
      .onConflictDoNothing();
}

const documentsStatement = statement<{ ids: readonly string[] }, ApplicationDocumentRow>(
  "documents_of_applications",
  build
    .select()
    .from(applicationDocuments)
    .where(among(applicationDocuments.applicationId))
    .orderBy(asc(applicationDocuments.attachedAt), asc(applicationDocuments.documentId)),
);

export const documentsOf = (
  reader: Reader | Tx,
  applicationIds: readonly string[],
): Promise<ApplicationDocumentRow[]> => documentsStatement.all(reader, { ids: applicationIds });

/** Whether a document stands behind an application of that scope. */
export async function isAttached(
  reader: Reader | Tx,
  scope: Scope,
  applicationId: string,
  documentId: string,
): Promise<boolean> {
  if (!isId(applicationId) || !isId(documentId)) return false;
  const rows = await reader
    .select({ id: applications.id })
    .from(applicationDocuments)
    .innerJoin(applications, eq(applications.id, applicationDocuments.applicationId))
    .where(
      and(
        eq(applicationDocuments.applicationId, applicationId),
        eq(applicationDocuments.documentId, documentId),
        inScope(scope),
      ),
    );
  return rows.length > 0;
}
