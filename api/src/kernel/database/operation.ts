/**
 * One read-only transaction per query operation, opened by its first read and shared by everything it resolves.
 * After the end, or after its connection is lost, it refuses: a late resolver must never run on a connection
 * that already serves another viewer.
 */
import type { Sql, TransactionSql } from "postgres";
import { kernelErrors } from "../errors/index.js";
import type { Viewer } from "../viewer/index.js";
import { Convoy, type ConvoyTexts, type DriverRows } from "./convoy.js";
import { refusalOf } from "./faults.js";
import type { Reader } from "./reader.js";
import { drizzleOn, type QueryClient } from "./session.js";
import { SET_VIEWER, settingsOf } from "./settings.js";

export interface OperationReads {
  readonly reader: Reader;
  /** Number of statements sent so far, the viewer's settings not counted. */
  statementCount(): number;
  end(): Promise<void>;
}

interface OpenTransaction {
  readonly connection: Promise<TransactionSql>;
  finish(): Promise<void>;
}

// postgres.js's `reserve` would spare a round trip, but a reservation that failed while the server was away is granted
// to nobody once it is back, and takes its connection with it.
function beginReading(pool: Sql, viewer: Viewer): OpenTransaction {
  let release: () => void = () => {};
  let done: Promise<unknown> = Promise.resolve();
  const connection = new Promise<TransactionSql>((resolve, reject) => {
    done = pool
      .begin("read only", async (transaction) => {
        // Not awaited: it travels with the first select.
        transaction.unsafe(SET_VIEWER, settingsOf(viewer), { prepare: true }).catch(() => undefined);
        resolve(transaction);
        await new Promise<void>((finish) => {
          release = finish;
        });
      })
      .catch(reject);
  });
  return {
    connection,
    async finish() {
      await connection.catch(() => undefined);
      release();
      await done.catch(() => undefined);
    },
  };
}

export function openReads(pool: Sql, viewer: Viewer, texts: ConvoyTexts): OperationReads {
  let transaction: OpenTransaction | undefined;
  let isEnded = false;
  let running = 0;
  let sent = 0;
  let drained: () => void = () => {};

  async function run(query: (connection: TransactionSql) => PromiseLike<unknown>): Promise<unknown> {
    if (isEnded) throw kernelErrors.unavailable();
    transaction ??= beginReading(pool, viewer);
    running += 1;
    sent += 1;
    try {
      return await query(await transaction.connection);
    } catch (error) {
      throw refusalOf(error);
    } finally {
      running -= 1;
      if (running === 0) drained();
    }
  }

  const rows = (text: string, parameters: readonly unknown[], options?: { prepare?: boolean }) =>
    run((connection) => connection.unsafe(text, [...parameters] as never[], options).values());
  const convoy = new Convoy(
    texts,
    (text, parameters) => rows(text, parameters, { prepare: true }) as Promise<DriverRows>,
  );
  const client: QueryClient = {
    unsafe: (text, parameters = [], options) => ({
      // biome-ignore lint/suspicious/noThenProperty: drizzle awaits what a postgres.js client returns
      then: (resolve, reject) =>
        run((connection) => connection.unsafe(text, parameters as never[], options)).then(resolve, reject),
      values: () => (options?.prepare ? convoy.ask(text, parameters) : rows(text, parameters, options)),
    }),
  };

  return {
    reader: drizzleOn(client) as unknown as Reader,
    statementCount: () => sent,
    async end() {
      if (isEnded) return;
      isEnded = true;
      if (!transaction) return;
      // A commit queued in the same tick as a select overtakes it.
      if (running > 0) await new Promise<void>((resolve) => (drained = resolve));
      await transaction.finish();
    },
  };
}
