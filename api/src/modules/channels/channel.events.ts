import { defineEvent } from "../../kernel/events/index.js";

export const channelEvents = {
  created: defineEvent<{ channelId: string }>("channel.created"),
  keyIssued: defineEvent<{ channelId: string; keyId: string }>("partnerKey.issued"),
  /** Open sockets of this key must close. */
  keyRevoked: defineEvent<{ channelId: string; keyId: string }>("partnerKey.revoked"),
};
