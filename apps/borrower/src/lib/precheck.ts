import { useSyncExternalStore } from "react";

const key = "daichao.precheck";
const hearers = new Set<() => void>();

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser that keeps nothing: the pre-check then lasts as long as its dialogue.
    return null;
  }
}

/** Keeps the token of the last pre-check in this browser; null forgets it. */
export function keepPrecheck(token: string | null): void {
  try {
    if (token === null) localStorage.removeItem(key);
    else localStorage.setItem(key, token);
  } catch {
    // As above.
  }
  for (const hear of hearers) hear();
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear);
  addEventListener("storage", hear);
  return () => {
    hearers.delete(hear);
    removeEventListener("storage", hear);
  };
}

/** The token of the last pre-check in this browser, null while there is none. */
export const usePrecheckToken = (): string | null => useSyncExternalStore(subscribe, read, () => null);
