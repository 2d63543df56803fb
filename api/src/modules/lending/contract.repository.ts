import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { among, build, owner, type Reader, scopedStatement, type Tx } from "../../kernel/database/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Scope } from "../../kernel/viewer/index.js";
import {
  type ContractPreviewRow,
  type ContractRow,
  contractPreviews,
  contracts,
  type DisbursementRow,
  disbursements,
} from "./contract.tables.js";
import type { DisbursementState } from "./disbursement.states.js";
import { loans } from "./loan.tables.js";

type Owned = typeof contracts | typeof disbursements;

const ownersOf = (table: Owned) => ({
  borrower: eq(table.borrowerId, owner),
  institution: eq(table.institutionId, owner),
});

const contractsBy = (name: string, column: typeof contracts.id | typeof contracts.applicationId) =>
  scopedStatement<{ ids: readonly string[] }, ContractRow>(name, ownersOf(contracts), (isOwned) =>
    build
      .select()
      .from(contracts)
      .where(and(among(column), isOwned)),
  );
const byIdsStatement = contractsBy("contracts_by_ids", contracts.id);
const ofApplicationsStatement = contractsBy("contracts_of_applications", contracts.applicationId);

export async function insert(tx: Tx, row: typeof contracts.$inferInsert): Promise<ContractRow> {
  const [contract] = await tx.insert(contracts).values(row).returning();
  if (!contract) throw new Error("the contract was not written");
  return contract;
}

export const find = async (reader: Reader | Tx, scope: Scope, id: string): Promise<ContractRow | undefined> =>
  isId(id) ? byIdsStatement.first(reader, scope, { ids: [id] }) : undefined;

export async function ofApplication(reader: Reader | Tx, applicationId: string): Promise<ContractRow | undefined> {
  if (!isId(applicationId)) return undefined;
  return (await reader.select().from(contracts).where(eq(contracts.applicationId, applicationId)))[0];
}

export const ofApplications = (reader: Reader, scope: Scope, ids: readonly string[]): Promise<ContractRow[]> =>
  ofApplicationsStatement.all(reader, scope, { ids });

export const byIds = (reader: Reader, scope: Scope, ids: readonly string[]): Promise<ContractRow[]> =>
  byIdsStatement.all(reader, scope, { ids });

export async function bySha256(reader: Reader, sha256: string): Promise<ContractRow | undefined> {
  return (await reader.select().from(contracts).where(eq(contracts.pdfSha256, sha256)))[0];
}

/** The same text shown again is the same row. */
export async function insertPreview(
  tx: Tx,
  row: typeof contractPreviews.$inferInsert,
): Promise<{ readonly isNew: boolean }> {
  const rows = await tx
    .insert(contractPreviews)
    .values(row)
    .onConflictDoNothing({ target: [contractPreviews.disclosureId, contractPreviews.paperHash] })
    .returning({ id: contractPreviews.id });
  return { isNew: rows.length > 0 };
}

export async function previewOf(
  reader: Reader | Tx,
  disclosureId: string,
  paperHash: string,
): Promise<ContractPreviewRow | undefined> {
  const isIt = and(eq(contractPreviews.disclosureId, disclosureId), eq(contractPreviews.paperHash, paperHash));
  return (await reader.select().from(contractPreviews).where(isIt))[0];
}

/** Applications of the contracts signed with a card that have no loan yet. */
export async function awaitingPayout(reader: Reader | Tx, bankCardId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: contracts.applicationId })
    .from(contracts)
    .leftJoin(loans, eq(loans.contractId, contracts.id))
    .where(and(eq(contracts.bankCardId, bankCardId), isNull(loans.id)));
  return rows.map(({ id }) => id);
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

const disbursementsStatement = scopedStatement<{ ids: readonly string[] }, DisbursementRow>(
  "disbursements_of_applications",
  ownersOf(disbursements),
  (isOwned) =>
    build
      .select()
      .from(disbursements)
      .where(and(among(disbursements.applicationId), isOwned)),
);

export const disbursementsOf = (reader: Reader, scope: Scope, ids: readonly string[]): Promise<DisbursementRow[]> =>
  disbursementsStatement.all(reader, scope, { ids });
