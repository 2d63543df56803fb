import { defineEvent } from "../../kernel/events/index.js";
import type { QueryReason } from "./credit.states.js";

export const creditEvents = {
  queried: defineEvent<{ queryId: string; applicationId: string; consentId: string; reason: QueryReason }>(
    "credit.queried",
  ),
  reported: defineEvent<{ queryId: string; reportId: string; applicationId: string; provider: string }>(
    "credit.reported",
  ),
};
