/** What bureaus say about applicants: consent first, every question on record, one report per application while it is fresh. */
export { creditEvents } from "./credit.events.js";
export { creditReportByApplication } from "./credit.loaders.js";
export type { CreditService } from "./credit.service.js";
export type { CreditReportRow } from "./credit-report.tables.js";
export { CreditReport } from "./credit-report.types.js";
