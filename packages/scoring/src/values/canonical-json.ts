/**
 * The one text of a value: keys sorted by code unit, no blanks, undefined members dropped, money tagged as text.
 * Equal models give equal text whatever order they were typed in, so callers may hash it. Throws on NaN and Infinity.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "bigint") return `{"kind":"money","value":"${value}"}`;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error("canonical JSON has no place for NaN or Infinity");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  throw new Error(`canonical JSON has no place for a ${typeof value}`);
}
