import type { Noted } from "../../lib/activity.ts";

/** What the api said to a batch. */
export type BatchAnswer = "recorded" | "refused" | { readonly waitMs: number };

export interface RecorderOptions {
  readonly send: (events: readonly (Noted & { id: string })[]) => Promise<BatchAnswer>;
  readonly newId?: () => string;
  /** Milliseconds after the first unsent event at which a batch goes out. */
  readonly patience?: number;
}

export interface Recorder {
  note(noted: Noted): void;
  /** Sends at once what is there, such as when the page is left. */
  flush(): void;
  /** Sends nothing more. */
  stop(): void;
}

const BATCH = 50;
const FULL = 20;
const MOST_WAITING = 500;

/**
 * Sends events in batches, each with an id of its own so that a repeat is harmless. A refusal ends it; a full quota
 * makes it wait; what gets no answer is tried once more and then let go. The page never waits for it.
 */
export function createRecorder({
  send,
  newId = () => crypto.randomUUID(),
  patience = 5_000,
}: RecorderOptions): Recorder {
  const waiting: (Noted & { id: string })[] = [];
  const retried = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let quietUntil = 0;
  // A page that is busy sends one batch after the other; only leaving does not wait for the one under way.
  let underWay = 0;

  function schedule(ms: number): void {
    timer ??= setTimeout(flush, ms);
  }

  function giveBack(batch: readonly (Noted & { id: string })[], waitMs: number): void {
    const again = batch.filter(({ id }) => !retried.has(id));
    for (const { id } of again) retried.add(id);
    waiting.unshift(...again.slice(0, MOST_WAITING - waiting.length));
    if (waiting.length > 0) schedule(waitMs);
  }

  function settle(batch: readonly (Noted & { id: string })[], answer: BatchAnswer): void {
    for (const { id } of batch) if (answer === "recorded") retried.delete(id);
    if (answer === "refused") stop();
    if (typeof answer === "object") {
      quietUntil = Date.now() + answer.waitMs;
      giveBack(batch, answer.waitMs);
    }
  }

  /** One batch, unless it has to wait. */
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isStopped || waiting.length === 0) return;
    const left = quietUntil - Date.now();
    if (left > 0) {
      schedule(left);
      return;
    }
    const batch = waiting.splice(0, BATCH);
    underWay += 1;
    send(batch)
      .then(
        (answer) => settle(batch, answer),
        () => giveBack(batch, patience),
      )
      .finally(() => {
        underWay -= 1;
        if (waiting.length > 0) schedule(waiting.length >= FULL ? 0 : patience);
      });
  }

  function stop(): void {
    isStopped = true;
    clearTimeout(timer);
    waiting.length = 0;
  }

  return {
    note(noted) {
      if (isStopped || waiting.length >= MOST_WAITING) return;
      waiting.push({ ...noted, id: newId() });
      if (waiting.length >= FULL && underWay === 0) flush();
      else schedule(patience);
    },
    flush,
    stop,
  };
}
