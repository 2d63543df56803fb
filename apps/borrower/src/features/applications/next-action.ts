import type { ApplicationAction, ApplicationState } from "../../gql/graphql.ts";

/** Who has to do something before the application moves on. */
export type Actor = "you" | "checks" | "institution" | "bank" | "nobody";

const actors: Readonly<Record<ApplicationState, Actor>> = {
  DRAFT: "you",
  SUBMITTED: "checks",
  SCREENING: "checks",
  UNDER_REVIEW: "institution",
  NEED_MORE_INFO: "you",
  COUNTER_OFFERED: "you",
  APPROVED: "you",
  CONTRACT_PENDING: "you",
  CONTRACTED: "institution",
  DISBURSING: "bank",
  DISBURSE_FAILED: "institution",
  DISBURSED: "nobody",
  REJECTED: "nobody",
  WITHDRAWN: "nobody",
  EXPIRED: "nobody",
  CANCELLED: "nobody",
};

export const whoActs = (state: ApplicationState): Actor => actors[state];

/** The words about what comes next: within one state they change with what the borrower has done. */
export function nextWords(application: {
  readonly state: ApplicationState;
  readonly offerAcceptedAt: string | null;
  readonly disclosure: { readonly confirmedAt: string | null } | null;
}): ApplicationState | "ACCEPTED" | "CONFIRMED" {
  const { state, offerAcceptedAt, disclosure } = application;
  if (state === "APPROVED" && offerAcceptedAt !== null) return "ACCEPTED";
  if (state === "CONTRACT_PENDING" && disclosure?.confirmedAt != null) return "CONFIRMED";
  return state;
}

export type NextAction = "supply" | "offer" | "sheet" | "sign" | "repay" | "watch";

/** The one thing to do now, from what the api permits; watching where there is nothing to do. */
export function nextActionOf(application: {
  readonly permittedActions: readonly ApplicationAction[];
  readonly loan: { readonly id: string } | null;
  readonly disclosure: { readonly confirmedAt: string | null } | null;
}): NextAction {
  const may = (action: ApplicationAction) => application.permittedActions.includes(action);
  if (may("SUPPLY_DOCUMENT")) return "supply";
  if (may("ACCEPT_OFFER")) return "offer";
  if (may("SIGN") && application.disclosure?.confirmedAt != null) return "sign";
  if (may("READ_DISCLOSURE")) return "sheet";
  return application.loan === null ? "watch" : "repay";
}
