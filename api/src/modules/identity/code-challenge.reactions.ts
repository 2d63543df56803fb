import type { SmsGateway } from "../../gateways/sms/index.js";
import { type Reaction, when } from "../../kernel/events/index.js";
import type { CodeChallengeService } from "./code-challenge.service.js";
import { identityEvents } from "./identity.events.js";

/** The code is derived here, after the asking transaction: it is in no row, job or log. */
export const codeReactions = (codes: CodeChallengeService, sms: SmsGateway): Reaction[] => [
  when(identityEvents.codeRequested, "identity.sendCode", async ({ id, facts }) => {
    const message = await codes.messageFor(facts.challengeId, facts.locale);
    if (message) await sms.send({ ...message, key: id });
  }),
];
