/**
 * Parameters with the dates they hold from, the business clock, and the inbox of a second person.
 * Who may approve what stands with the matter's own module; this room only shows the wish and takes the verdict.
 */

export { Approval, DiffEntry } from "./approval.types.js";
export { type DiffLine, diffLines } from "./approval-diff.rules.js";
export type { ApprovalInboxService } from "./approval-inbox.service.js";
export type { BusinessClockService, ClockReading } from "./business-clock.service.js";
export type { LicenceName, ParameterView, RateCapInForce, SettingsService } from "./parameter.service.js";
export type { ParameterName } from "./parameter-definition.rules.js";
export { settingsEvents } from "./settings.events.js";
