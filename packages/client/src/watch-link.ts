import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ApolloLink } from "@apollo/client/link";
import { tap } from "rxjs";
import type { Connection } from "./connection.ts";
import type { Failure } from "./failure.ts";
import { toFailure, toFailures } from "./failure.ts";

export interface WatchOptions {
  readonly connection: Connection;
  readonly onUnauthenticated: () => void;
  readonly onFailure?: (failure: Failure, operationName: string) => void;
}

/** Listens to every answer: tells the connection whether the api is there and the session whether it has ended. */
export function createWatchLink({ connection, onUnauthenticated, onFailure }: WatchOptions): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const name = operation.operationName ?? "(anonymous)";
    const note = (failure: Failure) => {
      if (failure.kind === "unauthenticated") onUnauthenticated();
      onFailure?.(failure, name);
    };
    return forward(operation).pipe(
      tap({
        next: (result) => {
          connection.report("answered");
          if ("errors" in result && result.errors?.length) toFailures(new CombinedGraphQLErrors(result)).forEach(note);
        },
        error: (error: unknown) => {
          const failure = toFailure(error);
          connection.report(failure.kind === "network" ? "unreachable" : "answered");
          note(failure);
        },
      }),
    );
  });
}
