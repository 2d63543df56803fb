import type { OperationVariables } from "@apollo/client";
import { ApolloClient } from "@apollo/client";
import { ApolloLink } from "@apollo/client/link";
import { Observable } from "rxjs";
import type { ConnectionFields } from "./cache.ts";
import { createCache } from "./cache.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import type { DaichaoClient } from "./create-client.ts";
import type { Failure, FailureKind } from "./failure.ts";
import { createHeldPage } from "./held-link.ts";

type Answer = ApolloLink.Result | Error;
type Answers = Readonly<Record<string, Answer | ((variables: OperationVariables) => Answer)>>;

/** A refusal as the api would send it. */
export function refusal(code: string, kind: FailureKind, more: Partial<Failure> = {}): ApolloLink.Result {
  const { message = code, ...extensions } = more;
  return { data: null, errors: [{ message: message ?? code, extensions: { code, kind, ...extensions } }] };
}

export function fakeConnection(
  initial: ConnectionState = "connected",
): Connection & { become(state: ConnectionState): void } {
  let state = initial;
  const listeners = new Set<() => void>();
  const restored = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRestored: (listener) => {
      restored.add(listener);
      return () => restored.delete(listener);
    },
    report: () => {},
    retry: () => {},
    stop: () => {},
    become(next) {
      const isBack = next === "connected" && state !== "connected";
      state = next;
      for (const listener of listeners) listener();
      if (isBack) for (const listener of restored) listener();
    },
  };
}

/** A client that answers operations by their name, for component tests; an unknown name is an error of the test. */
export function createTestClient(answers: Answers, connections?: ConnectionFields): DaichaoClient {
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const answer = answers[operation.operationName ?? ""];
        const result = typeof answer === "function" ? answer(operation.variables) : answer;
        queueMicrotask(() => {
          if (result === undefined) observer.error(new Error(`no answer for ${operation.operationName}`));
          else if (result instanceof Error) observer.error(result);
          else {
            observer.next(result);
            observer.complete();
          }
        });
      }),
  );
  const apollo = new ApolloClient({
    cache: createCache(connections),
    link,
    dataMasking: true,
    defaultOptions: { watchQuery: { errorPolicy: "all" } },
  });
  return {
    app: "borrower",
    apollo,
    connection: fakeConnection(),
    live: { link, warm: () => {}, close: () => {} },
    held: createHeldPage(),
    signedIn: async () => {},
    signedOut: async () => {},
    stop: () => apollo.stop(),
  };
}
