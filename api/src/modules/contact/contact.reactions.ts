import { type Reaction, when } from "../../kernel/events/index.js";
import { contactEvents } from "./contact.events.js";
import type { ContactEmailService } from "./contact-email.service.js";

/** The code is derived here, after the asking transaction: it is in no row, job or log. */
export const contactReactions = (emails: ContactEmailService): Reaction[] => [
  when(contactEvents.emailGiven, "contact.sendEmailCode", ({ id, facts }) => emails.sendCode(facts.challengeId, id)),
];
