import { defineEvent } from "../../kernel/events/index.js";
import type { OddsFailure } from "./odds-model.states.js";

export const oddsEvents = {
  trained: defineEvent<{ modelId: string; version: number; decisionCount: number; auc: string; brier: string }>(
    "oddsModel.trained",
  ),
  failed: defineEvent<{ modelId: string; version: number; failure: OddsFailure; detail: string | null }>(
    "oddsModel.failed",
  ),
};

export const precheckEvents = {
  claimed: defineEvent<{ precheckId: string; fields: string[] }>("precheck.claimed"),
};
