/**
 * May somebody be written to, where, and now? Preferences, quiet hours, budgets and the log of every answer. An address
 * leaves this room only together with the permission to use it.
 */
export { contactEvents } from "./contact.events.js";
export type { ContactAnswer, ContactService, ContactWish } from "./contact.service.js";
export { ContactChannel, ContactClass, ContactReason, ContactVerdict, NoticeKind } from "./contact.states.js";
