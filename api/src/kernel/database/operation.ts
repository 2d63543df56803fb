/**
 * One read-only transaction per query operation, opened by its first read and shared by everything it resolves.
 * After the end, or after its connection is lost, it refuses: a late resolver must never run on a connection
 * that already serves another viewer.
 */
import type { Sql, TransactionSql } from "postgres";
import { kernelErrors } from "../errors/index.js";
import type { Viewer } from "../viewer/index.js";
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

export function openReads(pool: Sql, viewer: Viewer): OperationReads {
  let connection: Promise<TransactionSql> | undefined;
  let release: () => void = () => {};
  let done: Promise<unknown> = Promise.resolve();
  let isEnded = false;
  let running = 0;
  let sent = 0;
  let drained: () => void = () => {};

  // postgres.js's `reserve` would spare a round trip, but a reservation that failed while the server was away is granted
  // to nobody once it is back, and takes its connection with it.
  function begin(): Promise<TransactionSql> {
    return new Promise((resolve, reject) => {
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
  }

  async function run(
    text: string,
    parameters: unknown[] | undefined,
    options: { prepare?: boolean } | undefined,
    asValues: boolean,
  ) {
    if (isEnded) throw kernelErrors.unavailable();
    connection ??= begin();
    running += 1;
    sent += 1;
    try {
      const transaction = await connection;
      const query = transaction.unsafe(text, parameters as never[], options);
      return await (asValues ? query.values() : query);
    } catch (error) {
      throw refusalOf(error);
    } finally {
      running -= 1;
      if (running === 0) drained();
    }
  }

  const client: QueryClient = {
    unsafe: (text, parameters, options) => ({
      // biome-ignore lint/suspicious/noThenProperty: drizzle awaits what a postgres.js client returns
      then: (resolve, reject) => run(text, parameters, options, false).then(resolve, reject),
      values: () => run(text, parameters, options, true),
    }),
  };

  return {
    reader: drizzleOn(client) as unknown as Reader,
    statementCount: () => sent,
    async end() {
      if (isEnded) return;
      isEnded = true;
      if (!connection) return;
      // A commit queued in the same tick as a select overtakes it.
      if (running > 0) await new Promise<void>((resolve) => (drained = resolve));
      await connection.catch(() => undefined);
      release();
      await done.catch(() => undefined);
    },
  };
}
