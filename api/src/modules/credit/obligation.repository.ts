import { eq, inArray, sql } from "drizzle-orm";
import { build, type Reader, statement, type Tx } from "../../kernel/database/index.js";
import { obligations } from "./obligation.tables.js";

type NewObligation = Omit<typeof obligations.$inferInsert, "id" | "updatedAt">;

/** The newest word counts, for each loan. */
export async function record(tx: Tx, rows: readonly NewObligation[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(obligations)
    .values([...rows])
    .onConflictDoUpdate({
      target: obligations.loanId,
      set: {
        monthlyPayment: sql`excluded.monthly_payment`,
        outstanding: sql`excluded.outstanding`,
        endsOn: sql`excluded.ends_on`,
        isRunning: sql`excluded.is_running`,
        updatedAt: sql`clock_timestamp()`,
      },
    });
}

export const count = (reader: Reader | Tx): Promise<number> => reader.$count(obligations);

/** Which of the loans are on the record. */
export async function knownAmong(reader: Reader | Tx, loanIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader
    .select({ loanId: obligations.loanId })
    .from(obligations)
    .where(inArray(obligations.loanId, [...loanIds]));
  return new Set(rows.map(({ loanId }) => loanId));
}

export interface DebtsRow {
  readonly monthly: string;
  readonly outstanding: string;
  readonly count: string;
  readonly bureauMonthly: string | null;
  readonly bureauAt: string | null;
}

const borrower = sql.placeholder("borrowerId");
const newest = (what: string) =>
  sql<
    string | null
  >`(select ${sql.raw(what)} from credit_reports where borrower_id = ${borrower}::uuid order by fetched_at desc, id desc limit 1)`;

const debts = statement<{ borrowerId: string }, DebtsRow>(
  "debts_of_borrower",
  build
    .select({
      monthly: sql<string>`coalesce(sum(${obligations.monthlyPayment}), 0)::text`.as("monthly"),
      outstanding: sql<string>`coalesce(sum(${obligations.outstanding}), 0)::text`.as("outstanding"),
      count: sql<string>`count(*)::text`.as("count"),
      bureauMonthly: newest("monthly_obligation::text").as("bureau_monthly"),
      bureauAt: newest("fetched_at::text").as("bureau_at"),
    })
    .from(obligations)
    .where(sql`${eq(obligations.borrowerId, borrower)} and ${obligations.isRunning}`),
);

/** What runs on this platform, and what the newest bureau report says, in one read. */
export const ofBorrower = async (reader: Reader | Tx, borrowerId: string): Promise<DebtsRow | undefined> =>
  debts.first(reader, { borrowerId });
