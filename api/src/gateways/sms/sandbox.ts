import type { Outbox } from "../outbox/index.js";
import type { SmsGateway } from "./index.js";

/** Every message lands on the outbox page instead of a phone. */
export const createSandboxSms = (outbox: Outbox): SmsGateway => ({
  send: ({ to, text, key }) => outbox.put({ channel: "SMS", to, subject: null, body: text, key }),
});
