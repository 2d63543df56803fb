import { defineEvent } from "../../kernel/events/index.js";
import type { PlacementEnd, PlacementPlace } from "./placement.states.js";

/** Amounts in fen as text. */
export const placementEvents = {
  proposed: defineEvent<{ placementId: string; productId: string; place: PlacementPlace; budget: string }>(
    "placement.proposed",
  ),
  booked: defineEvent<{ placementId: string }>("placement.booked"),
  rejected: defineEvent<{ placementId: string; reason: string | null }>("placement.rejected"),
  ended: defineEvent<{ placementId: string; reason: PlacementEnd; spent: string }>("placement.ended"),
};
