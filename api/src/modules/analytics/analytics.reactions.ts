import type { Reaction } from "../../kernel/events/index.js";
import { applicationEvents } from "../applications/index.js";
import { loanEvents } from "../lending/index.js";
import { repaymentEvents } from "../repayments/index.js";
import type { FigureService } from "./figure.service.js";

const COUNTED = [
  applicationEvents.submitted,
  applicationEvents.statusChanged,
  loanEvents.opened,
  repaymentEvents.settled,
];

/** Every event that a figure is counted from. */
export function analyticsReactions(figures: FigureService): Reaction[] {
  return COUNTED.map(({ name: event }) => {
    const name = `analytics.${event}`;
    return { name, event, run: (occurrence) => figures.takeIn(name, occurrence) };
  });
}
