import { useSyncExternalStore } from "react";

// Why nothing is recorded for a while, in the language it was said in.
let present: string | null = null;
let ending: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function become(next: string | null): void {
  present = next;
  for (const listener of listeners) listener();
}

/** Recording rests for so long; answers false when it rests already, so that nobody is told twice. */
export function restActivity(sentence: string, waitMs: number): boolean {
  const isNew = present === null;
  clearTimeout(ending);
  ending = setTimeout(() => become(null), waitMs);
  become(sentence);
  return isNew;
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Why recording rests now; null while it does not. */
export const useActivityRest = (): string | null => useSyncExternalStore(subscribe, () => present);
