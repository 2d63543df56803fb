/** What a database fault means to the caller: refused for now, worth another try, or a defect of ours. */
import { DomainError, kernelErrors } from "../errors/index.js";

const LOST = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "57014",
  "53100",
  "53300",
  "25P03",
  "08006",
  "08003",
  "08001",
]);
const RETRY = new Set(["40001", "40P01"]);

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : undefined;
}

/** A serialisation failure or deadlock: the same work may succeed when begun again. */
export const isWorthRetrying = (error: unknown): boolean => RETRY.has(codeOf(error) ?? "");

export const isConnectionLost = (error: unknown): boolean => LOST.has(codeOf(error) ?? "");

/** The name of the violated constraint, so that a service can turn it into its own refusal. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("constraint_name" in error && typeof error.constraint_name === "string") return error.constraint_name;
  return "cause" in error ? violatedConstraint(error.cause) : undefined;
}

/** What a caller may be told: our own refusal, however deep drizzle wrapped it; UNAVAILABLE for a lost server; else the error itself. */
export function refusalOf(error: unknown): unknown {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause)
    if (inner instanceof DomainError) return inner;
  return isConnectionLost(error) ? kernelErrors.unavailable() : error;
}
