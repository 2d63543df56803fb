/**
 * What is known of a person's debts. Bureaus are asked by consent only, every question is on record, one report per
 * application while it is fresh; what somebody owes on this platform is written here by those who service the loans.
 */
export { creditEvents } from "./credit.events.js";
export { creditReportByApplication } from "./credit.loaders.js";
export type { CreditService } from "./credit.service.js";
export type { CreditReportRow } from "./credit-report.tables.js";
export { CreditReport } from "./credit-report.types.js";
export type { KnownDebts, Obligation, ObligationService } from "./obligation.service.js";
