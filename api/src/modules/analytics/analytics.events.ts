import { defineEvent } from "../../kernel/events/index.js";

export const analyticsEvents = {
  /** A roll-up of that day has taken in something new. */
  figuresMoved: defineEvent<{ day: string }>("figures.moved"),
};
