import type { Mark, StatusFamily, StatusKind } from "./status-map.ts";
import { statusMap } from "./status-map.ts";

export type { StatusFamily, StatusKind };

export interface Status extends Mark {
  /** Message key of the word; null when the api has a value we do not know, then `code` is shown. */
  readonly key: string | null;
  readonly code: string;
}

const unknown: Mark = { family: "neutral", icon: "question" };

/** How a status of a thing looks. Unknown values are neutral with their raw code: the api may add values. */
export function statusOf(kind: StatusKind, code: string, audience: "borrower" | "staff" = "staff"): Status {
  const marks: Readonly<Record<string, Mark>> = statusMap[kind];
  const mark = Object.hasOwn(marks, code) ? marks[code] : undefined;
  if (mark === undefined) return { ...unknown, key: null, code };
  // A refusal is bad news enough: the borrower sees it calm, with the reason.
  const isSoftened = audience === "borrower" && kind === "application" && code === "REJECTED";
  return { ...mark, family: isSoftened ? "neutral" : mark.family, key: `status.${kind}.${code}`, code };
}

/** A loan's status with how late or how soon: due within three days is a warning, more than 30 days late is solid. */
export function loanStatusOf(code: string, { daysPastDue = 0, daysUntilDue }: LoanLateness = {}): Status {
  const status = statusOf("loan", code);
  if (code === "OVERDUE" && daysPastDue > 30) return { ...status, family: "errorSolid" };
  const isNear = code === "ACTIVE" && daysUntilDue !== undefined && daysUntilDue >= 0 && daysUntilDue <= 3;
  return isNear ? { code, family: "warning", icon: "clock", key: "status.loan.DUE_SOON" } : status;
}

export interface LoanLateness {
  readonly daysPastDue?: number;
  readonly daysUntilDue?: number;
}
