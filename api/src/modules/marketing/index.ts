/**
 * What is paid for: labelled placements with their payer, outside every order of products.
 * The order itself is made in recommendations, to the left, which has never heard of an advertiser.
 */
export { placementEvents } from "./placement.events.js";
export type { BookPlacement, PlacementService, ShownPlacement } from "./placement.service.js";
export { PlacementEnd, PlacementPlace, PlacementState } from "./placement.states.js";
export { Placement, PlacementBooking } from "./placement.types.js";
