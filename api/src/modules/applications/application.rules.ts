/** What an application's state means for the people who look at it. */
import {
  ApplicationAction,
  ApplicationState,
  ApplicationStep,
  stepOfState,
  WITHDRAWABLE_STATES,
} from "./application.states.js";

export interface Standing {
  readonly state: ApplicationState;
  readonly lastOpenState: ApplicationState;
}

/** The borrower's step; an ended application stays on the one it had reached. */
export const stepOf = ({ state, lastOpenState }: Standing): ApplicationStep =>
  stepOfState[state] ?? stepOfState[lastOpenState] ?? ApplicationStep.SUBMITTED;

export interface Onlooker {
  readonly kind: string;
  readonly permissions: ReadonlySet<string>;
  readonly isFrozen?: boolean;
}

/** What decides who may act: the state, and whether an approved borrower has accepted the offer already. */
export interface Actionable {
  readonly state: ApplicationState;
  readonly offerAcceptedAt: Date | null;
}

const S = ApplicationState;
const A = ApplicationAction;

const borrowerActions: readonly (readonly [ApplicationAction, string, readonly ApplicationState[]])[] = [
  [A.WITHDRAW, "application:withdraw", WITHDRAWABLE_STATES],
  [A.SUPPLY_DOCUMENT, "application:submit", [S.NEED_MORE_INFO]],
  [A.ACCEPT_OFFER, "offer:answer", [S.COUNTER_OFFERED, S.APPROVED]],
  [A.DECLINE_OFFER, "offer:answer", [S.COUNTER_OFFERED, S.APPROVED]],
  [A.READ_DISCLOSURE, "contract:sign", [S.APPROVED, S.CONTRACT_PENDING]],
  [A.SIGN, "contract:sign", [S.CONTRACT_PENDING]],
];

const institutionActions: typeof borrowerActions = [
  [A.REQUEST_DOCUMENT, "application:review", [S.UNDER_REVIEW, S.NEED_MORE_INFO]],
  [A.DECIDE, "application:decide", [S.UNDER_REVIEW]],
  [A.ASSIGN, "application:review", [S.UNDER_REVIEW, S.NEED_MORE_INFO]],
  [A.RETRY_DISBURSEMENT, "disbursement:retry", [S.DISBURSE_FAILED]],
];

const ANSWERING: readonly ApplicationAction[] = [A.ACCEPT_OFFER, A.DECLINE_OFFER];

/** An approved application waits for the answer to its offer, and for the cost sheet once it was accepted. */
const fitsAnswer = (action: ApplicationAction, { state, offerAcceptedAt }: Actionable): boolean => {
  if (ANSWERING.includes(action)) return offerAcceptedAt === null;
  return action !== A.READ_DISCLOSURE || state !== S.APPROVED || offerAcceptedAt !== null;
};

/** What this person may do to the application now; a frozen borrower may only look. The platform never acts on one. */
export function actionsFor(viewer: Onlooker, row: Actionable): ApplicationAction[] {
  const offered =
    viewer.kind === "BORROWER" ? borrowerActions : viewer.kind === "INSTITUTION" ? institutionActions : [];
  if (viewer.isFrozen === true) return [];
  return offered
    .filter(([, permission, states]) => viewer.permissions.has(permission) && states.includes(row.state))
    .map(([action]) => action)
    .filter((action) => fitsAnswer(action, row));
}

/** The first two characters of an employer's name; the rest would name a small firm's only clerk. */
export const maskEmployer = (name: string | null): string | null => (name ? `${name.slice(0, 2)}***` : null);

/** Completed months from one day to a later one; never negative. */
export function monthsBetween(from: string, to: string): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, to.slice(8) < from.slice(8) ? months - 1 : months);
}

/** `DA20261122-000123`: the business day and a running number that never repeats. */
export const applicationNumber = (day: string, serial: number): string =>
  `DA${day.replaceAll("-", "")}-${String(serial).padStart(6, "0")}`;
