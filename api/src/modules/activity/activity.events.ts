import { defineEvent } from "../../kernel/events/index.js";
import type { ActivityChoiceState } from "./activity.states.js";
import type { ProductAlertKind } from "./saved-search.states.js";

export const activityEvents = {
  /** The subject is the Borrower or the Visitor who chose. REFUSED also means: what had been recorded is erased. */
  choiceChanged: defineEvent<{ state: ActivityChoiceState; textHash: string }>("activity.choiceChanged"),
  /** A guest's trail became an account's, by the consent given with that account. */
  trailJoined: defineEvent<{ eventCount: number }>("activity.trailJoined"),
  /** A product somebody waits for is new or has become cheaper; the subject is the alert. */
  productAlerted: defineEvent<{ alertId: string; productId: string; versionId: string; kind: ProductAlertKind }>(
    "activity.productAlerted",
  ),
};
