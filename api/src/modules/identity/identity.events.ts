import { defineEvent } from "../../kernel/events/index.js";

export const identityEvents = {
  codeRequested: defineEvent<{ challengeId: string }>("identity.codeRequested"),
  accountCreated: defineEvent<{ accountId: string; kind: string }>("account.created"),
  accountFrozen: defineEvent<{ accountId: string; reason: string }>("account.frozen"),
  accountUnfrozen: defineEvent<{ accountId: string; reason: string }>("account.unfrozen"),
  passwordChanged: defineEvent<{ accountId: string }>("account.passwordChanged"),
  phoneChanged: defineEvent<{ accountId: string }>("account.phoneChanged"),
  sessionStarted: defineEvent<{ accountId: string; sessionId: string; app: string }>("session.started"),
  /** Open pages of these sessions must close. */
  sessionEnded: defineEvent<{ accountId: string; sessionIds: readonly string[]; reason: string }>("session.ended"),
};
