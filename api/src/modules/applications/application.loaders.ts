import { historiesOf } from "../../kernel/events/index.js";
import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import { scopeOf } from "../../kernel/viewer/index.js";
import * as applications from "./application.repository.js";
import * as drafts from "./application-draft.repository.js";
import * as sequences from "./application-sequence.repository.js";
import { readableSteps, stepForBorrower, type TimelineStep, timelineStep } from "./application-timeline.rules.js";
import * as requests from "./document-request.repository.js";

/** An application by id, null outside the viewer's scope. */
export const applicationById = defineLoader("applicationById", async (reader, ids: readonly string[], viewer) =>
  inOrder(ids, await applications.byIds(reader, scopeOf(viewer), ids), (row) => row.id),
);

export const documentRequestsByApplication = defineLoader(
  "documentRequestsByApplication",
  async (reader, ids: readonly string[]) =>
    grouped(ids, await requests.ofApplications(reader, ids), (row) => row.applicationId),
);

export const documentIdsByApplication = defineLoader(
  "documentIdsByApplication",
  async (reader, ids: readonly string[]) =>
    grouped(ids, await applications.documentsOf(reader, ids), (row) => row.applicationId).map((rows) =>
      rows.map((row) => row.documentId),
    ),
);

export const draftItemsByDraft = defineLoader("draftItemsByDraft", async (reader, ids: readonly string[]) =>
  grouped(ids, await drafts.itemsOf(reader, ids), (row) => row.draftId),
);

export const openApplicationCountByProduct = defineLoader(
  "openApplicationCountByProduct",
  async (reader, productIds: readonly string[]) => {
    const counts = inOrder(productIds, await applications.openCounts(reader, productIds), (row) => row.productId);
    return counts.map((row) => row?.count ?? 0);
  },
);

/** Each application's steps from oldest to newest; to a borrower a member of staff is only the institution. */
export const timelineByApplication = defineLoader(
  "timelineByApplication",
  async (reader, ids: readonly string[], viewer): Promise<TimelineStep[][]> => {
    const histories = grouped(ids, await historiesOf(reader, "Application", ids), (event) => event.subjectId);
    return histories.map((events) => {
      const steps = readableSteps(events.flatMap((event) => timelineStep(event) ?? []));
      return viewer.kind === "BORROWER" ? steps.map(stepForBorrower) : steps;
    });
  },
);

/** The lenders of a walk, in the order of their turns. */
export const stepsBySequence = defineLoader("stepsBySequence", async (reader, ids: readonly string[]) =>
  grouped(ids, await sequences.stepsOf(reader, ids), (row) => row.sequenceId),
);
