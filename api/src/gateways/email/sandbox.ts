import type { Outbox } from "../outbox/index.js";
import type { EmailGateway } from "./index.js";

/** Every mail lands on the outbox page instead of a mailbox. */
export const createSandboxEmail = (outbox: Outbox): EmailGateway => ({
  send: ({ to, subject, text, key }) => outbox.put({ channel: "EMAIL", to, subject, body: text, key }),
});
