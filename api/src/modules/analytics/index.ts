/**
 * Roll-ups and reports: what the business added up to, day by day, for an institution and for the platform.
 * May read every table and writes none but its own; every figure can be recounted from events.
 */
export { analyticsEvents } from "./analytics.events.js";
export { FigureService } from "./figure.service.js";
