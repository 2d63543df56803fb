/**
 * What people do on the shelf, recorded only with their consent and erased with it: the trail that recommendations read;
 * and what they keep: favourites, searches, and the wish to be told of a change. No lender sees any of it.
 */
export { activityEvents } from "./activity.events.js";
export type { ActivityActor, CoOccurrence } from "./activity.repository.js";
export type { ActivityService, TrailStep } from "./activity.service.js";
export { ActivityChoiceState, ActivityKind } from "./activity.states.js";
export type { ActivityChoiceService } from "./activity-choice.service.js";
export type { ProductAlertService } from "./product-alert.service.js";
export { ProductAlertKind } from "./saved-search.states.js";
