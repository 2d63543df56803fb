import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import * as assessments from "./assessment.repository.js";
import * as decisions from "./decision.repository.js";
import * as offers from "./offer.repository.js";

/** What the model said of each application; the wall keeps it from borrowers, who are told reasons instead. */
export const assessmentByApplication = defineLoader("assessmentByApplication", async (reader, ids: readonly string[]) =>
  inOrder(ids, await assessments.ofApplications(reader, ids), (row) => row.applicationId),
);

export const offersByApplication = defineLoader("offersByApplication", async (reader, ids: readonly string[]) =>
  grouped(ids, await offers.ofApplications(reader, ids), (row) => row.applicationId),
);

export const decisionsByApplication = defineLoader("decisionsByApplication", async (reader, ids: readonly string[]) =>
  grouped(ids, await decisions.ofApplications(reader, ids), (row) => row.applicationId),
);
