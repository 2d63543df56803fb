import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import { type ContractRow, contracts, type DisbursementRow, disbursements } from "./contract.tables.js";
import type { DisbursementState } from "./disbursement.states.js";

type Owned = typeof contracts | typeof disbursements;

function within(table: Owned, scope: Scope): SQL | undefined {
  if (scope === "all") return undefined;
  if (scope === "none" || "channelId" in scope) return sql`false`;
  return "borrowerId" in scope ? eq(table.borrowerId, scope.borrowerId) : eq(table.institutionId, scope.institutionId);
}

export async function insert(tx: Tx, row: typeof contracts.$inferInsert): Promise<ContractRow> {
  const [contract] = await tx.insert(contracts).values(row).returning();
  if (!contract) throw new Error("the contract was not written");
  return contract;
}

export async function find(reader: Reader | Tx, scope: Scope, id: string): Promise<ContractRow | undefined> {
  if (!isId(id)) return undefined;
  return (
    await reader
      .select()
      .from(contracts)
      .where(and(eq(contracts.id, id), within(contracts, scope)))
  )[0];
}

export async function ofApplication(reader: Reader | Tx, applicationId: string): Promise<ContractRow | undefined> {
  if (!isId(applicationId)) return undefined;
  return (await reader.select().from(contracts).where(eq(contracts.applicationId, applicationId)))[0];
}

export async function ofApplications(reader: Reader, scope: Scope, ids: readonly string[]): Promise<ContractRow[]> {
  return reader
    .select()
    .from(contracts)
    .where(and(inArray(contracts.applicationId, [...ids]), within(contracts, scope)));
}

export async function byIds(reader: Reader, scope: Scope, ids: readonly string[]): Promise<ContractRow[]> {
  return reader
    .select()
    .from(contracts)
    .where(and(inArray(contracts.id, [...ids]), within(contracts, scope)));
}

export async function bySha256(reader: Reader, sha256: string): Promise<ContractRow | undefined> {
  return (await reader.select().from(contracts).where(eq(contracts.pdfSha256, sha256)))[0];
}

export async function insertDisbursement(tx: Tx, row: typeof disbursements.$inferInsert): Promise<DisbursementRow> {
  const [disbursement] = await tx.insert(disbursements).values(row).returning();
  if (!disbursement) throw new Error("the disbursement was not written");
  return disbursement;
}

export async function lockDisbursement(
  tx: Tx,
  by: { id: string } | { applicationId: string },
): Promise<DisbursementRow | undefined> {
  const where = "id" in by ? eq(disbursements.id, by.id) : eq(disbursements.applicationId, by.applicationId);
  return (await tx.select().from(disbursements).where(where).for("no key update"))[0];
}

type DisbursementChange = Partial<
  Pick<DisbursementRow, "state" | "orderId" | "tryCount" | "bankReference" | "failure" | "settledAt">
>;

/** Compare-and-set on the state; undefined when it stands elsewhere. `settledNow` stamps the outcome. */
export async function moveDisbursement(
  tx: Tx,
  id: string,
  from: readonly DisbursementState[],
  change: DisbursementChange & { readonly state: DisbursementState },
  settledNow = false,
): Promise<DisbursementRow | undefined> {
  const rows = await tx
    .update(disbursements)
    .set({
      ...change,
      ...(settledNow ? { settledAt: sql`clock_timestamp()` } : {}),
      version: sql`${disbursements.version} + 1`,
    })
    .where(and(eq(disbursements.id, id), inArray(disbursements.state, [...from])))
    .returning();
  return rows[0];
}

export async function disbursementsOf(
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<DisbursementRow[]> {
  return reader
    .select()
    .from(disbursements)
    .where(and(inArray(disbursements.applicationId, [...ids]), within(disbursements, scope)));
}
