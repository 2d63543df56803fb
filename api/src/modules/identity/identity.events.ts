import type { RequestFacts } from "../../kernel/context/index.js";
import { defineEvent } from "../../kernel/events/index.js";

export const identityEvents = {
  /** `locale`: the language in which it was asked for, and is written. */
  codeRequested: defineEvent<{ challengeId: string; locale?: RequestFacts["locale"] }>("identity.codeRequested"),
  /** `locale`: the language it was opened in. */
  accountCreated: defineEvent<{ accountId: string; kind: string; locale?: RequestFacts["locale"] }>("account.created"),
  accountFrozen: defineEvent<{ accountId: string; reason: string }>("account.frozen"),
  accountUnfrozen: defineEvent<{ accountId: string; reason: string }>("account.unfrozen"),
  passwordChanged: defineEvent<{ accountId: string }>("account.passwordChanged"),
  phoneChanged: defineEvent<{ accountId: string }>("account.phoneChanged"),
  sessionStarted: defineEvent<{ accountId: string; sessionId: string; app: string }>("session.started"),
  /** Open pages of these sessions must close. */
  sessionEnded: defineEvent<{ accountId: string; sessionIds: readonly string[]; reason: string }>("session.ended"),
};
