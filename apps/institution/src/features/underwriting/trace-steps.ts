import type { AssessmentPanel_AssessmentFragment } from "../../gql/graphql.ts";

export type Step = AssessmentPanel_AssessmentFragment["trace"][number];

export interface StageSteps {
  readonly stage: string;
  readonly steps: readonly Step[];
}

/** The trace under its stages, in the order the model went through them. */
export function byStage(trace: readonly Step[]): readonly StageSteps[] {
  const groups: { stage: string; steps: Step[] }[] = [];
  for (const step of trace) {
    const last = groups.at(-1);
    if (last?.stage === step.stage) last.steps.push(step);
    else groups.push({ stage: step.stage, steps: [step] });
  }
  return groups;
}

/** A rule that holds speaks against the applicant, and one that lacks a fact leaves the matter open. */
export const needsLook = (step: Step): boolean =>
  step.result === "UNKNOWN" || (step.stage === "RULE" && step.result === "TRUE");
