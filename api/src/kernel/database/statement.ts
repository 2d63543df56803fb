/**
 * Hot statements: built once at module load, kept as text and row mapper, run on whichever Reader or Tx is passed.
 * drizzle's own `.prepare()` keeps the client it was made on, which inside a transaction is another connection.
 * Leans on drizzle 0.45.4's session shape; database.test.ts compares it with the ordinary path.
 */
import { is, Param, Placeholder } from "drizzle-orm";
import { PgDialect, type PgSession } from "drizzle-orm/pg-core";
import { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Reader, Tx } from "./reader.js";
import { rowMapper, type SelectedField } from "./row-mapper.js";
import type { Drizzle, QueryClient } from "./session.js";

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

export interface Preparable<Row> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Row[]> };
}

export interface Statement<Values extends Record<string, unknown>, Row> {
  all(reader: Reader | Tx, values: Values): Promise<Row[]>;
  first(reader: Reader | Tx, values: Values): Promise<Row | undefined>;
}

type Values = Readonly<Record<string, unknown>>;

function givenIn(values: Values, name: string): unknown {
  if (!(name in values)) throw new Error(`no value for the placeholder ${name}`);
  return values[name];
}

/** How each parameter is had from the values of a call; drizzle would find that out anew each time. */
function parameterReaders(parameters: readonly unknown[]): ((values: Values) => unknown)[] {
  return parameters.map((parameter) => {
    if (is(parameter, Placeholder)) return (values) => givenIn(values, parameter.name);
    if (is(parameter, Param) && is(parameter.value, Placeholder)) {
      const { encoder, value } = parameter;
      return (values) => encoder.mapToDriverValue(givenIn(values, value.name));
    }
    return () => parameter;
  });
}

const clientOf = (reader: Reader | Tx): QueryClient =>
  (reader as unknown as { session: { client: QueryClient } }).session.client;

/** A name is what makes the driver keep the statement prepared on its connection. */
const PREPARED = { prepare: true };

/** Compiles a query made with `build`; `name` must be unique, `sql.placeholder` marks the values. */
export function statement<Values extends Record<string, unknown>, Row>(
  name: string,
  query: Preparable<Row>,
): Statement<Values, Row> {
  const captured = query.prepare(name) as unknown as Captured;
  const [{ sql: text, params }, fields] = captured.args;
  const readers = parameterReaders(params);
  // Joins are known only after `prepare`: the mapper is made with the first call.
  let map: ((row: readonly unknown[]) => Row) | undefined;
  const all = async (reader: Reader | Tx, values: Values): Promise<Row[]> => {
    const parameters = readers.map((read) => read(values));
    const client = clientOf(reader);
    if (!fields) return (await client.unsafe(text, parameters, PREPARED)) as Row[];
    const rows = (await client.unsafe(text, parameters, PREPARED).values()) as readonly unknown[][];
    map ??= rowMapper<Row>(fields as readonly SelectedField[], captured.joinsNotNullableMap);
    const mapped: Row[] = [];
    for (const row of rows) mapped.push(map(row));
    return mapped;
  };
  return { all, first: async (reader, values) => (await all(reader, values))[0] };
}
