import { useSyncExternalStore } from "react";

/** Why nothing is recorded for a while, in the reader's language when it was said, and until when. */
export interface ActivityRest {
  readonly sentence: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

let present: ActivityRest | null = null;
let ending: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function become(next: ActivityRest | null): void {
  present = next;
  for (const listener of listeners) listener();
}

/** Recording rests for so long; answers false when it rests already, so that nobody is told twice. */
export function restActivity(sentence: string, waitMs: number): boolean {
  const isNew = present === null;
  clearTimeout(ending);
  ending = setTimeout(() => become(null), waitMs);
  become({ sentence, until: Date.now() + waitMs });
  return isNew;
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The rest that recording takes now, if any. */
export const useActivityRest = (): ActivityRest | null => useSyncExternalStore(subscribe, () => present);
