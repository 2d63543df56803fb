import { sha256 } from "../../kernel/crypto/index.js";
import { canonical } from "../../kernel/once/index.js";
import type { CostRange } from "./product-cost.rules.js";
import { type ContingentCost, type ProductTerms, termsOf } from "./product-terms.rules.js";
import { syllablesOf } from "./search-document.rules.js";

/** The stored content of a version: the terms, what breaking them costs, the figures computed from them, and the hash of it all. */
export function contentOf(given: ProductTerms, costs: CostRange, contingentCosts: readonly ContingentCost[]) {
  const terms = termsOf(given);
  return {
    ...terms,
    termOptions: [...terms.termOptions],
    repaymentMethods: [...terms.repaymentMethods],
    requiredDocuments: [...terms.requiredDocuments],
    contingentCosts,
    annualCostMin: costs.min,
    annualCostMax: costs.max,
    dearestCompound: costs.dearestBy.IRR_COMPOUND,
    dearestDated: costs.dearestBy.XIRR,
    contentHash: sha256(canonical({ terms, contingentCosts })),
  };
}

/** The annual cost of a stored version. */
export { type CostSpan, costSpanOf as costOfVersion } from "./product-view.rules.js";

/** A readable address: the name's pinyin and the end of the id, which keeps namesakes apart. */
export const slugOf = (name: string, id: string): string =>
  [...syllablesOf(name).slice(0, 12), id.slice(-6)].join("-").slice(0, 90);
