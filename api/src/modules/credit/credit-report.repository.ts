import { and, desc, eq, sql } from "drizzle-orm";
import { among, build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { QueryState } from "./credit.states.js";
import { type BureauQueryRow, bureauQueries, type CreditReportRow, creditReports } from "./credit-report.tables.js";

/** One fetch at a time for an application, until the transaction ends. */
export async function lock(tx: Tx, applicationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`credit:${applicationId}`}, 0))`);
}

/** The question that is out for an application, if any. */
export async function openQuery(tx: Tx, applicationId: string): Promise<BureauQueryRow | undefined> {
  const rows = await tx
    .select()
    .from(bureauQueries)
    .where(and(eq(bureauQueries.applicationId, applicationId), eq(bureauQueries.state, QueryState.ASKED)))
    .limit(1);
  return rows[0];
}

export async function insertQuery(tx: Tx, row: typeof bureauQueries.$inferInsert): Promise<BureauQueryRow> {
  const [inserted] = await tx.insert(bureauQueries).values(row).returning();
  if (!inserted) throw new Error("a bureau query was not written");
  return inserted;
}

/** False when it had been answered before. */
export async function endQuery(tx: Tx, id: string, state: QueryState): Promise<boolean> {
  const rows = await tx
    .update(bureauQueries)
    .set({ state, answeredAt: sql`clock_timestamp()` })
    .where(and(eq(bureauQueries.id, id), eq(bureauQueries.state, QueryState.ASKED)))
    .returning({ id: bureauQueries.id });
  return rows.length === 1;
}

export async function insertReport(tx: Tx, row: typeof creditReports.$inferInsert): Promise<CreditReportRow> {
  const [inserted] = await tx.insert(creditReports).values(row).returning();
  if (!inserted) throw new Error("a credit report was not written");
  return inserted;
}

const reportsOf = statement<{ ids: readonly string[] }, CreditReportRow>(
  "credit_reports_of_applications",
  build
    .select()
    .from(creditReports)
    .where(among(creditReports.applicationId))
    .orderBy(desc(creditReports.fetchedAt), desc(creditReports.id)),
);

/** Newest first, of all these applications. */
export const ofApplications = (reader: Reader | Tx, applicationIds: readonly string[]): Promise<CreditReportRow[]> =>
  reportsOf.all(reader, { ids: applicationIds });

export async function latest(reader: Reader | Tx, applicationId: string): Promise<CreditReportRow | undefined> {
  return (await ofApplications(reader, [applicationId]))[0];
}
