/**
 * Hot statements: built once at module load, kept as text and row mapper, run on whichever Reader or Tx is passed.
 * drizzle's own `.prepare()` keeps the client it was made on, which inside a transaction is another connection.
 * Leans on drizzle 0.45.4's session shape; statement.test.ts compares it with the ordinary path.
 */
import { PgDialect, type PgSession } from "drizzle-orm/pg-core";
import { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Reader, Tx } from "./reader.js";
import type { Drizzle } from "./session.js";

type PrepareArguments = Parameters<PgSession["prepareQuery"]>;

interface Captured {
  readonly args: PrepareArguments;
  joinsNotNullableMap?: Record<string, boolean>;
  setToken(): Captured;
}

const capturing = {
  prepareQuery: (...args: PrepareArguments): Captured => ({
    args,
    setToken() {
      return this;
    },
  }),
};

/** Builds queries without a connection, for `statement`. */
export const build = new PostgresJsDatabase(new PgDialect(), capturing as never, undefined) as Drizzle;

interface Preparable<Row> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Row[]> };
}

export interface Statement<Values extends Record<string, unknown>, Row> {
  all(reader: Reader | Tx, values: Values): Promise<Row[]>;
  first(reader: Reader | Tx, values: Values): Promise<Row | undefined>;
}

/** Compiles a query made with `build`; `name` must be unique, `sql.placeholder` marks the values. */
export function statement<Values extends Record<string, unknown>, Row>(
  name: string,
  query: Preparable<Row>,
): Statement<Values, Row> {
  const captured = query.prepare(name) as unknown as Captured;
  const [text, fields, preparedName, isArrayMode, , metadata] = captured.args;
  const all = (reader: Reader | Tx, values: Values): Promise<Row[]> => {
    const { session } = reader as unknown as { session: PgSession };
    const prepared = session.prepareQuery(text, fields, preparedName, isArrayMode, undefined, metadata);
    Object.assign(prepared, { joinsNotNullableMap: captured.joinsNotNullableMap });
    return prepared.execute(values) as Promise<Row[]>;
  };
  return { all, first: async (reader, values) => (await all(reader, values))[0] };
}
