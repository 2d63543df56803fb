import type { WizardStep } from "./wizard-steps.ts";
import { wizardSteps } from "./wizard-steps.ts";

const keyOf = (draftId: string): string => `daichao-steps-${draftId}`;

/** The steps of a form that were opened in this tab: a reload changes neither their number nor where one is. */
export function openedSteps(draftId: string, storage: Storage = sessionStorage): Set<WizardStep> {
  const kept = (storage.getItem(keyOf(draftId)) ?? "").split(",");
  return new Set(wizardSteps.filter((step) => kept.includes(step)));
}

export function keepOpenedSteps(
  draftId: string,
  opened: ReadonlySet<WizardStep>,
  storage: Storage = sessionStorage,
): void {
  storage.setItem(keyOf(draftId), [...opened].join(","));
}
