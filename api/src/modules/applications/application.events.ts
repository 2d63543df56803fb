import { defineEvent } from "../../kernel/events/index.js";
import type { ApplicationState } from "./application.states.js";
import type { SequenceGoal, SequenceState } from "./application-sequence.states.js";

/** Why a state changed: a code of `statusReasons`, or a sentence in both languages from a module to the right. */
export type StatusReasonText = string | { readonly zh: string; readonly en: string };

/** Every fact sheet carries `at`, the business moment, because the row's own time is the real one. */
export const applicationEvents = {
  submitted: defineEvent<{
    applicationId: string;
    borrowerId: string;
    institutionId: string;
    productId: string;
    /** Fen, as text. */
    amount: string;
    at: string;
  }>("application.submitted"),
  statusChanged: defineEvent<{
    applicationId: string;
    from: ApplicationState;
    to: ApplicationState;
    reason: StatusReasonText | null;
    at: string;
  }>("application.statusChanged"),
  documentRequested: defineEvent<{
    applicationId: string;
    requestId: string;
    kind: string;
    reason: string;
    at: string;
  }>("application.documentRequested"),
  documentSupplied: defineEvent<{
    applicationId: string;
    requestId: string;
    documentId: string;
    kind: string;
    at: string;
  }>("application.documentSupplied"),
  assigned: defineEvent<{
    applicationId: string;
    assigneeId: string | null;
    assigneeName: string | null;
    at: string;
  }>("application.assigned"),
};

export const sequenceEvents = {
  started: defineEvent<{ sequenceId: string; goal: SequenceGoal; count: number }>("sequence.started"),
  sent: defineEvent<{ sequenceId: string; applicationId: string; productId: string }>("sequence.sent"),
  changed: defineEvent<{ sequenceId: string; from: SequenceState; to: SequenceState; reason: string | null }>(
    "sequence.changed",
  ),
};
