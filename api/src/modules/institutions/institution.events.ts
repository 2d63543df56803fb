import { defineEvent } from "../../kernel/events/index.js";

export const institutionEvents = {
  created: defineEvent<{ institutionId: string; state: string }>("institution.created"),
  statusChanged: defineEvent<{ institutionId: string; from: string; to: string; reason: string }>(
    "institution.statusChanged",
  ),
};
