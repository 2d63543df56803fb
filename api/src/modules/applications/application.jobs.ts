import type { DailyJob } from "../../kernel/jobs/index.js";
import type { ApplicationDraftService } from "./application-draft.service.js";
import type { ApplicationReviewService } from "./application-review.service.js";
import type { ExpectedTimeService } from "./expected-time.service.js";

/** What the passing of a business day does to drafts and unanswered requests. */
export function applicationJobs(
  drafts: ApplicationDraftService,
  review: ApplicationReviewService,
  times: ExpectedTimeService,
): DailyJob[] {
  return [
    { name: "applications.recountExpectedTimes", run: (day) => times.recount(day) },
    { name: "applications.expireDrafts", run: () => drafts.expire() },
    { name: "applications.expireDocumentRequests", run: () => review.expireUnanswered() },
  ];
}
