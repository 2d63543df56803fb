import { FeeBasis, FeeRatePer, type FeeTerm } from "./fee-term.ts";
import { FinanceError } from "./finance-error.ts";
import { type CompleteTerms, completeTerms, type LoanTerms } from "./loan-terms.ts";

/**
 * Terms as one text: keys in order, defaults written out, amounts as decimal fen. Equal terms give equal text whoever
 * wrote them, so its hash can stand for them in a contract.
 */
export function canonicalTerms(terms: LoanTerms): string {
  const complete = completeTerms(terms);
  return canonicalText({ ...complete, fees: complete.fees.map(withDefaults) });
}

const withDefaults = (fee: FeeTerm): FeeTerm =>
  fee.basis === FeeBasis.AMOUNT ? fee : { ...fee, ratePer: fee.ratePer ?? FeeRatePer.CHARGE };

const AMOUNT_FIELDS = new Set(["principal", "instalmentMultiple", "amount"]);

/** Reads a text made by canonicalTerms back into terms, and checks them; refuses text that is no such thing. */
export function parseCanonicalTerms(text: string): CompleteTerms {
  const revive = (key: string, value: unknown): unknown =>
    AMOUNT_FIELDS.has(key) && typeof value === "string" && /^-?\d{1,30}$/.test(value) ? BigInt(value) : value;
  return completeTerms(parsed(text, revive));
}

function parsed(text: string, revive: (key: string, value: unknown) => unknown): LoanTerms {
  try {
    return JSON.parse(text, revive);
  } catch {
    throw new FinanceError("TERMS_INVALID", { field: "text" });
  }
}

function canonicalText(value: unknown): string {
  if (typeof value === "bigint") return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalText(entry)}`).join(",")}}`;
}
