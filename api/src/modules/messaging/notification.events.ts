import { defineEvent } from "../../kernel/events/index.js";

/** The subject is the notification, the audience its borrower. */
export const notificationEvents = {
  added: defineEvent<{ notificationId: string; kind: string; template: string }>("notification.added"),
};
