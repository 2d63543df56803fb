import { type CompleteTerms, completeTerms, type LoanTerms } from "./loan-terms.ts";

/**
 * Terms as one text: keys in order, defaults written out, amounts as decimal fen. Equal terms give equal text whoever
 * wrote them, so its hash can stand for them in a contract.
 */
export const canonicalTerms = (terms: LoanTerms): string => canonicalText(completeTerms(terms));

const AMOUNT_FIELDS = new Set(["principal", "instalmentMultiple", "amount"]);

/** Reads a text made by canonicalTerms back into terms, and checks them. */
export function parseCanonicalTerms(text: string): CompleteTerms {
  const revive = (key: string, value: unknown): unknown =>
    AMOUNT_FIELDS.has(key) && typeof value === "string" ? BigInt(value) : value;
  const terms: LoanTerms = JSON.parse(text, revive);
  return completeTerms(terms);
}

function canonicalText(value: unknown): string {
  if (typeof value === "bigint") return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalText(entry)}`).join(",")}}`;
}
