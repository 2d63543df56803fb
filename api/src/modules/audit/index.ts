/**
 * Shows the audit trail. The events row (actor, difference, request) is the audit row, written in the business
 * transaction; this room adds nothing to it.
 */
export { AuditService } from "./audit-entry.service.js";
