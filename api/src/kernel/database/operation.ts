/**
 * One read-only transaction per query operation, opened by its first read and shared by everything it resolves.
 * After the end, or after its connection is lost, it refuses: a late resolver must never run on a connection
 * that already serves another viewer.
 */
import type { ReservedSql, Sql } from "postgres";
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
  let connection: Promise<ReservedSql> | undefined;
  let isEnded = false;
  let running = 0;
  let sent = 0;
  let drained: () => void = () => {};

  async function begin(): Promise<ReservedSql> {
    const reserved = await pool.reserve();
    // Neither is awaited: both travel with the first select. Without them it would see nothing behind the walls.
    reserved.unsafe("begin read only").catch(() => undefined);
    reserved.unsafe(SET_VIEWER, settingsOf(viewer), { prepare: true }).catch(() => undefined);
    return reserved;
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
      const reserved = await connection;
      const query = reserved.unsafe(text, parameters as never[], options);
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
      const reserved = await connection.catch(() => undefined);
      if (!reserved) return;
      // The connection goes back only once the transaction is over, or is gone with it.
      await reserved.unsafe("commit").catch(() => reserved.unsafe("rollback").catch(() => undefined));
      reserved.release();
    },
  };
}
