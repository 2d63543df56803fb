import type { ApplicationFilter, ApplicationSort, ApplicationState, RuleOutcome } from "../../gql/graphql.ts";

export const views = ["review", "open", "ended", "all"] as const;
export type View = (typeof views)[number];

/** What the queue is narrowed by, as it stands in the address. */
export interface QueueSearch {
  readonly view: View;
  readonly state: ApplicationState | "";
  readonly outcome: RuleOutcome | "";
  readonly isMine: boolean;
  readonly text: string;
  readonly sort: ApplicationSort;
}

const reviewStates = ["SUBMITTED", "SCREENING", "UNDER_REVIEW", "NEED_MORE_INFO"] as const;
const endedStates = ["DISBURSED", "REJECTED", "WITHDRAWN", "EXPIRED", "CANCELLED"] as const;
const openStates = [
  ...reviewStates,
  "COUNTER_OFFERED",
  "APPROVED",
  "CONTRACT_PENDING",
  "CONTRACTED",
  "DISBURSING",
  "DISBURSE_FAILED",
] as const;

const statesOf: Readonly<Record<View, readonly ApplicationState[]>> = {
  review: reviewStates,
  open: openStates,
  ended: endedStates,
  all: [...openStates, ...endedStates],
};

export const outcomes: readonly RuleOutcome[] = ["PASS", "REFER", "REJECT"];

/** States one can narrow a view down to. */
export const statesIn = (view: View): readonly ApplicationState[] => statesOf[view];

export function readQueue(params: URLSearchParams): QueueSearch {
  const view = views.find((one) => one === params.get("view")) ?? "review";
  return {
    view,
    state: statesOf[view].find((one) => one === params.get("state")) ?? "",
    outcome: outcomes.find((one) => one === params.get("outcome")) ?? "",
    isMine: params.get("mine") === "1",
    text: (params.get("q") ?? "").slice(0, 200),
    sort: params.get("sort") === "NEWEST" ? "NEWEST" : "DUE_FIRST",
  };
}

/** The address's parameters for a search; what is usual is left out. */
export function queueParams(search: QueueSearch): Readonly<Record<string, string | null>> {
  return {
    view: search.view === "review" ? null : search.view,
    state: search.state,
    outcome: search.outcome,
    mine: search.isMine ? "1" : null,
    q: search.text.trim(),
    sort: search.sort === "DUE_FIRST" ? null : search.sort,
  };
}

export function queueFilter(search: QueueSearch): ApplicationFilter {
  return {
    states: search.state === "" ? [...statesOf[search.view]] : [search.state],
    outcome: search.outcome === "" ? undefined : search.outcome,
    assignedToMe: search.isMine ? true : undefined,
    text: search.text.trim() === "" ? undefined : search.text.trim(),
  };
}

export const isNarrowed = (search: QueueSearch): boolean =>
  search.state !== "" || search.outcome !== "" || search.isMine || search.text.trim() !== "";
