import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ApolloLink } from "@apollo/client/link";
import type { Client } from "graphql-ws/client";
import { Observable } from "rxjs";
import type { Connection } from "./connection.ts";

export interface LiveOptions {
  readonly app: string;
  readonly url: string;
  readonly connection: Connection;
  readonly language: () => string;
  readonly onUnauthenticated: () => void;
  /** Somebody began to listen before the socket was in: what happened since their page was asked for is not known here. */
  readonly onLate: () => void;
  /** The library, when somebody asks for it: never part of the first load. */
  readonly load?: () => Promise<{ createClient: typeof import("graphql-ws/client").createClient }>;
}

/** Subscriptions over one socket that is opened by the first of them and never before. */
export interface Live {
  readonly link: ApolloLink;
  /** Fetches the library ahead of the first subscription. */
  warm(): void;
  /** Closes the socket; the next subscription opens a new one with the credential of that moment. */
  close(): void;
}

const sessionEnded: ReadonlySet<number> = new Set([4401, 4403]);

function closeCode(event: unknown): number | null {
  if (typeof event !== "object" || event === null || !("code" in event)) return null;
  return typeof event.code === "number" ? event.code : null;
}

/** Waits 1, 2, 4 … at most 30 seconds, each cut by chance to between half and all of it. */
function wait(retries: number): Promise<void> {
  const span = Math.min(30_000, 1_000 * 2 ** retries);
  return new Promise((resolve) => setTimeout(resolve, span * (0.5 + Math.random() / 2)));
}

// After the door the api still has to hear what is listened for; only then is nothing missed any more.
const HEARD_AFTER = 200;

/** Of one socket: the end of an earlier one, which may come late, says nothing about the next. */
interface Door {
  /** Refused at the door may also mean "too many windows": only a socket that was let in tells the end of a session. */
  isIn: boolean;
  /** Somebody began to listen while nobody was in. */
  isLate: boolean;
}

async function openSocket(options: LiveOptions, door: Door): Promise<Client> {
  const {
    app,
    url,
    connection,
    language,
    onUnauthenticated,
    onLate,
    load = () => import("graphql-ws/client"),
  } = options;
  const { createClient } = await load();
  const listens = () => {
    if (!door.isIn) return;
    connection.report("socketOpened");
    if (door.isLate) onLate();
    door.isLate = false;
  };
  return createClient({
    url,
    connectionParams: () => ({ app, language: language() }),
    keepAlive: 12_000,
    lazyCloseTimeout: 5_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: wait,
    shouldRetry: (event) => !sessionEnded.has(closeCode(event) ?? 0),
    on: {
      connected: () => {
        door.isIn = true;
        setTimeout(listens, HEARD_AFTER);
      },
      closed: (event) => {
        const code = closeCode(event);
        const isRefused = code !== null && sessionEnded.has(code);
        connection.report(isRefused || code === 1000 ? "socketClosed" : "socketLost");
        if (isRefused && door.isIn) onUnauthenticated();
        door.isIn = false;
      },
    },
  });
}

// Close events and socket errors are no Errors; a TypeError is what failures call "network".
function asError(error: unknown): Error {
  if (Array.isArray(error)) return new CombinedGraphQLErrors({ errors: error });
  return error instanceof Error ? error : new TypeError("the live connection was lost");
}

function createSocketLink(socket: () => Promise<Client>, begins: () => void): ApolloLink {
  return new ApolloLink(
    ({ operationName, variables, extensions }) =>
      new Observable((observer) => {
        begins();
        let end: (() => void) | null = null;
        let isOver = false;
        const start = (client: Client): void => {
          if (isOver) return;
          // The protocol wants a `query` string; the hash in `extensions` says which document is meant.
          end = client.subscribe<Record<string, unknown>, Record<string, unknown>>(
            { query: "", operationName, variables, extensions },
            {
              next: (result) => observer.next(result),
              complete: () => observer.complete(),
              error: (error) => observer.error(asError(error)),
            },
          );
        };
        socket().then(start, (error: unknown) => observer.error(asError(error)));
        return () => {
          isOver = true;
          end?.();
        };
      }),
  );
}

export function createLive(options: LiveOptions): Live {
  let opened: Promise<Client> | null = null;
  let door: Door = { isIn: false, isLate: false };
  const socket = (): Promise<Client> => {
    // A library that did not arrive is asked for again by the next subscription.
    opened ??= openSocket(options, door).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    link: createSocketLink(socket, () => {
      door.isLate ||= !door.isIn;
    }),
    warm() {
      socket().catch(() => undefined);
    },
    close() {
      opened?.then(
        (client) => client.dispose(),
        () => undefined,
      );
      opened = null;
      door = { isIn: false, isLate: false };
    },
  };
}
