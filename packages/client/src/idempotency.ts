export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

/** One thing somebody wants done once, however often it is asked for. */
export interface Intent {
  /** The key of this intent. The same input gets the same key until the intent is settled; other input is another intent. */
  keyFor(input: unknown): string;
  /** The api has given its final word: the next request is a new intent. */
  settle(): void;
}

// Field order does not make an input another one.
function fingerprint(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

export function createIntent(newKey: () => string = newIdempotencyKey): Intent {
  let open: { readonly print: string; readonly key: string } | null = null;
  return {
    keyFor(input) {
      const print = fingerprint(input) ?? "";
      if (open?.print !== print) open = { print, key: newKey() };
      return open.key;
    },
    settle() {
      open = null;
    },
  };
}
