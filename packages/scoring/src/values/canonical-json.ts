import { ScoringError } from "../scoring-error.ts";
/**
 * The one text of a value: keys sorted by code unit, no blanks, undefined members dropped, money tagged as text.
 * Equal models give equal text whatever order they were typed in, so callers may hash it. Throws on NaN and
 * Infinity, and on objects that are more than their members (a Date, a Map).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "bigint") return `{"kind":"money","value":"${value}"}`;
  if (typeof value === "number") {
    if (!Number.isFinite(value))
      throw new ScoringError("INPUT_INVALID", "canonical JSON has no place for NaN or Infinity");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const shape: unknown = Object.getPrototypeOf(value);
    // A Date or a Map has no members of its own: two different ones would be one text.
    if (shape !== Object.prototype && shape !== null)
      throw new ScoringError("INPUT_INVALID", `canonical JSON has no place for a ${value.constructor.name}`);
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  throw new ScoringError("INPUT_INVALID", `canonical JSON has no place for a ${typeof value}`);
}
