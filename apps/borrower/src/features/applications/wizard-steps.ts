import type { MissingKind } from "../../gql/graphql.ts";

/** Areas of the form in the order they are asked; papers and consents come late, when the price is known. */
export const wizardSteps = ["need", "identity", "work", "documents", "card", "consents", "review"] as const;
export type WizardStep = (typeof wizardSteps)[number];

export const stepOfMissing: Readonly<Record<MissingKind, WizardStep>> = {
  IDENTITY: "identity",
  PROFILE_FIELD: "work",
  DOCUMENT: "documents",
  BANK_CARD: "card",
};

export interface WizardNeeds {
  readonly missing: readonly { readonly kind: MissingKind }[];
  /** Whether any chosen product wants a document at all, handed in already or not. */
  readonly wantsDocuments: boolean;
}

/**
 * The steps of this form. Who is verified is not asked who they are, and a card is asked for only where one is wanted;
 * a step that was opened stays, so that answering it does not take it away under the reader.
 */
export function stepsFor(needs: WizardNeeds, opened: ReadonlySet<WizardStep>): readonly WizardStep[] {
  const wanted = new Set(needs.missing.map(({ kind }) => stepOfMissing[kind]));
  return wizardSteps.filter((step) => {
    if (step === "documents") return needs.wantsDocuments || wanted.has(step);
    if (step === "identity" || step === "card") return wanted.has(step) || opened.has(step);
    return true;
  });
}

const isStep = (text: string | undefined): text is WizardStep => wizardSteps.some((step) => step === text);

/** The name under which the api keeps a step: capitals only. */
export const savedStep = (step: WizardStep): string => step.toUpperCase();

/** The step of the address, else where the form was left on any device, else the first. */
export function stepFrom(
  steps: readonly WizardStep[],
  address: string | undefined,
  left: string | undefined,
): WizardStep {
  if (isStep(address) && steps.includes(address)) return address;
  // What was ticked stays in the page it was ticked on: whoever comes back reads and agrees before handing in.
  const place = left === savedStep("review") ? "consents" : left?.toLowerCase();
  if (address === undefined && isStep(place) && steps.includes(place)) return place;
  return "need";
}

export const stepAfter = (steps: readonly WizardStep[], step: WizardStep): WizardStep | undefined =>
  steps[steps.indexOf(step) + 1];

export const stepBefore = (steps: readonly WizardStep[], step: WizardStep): WizardStep | undefined =>
  steps[steps.indexOf(step) - 1];
