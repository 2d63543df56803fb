/** Many rows in few statements: one parameter of JSON per thousand, which the database unfolds by its own column types. */
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../../kernel/database/index.js";

const ROWS_AT_ONCE = 1_000;

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/**
 * Inserts rows as drizzle would, checks and triggers included. Every row names the same columns as the first; what
 * none of them names takes the column's default.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const known = getTableColumns(table);
  const fields = Object.entries(known).filter(([field]) => Object.hasOwn(first, field));
  const columns = sql.raw(fields.map(([, column]) => `"${column.name}"`).join(", "));
  const name = sql.raw(`"${getTableName(table)}"`);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE).map((row) => {
      const values: Record<string, unknown> = { ...row };
      return Object.fromEntries(fields.map(([field, column]) => [column.name, values[field] ?? null]));
    });
    const text = JSON.stringify(part, plain);
    await tx.execute(
      sql`insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, ${text}::json)`,
    );
  }
}
