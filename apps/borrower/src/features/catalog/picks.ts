import { useSyncExternalStore } from "react";

/** A product put aside, as it was when it was. */
export interface Pick {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
}

export const mostPicked = 4;
const key = "daichao.picks";

function isPick(value: unknown): value is Pick {
  const { id, slug, name, version } = Object(value) as Record<keyof Pick, unknown>;
  return [id, slug, name].every((text) => typeof text === "string" && text !== "") && typeof version === "number";
}

// A tab that may keep nothing still compares within one page.
function kept(): readonly Pick[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(read) ? read.filter(isPick).slice(0, mostPicked) : [];
  } catch {
    return [];
  }
}

let picks: readonly Pick[] | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const current = (): readonly Pick[] => {
  picks ??= kept();
  return picks;
};

/** Puts these aside and no others; of more than four the first four. */
export function setPicks(next: readonly Pick[]): void {
  picks = next.slice(0, mostPicked);
  try {
    sessionStorage.setItem(key, JSON.stringify(picks));
  } catch {
    // Full or forbidden: they live as long as the page.
  }
  for (const listener of listeners) listener();
}

export const removePick = (id: string): void => setPicks(current().filter((pick) => pick.id !== id));

/** Takes a product in or out; a fifth is not taken in. */
export function togglePick(pick: Pick): void {
  if (current().some(({ id }) => id === pick.id)) removePick(pick.id);
  else setPicks([...current(), pick]);
}

/** The products put aside in this tab, to be compared or applied for; they outlive a change of page and a reload. */
export const usePicks = (): readonly Pick[] => useSyncExternalStore(subscribe, current);

/** Where they stand beside each other. The versions tell later readers what has changed since. */
export function compareHref(
  list: readonly Pick[],
  amount: number | null,
  term: number | null,
  method?: string,
): string {
  const params = new URLSearchParams({ ids: list.map(({ slug }) => slug).join(",") });
  if (amount !== null) params.set("amount", String(amount));
  if (term !== null) params.set("term", String(term));
  if (method !== undefined) params.set("method", method);
  params.set("v", list.map(({ version }) => version).join(","));
  return `/compare?${params}`;
}
