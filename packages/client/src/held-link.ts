import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ApolloLink } from "@apollo/client/link";
import { catchError, defer, mergeMap, Observable, of, retry, throwError } from "rxjs";
import { toFailures } from "./failure.ts";

/**
 * A session that ended under a page that stays: requests it stopped are held until the same person has signed in again,
 * then sent once more as they were, idempotency key included.
 */
export interface HeldPage {
  readonly link: ApolloLink;
  /** Whether somebody must sign in again before the page goes on. */
  get(): boolean;
  subscribe(listener: () => void): () => void;
  /** From now on this page can be held; the returned function ends that. */
  keep(isSamePerson: () => Promise<boolean>): () => void;
  /** The session has ended. False when no page wants to be held: then the viewer leaves. */
  hold(): boolean;
  /** Somebody signed in: what waited goes on. False when it was another person, and then it fails as it did. */
  goOn(): Promise<boolean>;
  /** Nobody comes back: what waited fails as it did. */
  giveUp(): void;
}

class Held extends Error {
  readonly result: ApolloLink.Result;
  constructor(result: ApolloLink.Result) {
    super("the session has ended");
    this.result = result;
  }
}

function isStopped(result: ApolloLink.Result): boolean {
  if (!("errors" in result) || !result.errors?.length) return false;
  return toFailures(new CombinedGraphQLErrors(result)).some(({ kind }) => kind === "unauthenticated");
}

export function createHeldPage(): HeldPage {
  let samePerson: (() => Promise<boolean>) | null = null;
  let isHeld = false;
  let waiting: ((isBack: boolean) => void)[] = [];
  const listeners = new Set<() => void>();

  function settle(isBack: boolean): void {
    const held = waiting;
    waiting = [];
    isHeld = false;
    for (const listener of listeners) listener();
    for (const answer of held) answer(isBack);
  }

  function hold(): boolean {
    if (samePerson === null) return false;
    if (isHeld) return true;
    isHeld = true;
    for (const listener of listeners) listener();
    return true;
  }

  // Emits once the person is back; fails when nobody comes.
  const comesBack = (held: Held) =>
    new Observable<true>((observer) => {
      const answer = (isBack: boolean) => (isBack ? observer.next(true) : observer.error(held));
      waiting.push(answer);
      return () => {
        waiting = waiting.filter((other) => other !== answer);
      };
    });

  const link = new ApolloLink((operation, forward) =>
    defer(() => forward(operation)).pipe(
      mergeMap((result) => (isStopped(result) && hold() ? throwError(() => new Held(result)) : of(result))),
      retry({ delay: (error) => (error instanceof Held ? comesBack(error) : throwError(() => error)) }),
      catchError((error: unknown) => (error instanceof Held ? of(error.result) : throwError(() => error))),
    ),
  );

  return {
    link,
    get: () => isHeld,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep(isSamePerson) {
      samePerson = isSamePerson;
      return () => {
        samePerson = null;
        if (isHeld) settle(false);
      };
    },
    hold,
    async goOn() {
      const isBack = (await samePerson?.()) ?? false;
      settle(isBack);
      return isBack;
    },
    giveUp: () => settle(false),
  };
}
