/** JSON that is there at once where it can be, and later where somebody has to be waited for. */

/** JSON text, at once or later. */
export type Text = string | Promise<string>;

const NEEDS_ESCAPE = /["\\\p{Cc}\ud800-\udfff]/u;
export const quoted = (text: string): string => (NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`);

/** As GraphQL sees it: whatever can be waited for. */
export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** The parts as one text, once all of them are there. */
export async function joined(parts: Text[]): Promise<string> {
  const waiting = parts.filter((part) => typeof part !== "string");
  const found = (await Promise.all(waiting))[Symbol.iterator]();
  let text = "";
  for (const part of parts) text += typeof part === "string" ? part : (found.next().value ?? "");
  return text;
}

/** Nobody waits for these any more; that one of them fails is nobody's surprise. */
export function leave(parts: readonly Text[]): void {
  for (const part of parts) if (typeof part !== "string") part.catch(() => undefined);
}
