import type { DailyJob } from "../../kernel/jobs/index.js";
import type { PlacementService } from "./placement.service.js";

/** Every day each slot that runs is charged once, and what has run out ends. */
export const placementDaily = (placements: PlacementService): DailyJob[] => [
  { name: "marketing.chargePlacements", run: (day) => placements.chargeDay(day) },
];
