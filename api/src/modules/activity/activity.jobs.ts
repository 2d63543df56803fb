import type { DailyJob } from "../../kernel/jobs/index.js";
import type { ActivityChoiceService } from "./activity-choice.service.js";

/** Every day, what has been kept for long enough is deleted. */
export const activityDaily = (choices: ActivityChoiceService): DailyJob[] => [
  { name: "activity.forget", run: (day) => choices.forget(day) },
];
