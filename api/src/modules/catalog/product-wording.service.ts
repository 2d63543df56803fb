/** Fees and contingent costs in the reader's language. */
export { contingentNameIn, contingentStandardIn, feeNameIn, inLocale, standardIn } from "./product-wording.rules.js";
