import type { DailyJob, PeriodicJob } from "../../kernel/jobs/index.js";
import type { AssessmentService } from "./assessment.service.js";
import type { OfferService } from "./offer.service.js";

/** Offers run out by the hour; a jump of the business clock is caught by the daily job as well. */
export function underwritingJobs(
  assessments: AssessmentService,
  offers: OfferService,
): { daily: DailyJob[]; periodic: PeriodicJob[] } {
  return {
    daily: [{ name: "underwriting.expireOffersOfDay", run: () => offers.expire() }],
    periodic: [
      { name: "underwriting.expireOffers", schedule: "* * * * *", run: async () => void (await offers.expire()) },
      {
        name: "underwriting.retryScreening",
        schedule: "*/5 * * * *",
        run: async () => void (await assessments.retryStuck()),
      },
    ],
  };
}
