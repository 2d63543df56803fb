/** Reads the whole book in one snapshot and names every row that breaks a promise. Changes nothing. */
import type { Sql } from "postgres";
import type { Check, Offence } from "./check.js";
import { ledgerChecks } from "./ledger-checks.js";
import { loanChecks } from "./loan-checks.js";
import { stateChecks } from "./state-checks.js";

export const checks: readonly Check[] = [...ledgerChecks, ...loanChecks, ...stateChecks];

export interface BooksReport {
  readonly checkCount: number;
  readonly offences: readonly Offence[];
  readonly milliseconds: number;
}

/** @param sql a connection of the schema's owner: the checks must see past every wall. */
export async function readBooks(sql: Sql): Promise<BooksReport> {
  const began = performance.now();
  const offences = await sql.begin("isolation level repeatable read read only", async (snapshot) => {
    const found: Offence[] = [];
    for (const check of checks) {
      const rows = await snapshot.unsafe<{ id: string; detail: string | null }[]>(check.sql);
      for (const { id, detail } of rows) found.push({ check: check.name, id, detail: detail ?? "" });
    }
    return found;
  });
  return { checkCount: checks.length, offences, milliseconds: Math.round(performance.now() - began) };
}
