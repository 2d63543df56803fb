/** drizzle on a connection we hold: one dialect, and a session per transaction or operation. */
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";

export type Drizzle = PostgresJsDatabase<Record<string, never>>;

/** What drizzle asks of a postgres.js client when it runs a query. */
export interface QueryClient {
  unsafe(
    text: string,
    parameters?: unknown[],
    options?: { prepare?: boolean },
  ): PromiseLike<unknown> & { values(): PromiseLike<unknown> };
}

export const dialect = new PgDialect();

export function drizzleOn(client: Sql | TransactionSql | QueryClient): Drizzle {
  const session = new PostgresJsSession(client as Sql, dialect, undefined, {});
  return new PostgresJsDatabase(dialect, session, undefined) as Drizzle;
}
