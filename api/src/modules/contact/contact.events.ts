import { defineEvent } from "../../kernel/events/index.js";

/** The subject of each is the borrower; addresses stand in no fact. */
export const contactEvents = {
  preferencesChanged: defineEvent<{ choices: readonly string[]; quietFrom: string; quietTo: string }>(
    "contact.preferencesChanged",
  ),
  /** Somebody typed an address; contact's own reaction sends the code to it. */
  emailGiven: defineEvent<{ challengeId: string }>("contact.emailGiven"),
  emailConfirmed: defineEvent<{ emailMasked: string }>("contact.emailConfirmed"),
  emailRemoved: defineEvent<Record<string, never>>("contact.emailRemoved"),
};
