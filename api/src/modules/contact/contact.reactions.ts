import { type Reaction, when } from "../../kernel/events/index.js";
import { identityEvents } from "../identity/index.js";
import { contactEvents } from "./contact.events.js";
import type { ContactService } from "./contact.service.js";
import type { ContactEmailService } from "./contact-email.service.js";

/** The code is derived here, after the asking transaction: it is in no row, job or log. */
export const contactReactions = (contact: ContactService, emails: ContactEmailService): Reaction[] => [
  when(contactEvents.emailGiven, "contact.sendEmailCode", ({ id, facts }) => emails.sendCode(facts.challengeId, id)),
  when(identityEvents.accountCreated, "contact.beginInLanguage", async ({ facts: { accountId, kind, locale } }) => {
    if (kind === "BORROWER" && locale) await contact.begin(accountId, locale);
  }),
];
