import { sql } from "drizzle-orm";
import type { Tx } from "../database/index.js";

export interface EnqueueOptions {
  /** A job with this key that has not started is replaced instead of doubled. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** Queues a job in the caller's transaction: it exists if and only if that commits. The payload is plain JSON. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  options: EnqueueOptions = {},
): Promise<void> {
  await tx.execute(
    sql`select daichao_enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.runAt?.toISOString() ?? null}::timestamptz, ${options.queue ?? null})`,
  );
}
