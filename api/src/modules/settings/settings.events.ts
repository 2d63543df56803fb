import { defineEvent } from "../../kernel/events/index.js";

export const settingsEvents = {
  parameterChanged: defineEvent<{ parameterId: string; name: string; value: string; effectiveFrom: string }>(
    "parameter.changed",
  ),
  clockAdvanced: defineEvent<{ fromDay: string; toDay: string; hour: number }>("clock.advanced"),
};
