import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ApolloLink } from "@apollo/client/link";
import { defer, mergeMap, of, retry, throwError, timer } from "rxjs";
import { toFailure, toFailures } from "./failure.ts";

export interface RetryOptions {
  /** Tries after the first one. */
  readonly retries?: number;
  /** Longest wait before the first retry in milliseconds; doubles each time. */
  readonly firstWait?: number;
  readonly random?: () => number;
}

/** A key makes a second try harmless: the api answers it from the first one's record. */
export function carriesKey(variables: Record<string, unknown> | undefined): boolean {
  const input = variables?.input;
  if (typeof input !== "object" || input === null || !("idempotencyKey" in input)) return false;
  return typeof input.idempotencyKey === "string" && input.idempotencyKey !== "";
}

/**
 * Tries again what may be tried again: queries, and mutations that carry an idempotency key (the same key each time),
 * after a network failure or a refusal the api calls retryable. Waits are drawn at random from a doubling span, so that
 * a thousand browsers do not come back in the same second.
 */
export function createRetryLink({ retries = 3, firstWait = 400, random = Math.random }: RetryOptions = {}): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const isSafe = operation.operationType === "query" || carriesKey(operation.variables);
    if (!isSafe || operation.operationType === "subscription") return forward(operation);
    let lastTry = retries === 0;
    return defer(() => forward(operation)).pipe(
      mergeMap((result) => {
        if (lastTry || !("errors" in result) || !result.errors?.length) return of(result);
        const error = new CombinedGraphQLErrors(result);
        return toFailures(error).every((failure) => failure.retryable) ? throwError(() => error) : of(result);
      }),
      retry({
        count: retries,
        delay: (error, attempt) => {
          if (!toFailure(error).retryable) return throwError(() => error);
          lastTry = attempt >= retries;
          return timer(random() * firstWait * 2 ** (attempt - 1));
        },
      }),
    );
  });
}
