/** Many rows in few statements: one parameter of JSON per thousand, which the database unfolds by its own column types. */
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../../kernel/database/index.js";

const ROWS_AT_ONCE = 1_000;

/** JSON has no integer beyond doubles: fen travel as text. Only rows that hold some are copied. */
function withTextFor(
  fields: readonly string[],
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (fields.length === 0) return row;
  const copy = { ...row };
  for (const field of fields) copy[field] = copy[field]?.toString() ?? null;
  return copy;
}

/**
 * Inserts rows as drizzle would, checks and triggers included. Every row names the same columns as the first; what
 * none of them names takes the column's default. JSON columns must hold plain JSON.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.entries(getTableColumns(table)).filter(([field]) => Object.hasOwn(first, field));
  const amounts = fields.flatMap(([field, column]) => (column.getSQLType() === "bigint" ? [field] : []));
  const list = (part: (field: string, column: (typeof fields)[number][1]) => string) =>
    sql.raw(fields.map(([field, column]) => part(field, column)).join(", "));
  const columns = list((_, { name }) => `"${name}"`);
  const values = list((field) => `given."${field}"`);
  const shape = list((field, column) => `"${field}" ${column.getSQLType()}`);
  const name = sql.raw(`"${getTableName(table)}"`);
  // The next part is written out while the database takes in the one before.
  let taken: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const text = JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE).map((row) => withTextFor(amounts, row)));
    await taken;
    taken = Promise.resolve(
      tx.execute(
        sql`insert into ${name} (${columns}) select ${values} from json_to_recordset(${text}::json) as given (${shape})`,
      ),
    );
  }
  await taken;
}
