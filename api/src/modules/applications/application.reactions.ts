import { type Reaction, when } from "../../kernel/events/index.js";
import { applicationEvents } from "./application.events.js";
import type { ApplicationSequenceService } from "./application-sequence.service.js";

const FOLLOW = "applications.followSequence";

/** When one lender of a walk has said no, the next one's turn comes. */
export const applicationReactions = (sequences: ApplicationSequenceService): readonly Reaction[] => [
  when(applicationEvents.statusChanged, FOLLOW, ({ id, facts }) =>
    sequences.follow(FOLLOW, id, facts.applicationId, facts.to),
  ),
];
