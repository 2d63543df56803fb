export interface DiffLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A recorded difference, field -> [before, after], as lines a person can read; anything else has no lines. */
export function diffLines(diff: Readonly<Record<string, unknown>> | null | undefined): DiffLine[] {
  return Object.entries(diff ?? {}).flatMap(([field, change]) =>
    Array.isArray(change) ? [{ field, before: textOf(change[0]), after: textOf(change[1]) }] : [],
  );
}
