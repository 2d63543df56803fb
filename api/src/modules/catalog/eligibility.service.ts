/** The conditions of a product as sentences in the reader's language. */
export { eligibilityLines as linesOf } from "./eligibility-line.rules.js";
