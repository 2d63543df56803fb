/** One intent, one effect: the second call with the same key gets the first one's answer. */
import { and, eq } from "drizzle-orm";
import { sha256 } from "../crypto/index.js";
import type { Tx } from "../database/index.js";
import { kernelErrors } from "../errors/index.js";
import { ownerKeyOf, type Viewer } from "../viewer/index.js";
import { idempotencyKeys } from "./once.tables.js";

export interface Intent {
  readonly key: string;
  /** Name of the mutation. */
  readonly operation: string;
  /** What was asked; the same key with other content is a conflict. bigint is allowed. */
  readonly request: unknown;
}

/** JSON with sorted keys and bigint as text: equal content gives equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (typeof part !== "object" || part === null || Array.isArray(part) || part instanceof Date) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Runs `work` once per viewer and key, in the caller's transaction, and keeps its answer (plain JSON: ids, not rows).
 * A racing second call waits for the first to commit and then gets its answer.
 * @throws INVALID_INPUT on a key shorter than 8 or longer than 128 characters; KEY_REUSED when the content differs.
 */
export async function once<Answer>(
  tx: Tx,
  viewer: Viewer,
  intent: Intent,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (intent.key.length < 8 || intent.key.length > 128)
    throw kernelErrors.invalidInput({ rule: "isLength", min: 8, max: 128 }, "idempotencyKey");
  const owner = ownerKeyOf(viewer);
  const { key, operation } = intent;
  const requestHash = sha256(canonical({ operation, request: intent.request }));
  const mine = and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key));
  const inserted = await tx
    .insert(idempotencyKeys)
    .values({ owner, key, operation, requestHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (inserted.length === 0) {
    const [row] = await tx.select().from(idempotencyKeys).where(mine);
    if (!row || row.requestHash !== requestHash) throw kernelErrors.keyReused();
    return row.answer as Answer;
  }
  const answer = await work();
  await tx.update(idempotencyKeys).set({ answer }).where(mine);
  return answer;
}
