import type { Facts, FactValue } from "../values/value.ts";

/** The facts known so far in a decision. A Map, so that no field id can meet a property of Object. */
export type Known = ReadonlyMap<string, FactValue>;

const FACT_TYPES: ReadonlySet<string> = new Set(["bigint", "string", "boolean"]);

/** Unknown values are left out; the order of the keys does not matter to anything that reads the result. */
export function knownOf(facts: Facts): Map<string, FactValue> {
  const known = new Map<string, FactValue>();
  for (const id of Object.keys(facts)) {
    const value = facts[id];
    // A fraction, NaN or an object is no fact: were it let in, `isKnown` would hold for it and every comparison would not.
    const isFact = typeof value === "number" ? Number.isSafeInteger(value) : FACT_TYPES.has(typeof value);
    if (isFact && value !== undefined) known.set(id, value);
  }
  return known;
}
