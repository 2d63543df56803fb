import { addDays } from "@daichao/finance";
import type { DailyJob } from "../../kernel/jobs/index.js";
import type { FigureService } from "./figure.service.js";

/** Every night the last three days are counted anew from events, as a check on the roll-ups. */
export const analyticsDaily = (figures: FigureService): DailyJob[] => [
  { name: "analytics.recount", run: (day) => figures.recountDays(addDays(day, -3), day) },
];
