import { type Reaction, when } from "../../kernel/events/index.js";
import { listingEvents } from "../catalog/index.js";
import { ALERT_REACTION, type ProductAlertService } from "./product-alert.service.js";

/** A version that came onto the shelf is told to those who wait for it. */
export const productAlertReactions = (alerts: ProductAlertService): Reaction[] => [
  when(listingEvents.published, ALERT_REACTION, ({ id, facts }) => alerts.tell(id, facts)),
];
