import { type Reaction, when } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { type ApplicationService, applicationEvents, isOpenState } from "../applications/index.js";
import type { AssessmentService } from "./assessment.service.js";
import { DECISION_APPROVAL } from "./decision.service.js";
import type { OfferService } from "./offer.service.js";

export function underwritingReactions(
  kernel: Kernel,
  assessments: AssessmentService,
  offers: OfferService,
  applications: ApplicationService,
): Reaction[] {
  return [
    when(applicationEvents.submitted, "underwriting.screen", ({ facts }) => assessments.screen(facts.applicationId)),
    // What still waits on an application that has come to its end waits in vain.
    when(applicationEvents.statusChanged, "underwriting.close", async ({ facts }) => {
      if (isOpenState(facts.to) || facts.to === "DISBURSED") return;
      await kernel.db.write(system, async (tx) => {
        // It may be with a person again by now.
        if (isOpenState((await applications.find(tx, system, facts.applicationId)).state)) return;
        await offers.close(tx, facts.applicationId);
        await kernel.approvals.withdraw(tx, system, DECISION_APPROVAL, facts.applicationId);
      });
    }),
  ];
}
